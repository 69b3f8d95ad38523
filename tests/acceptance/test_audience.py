"""What is for a higher audience leaves no trace in what is built for a lower one."""

from __future__ import annotations

import gzip
import io
import os
import re
import shutil
import subprocess
import zipfile
import zlib
from functools import cache
from pathlib import Path

import pypdf
import pytest
from sites import mkdocs, small_project
from tests.warm import run_warm

from handbook.model.kinds import KINDS

PLANTED = re.compile(r"[绝絕]密|jue ?mi|kept-secret|secretroom|SECRET|777\s*分[钟鐘]", re.I)
SETTINGS = """\
title: 手册
organisation: 公司
language: zh-CN
audiences: [public, staff, manager]
validity: "以[[kept-secret-policy]]为准。"
"""
SECTION = """\
title: 绝密室
summary: 绝密栏目
defaults: {audience: manager}
"""
MKDOCS = """\
site_name: handbook
docs_dir: content/pages
theme: {name: material}
plugins: [search, offline, handbook]
"""


# Pages written by hand: one for all, which mentions what is hidden, and one for managers.
SHOWN_PAGE = """\
---
title: 给大家的说明
---
# 说明

照[[kept-secret-policy]]、《绝密制度》和[[kept-secret-procedure|另一套]]做，见[[visit]]与《礼仪》。

* 查[[secretroom/word]]，用[[kept-secret-procedure|绝密流程]]
* ![开门](img/open.svg)

`[[写法]]`
"""
HIDDEN_PAGE = """\
---
audience: manager
---
# 绝密网页

绝密正文，见[[visit]]。![](img/kept-secret.svg) ![](img/open.svg)
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><title>{}</title></svg>'


def written(name: str) -> str:
    return (Path(__file__).parent / "audience" / f"{name}.yml").read_text(encoding="utf-8")


def build(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    quiet = {**os.environ, "PYTHONWARNINGS": "ignore"}
    return run_warm("handbook", ["-C", project, "build", *options], cwd=Path.cwd(), env=quiet)


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """Make a handbook in which one definition of each kind is for managers."""
    return small_project(
        tmp_path_factory.mktemp("audience"),
        written("hidden") + written("shown"),
        **{
            "mkdocs.yml": MKDOCS,
            "content/handbook.yml": SETTINGS,
            "content/section.yml": 'title: 公司\nsummary: "见[[kept-secret-policy]]"\n'
            "defaults: {owner: kept-secret-role}\n",
            "content/secretroom/section.yml": SECTION,
            "content/secretroom/all.yml": "{kind: term, id: word, title: 绝密词, definition: 绝密}",
            "content/pages/about.md": SHOWN_PAGE,
            "content/pages/kept-secret.md": HIDDEN_PAGE,
            "content/pages/img/kept-secret.svg": PICTURE.format("绝密"),
            "content/pages/img/open.svg": PICTURE.format("开门"),
        },
    )


@pytest.fixture(scope="module")
def staff_site(project) -> Path:
    done = build(project, "--audience", "staff")
    assert done.returncode == 0, done.stderr
    return project / "site"


def texts_of(path: Path) -> str:
    """Return every word in a file: as it stands, unpacked, and as a PDF reads."""
    content = path.read_bytes()
    parts = [content]
    if path.suffix == ".pdf":
        reader = pypdf.PdfReader(io.BytesIO(content))
        parts += [(page.extract_text() or "").encode() for page in reader.pages]
        parts += [repr(reader.metadata).encode(), repr(reader.outline).encode()]
        parts += [repr(reader.get_fields()).encode()]
        parts += map(unpacked, re.findall(rb"stream\r?\n(.*?)endstream", content, re.S))
    if path.suffix == ".gz":
        parts.append(gzip.decompress(content))
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            parts += [archive.read(name) for name in archive.namelist()]
    text = "\n".join(part.decode("utf-8", errors="replace") for part in parts)
    wide = "\n".join(part.decode("utf-16-be", errors="replace") for part in parts)
    unfolded = re.sub(r"\r?\n[ \t]", "", text)  # calendars fold long lines
    return "\n".join((text, wide, unfolded, escaped(text)))


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def escaped(text: str) -> str:
    """Return what \\uXXXX and &#N; stand for."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return re.sub(r"&#(\d{2,6});", lambda found: chr(int(found[1])), text)


@cache
def found_in(site: Path) -> dict[str, list[str]]:
    """Return the planted words in each file and file name of a site."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        words = PLANTED.findall(name) + (PLANTED.findall(texts_of(path)) if path.is_file() else [])
        if words:
            found[name] = words
    return found


def test_nothing_of_a_higher_document_is_in_any_file(staff_site):
    assert found_in(staff_site) == {}


def test_references_to_it_are_plain_words(staff_site):
    page = (staff_site / "procedures" / "visit.html").read_text(encoding="utf-8")
    assert "（内部）" in page
    assert "说好的时间" in page
    clerk = (staff_site / "roles" / "clerk.html").read_text(encoding="utf-8")
    assert "另一套" in clerk


def test_what_the_audience_may_read_is_there(staff_site):
    for kind in KINDS.values():
        pages = list((staff_site / kind.folder).glob("*.html"))
        assert len(pages) >= 1, kind
    assert list((staff_site / "print").rglob("*.pdf"))


def test_a_page_written_by_hand_links_what_its_reader_may_see(staff_site):
    page = (staff_site / "about.html").read_text(encoding="utf-8")
    assert '<a class="ref" href="procedures/visit.html" title="流程">接待来客</a>' in page
    assert '《<a class="ref" href="policies/manners.html" title="制度">礼仪</a>》' in page
    assert "照（内部）、（内部）和另一套做" in page
    assert "<code>[[写法]]</code>" in page
    assert (staff_site / "img" / "open.svg").is_file()


def test_the_search_finds_what_is_planted(project, tmp_path):
    shutil.copytree(project, tmp_path / "whole")
    done = build(tmp_path / "whole", "--audience", "manager")
    assert done.returncode == 0, done.stderr
    found = found_in(tmp_path / "whole" / "site")
    assert {Path(name).suffix for name in found} >= {".html", ".json", ".pdf"}
    assert {"kept-secret.html", "img/kept-secret.svg"} <= found.keys()
    assert any("777" in word for words in found.values() for word in words)


def test_an_unknown_audience_is_told_in_one_sentence_with_the_choices(project):
    done = build(project, "--audience", "stuff")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "stuff" in done.stderr
    assert "public staff manager" in done.stderr


def test_mkdocs_may_name_the_audience_too(project, tmp_path):
    shutil.copytree(project / "content", tmp_path / "content")
    settings = MKDOCS.replace("handbook]", "{handbook: {audience: stuff}}]")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = mkdocs(tmp_path)
    assert done.returncode == 1
    assert "没有“stuff”这类读者" in done.stderr
    assert "Traceback" not in done.stderr
