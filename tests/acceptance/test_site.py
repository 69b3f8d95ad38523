"""`mkdocs build` makes the whole site or leaves the old one as it was."""

from __future__ import annotations

import json
import re
import shutil
import signal
from pathlib import Path
from urllib.parse import unquote

import pytest
from sites import (
    CONTENT,
    MKDOCS,
    everything_in,
    mkdocs,
    service_line,
    site_of,
    small_project,
    whole_handbook,
    write,
)

BROKEN = CONTENT + "- {kind: procedure, id: bad, title: 坏, steps: [{id: a, do: 做, by: nobody}]}\n"
WARNED = CONTENT + "- {kind: form, id: idle, title: 没人用, groups: [{fields: [{label: 甲}]}]}\n"
KILL = """\
import os, signal
from mkdocs.plugins import event_priority

@event_priority({priority})
def on_{event}(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A small project with its site."""
    made = small_project(tmp_path_factory.mktemp("built") / "project")
    site_of(made, "--strict")
    return made


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A small project with a site that was built once, in another place."""
    return shutil.copytree(built, tmp_path / "project")


@pytest.fixture(scope="module")
def site() -> Path:
    return service_line() / "site"


def test_the_handbook_of_this_repository_builds_strictly() -> None:
    assert (whole_handbook() / "site" / "index.html").is_file()


def test_the_pages_that_people_begin_with_are_there(site) -> None:
    for name in ("index.html", "auto/procedures/complaint.html", "print/index.html", "rules.html"):
        assert (site / name).is_file()


def test_every_sheet_of_the_index_is_there(site) -> None:
    rows = json.loads((site / "print" / "index.json").read_text(encoding="utf-8"))
    assert rows
    for row in rows:
        assert (site / row["uri"]).stat().st_size == row["bytes"]


def test_the_model_is_there_for_other_programs(site) -> None:
    model = json.loads((site / "handbook.json").read_text(encoding="utf-8"))
    assert len(model["definitions"]) > 100


def test_every_link_leads_to_a_page_and_an_anchor(site) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    ids = {path: set(re.findall(r'\sid="([^"]+)"', text)) for path, text in pages.items()}
    broken = []
    for path, text in pages.items():
        for href in re.findall(r'<a\s[^>]*?href="([^"]*)"', text):
            if path.name == "404.html" or re.match(r"[a-z]+:", href):
                continue
            file, _, anchor = unquote(href).partition("#")
            anchor = "" if "=" in anchor else anchor  # what a page's script is told to show
            target = (path.parent / file).resolve() if file else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (anchor and anchor not in ids.get(target, set())):
                broken.append((path.relative_to(site).as_posix(), href))
    assert not broken


def test_no_page_is_large(site) -> None:
    assert max(path.stat().st_size for path in site.rglob("*.html")) < 300_000


def test_a_second_build_makes_the_same_files(project) -> None:
    first = everything_in(project / "site")
    assert mkdocs(project, "--strict").returncode == 0
    second = everything_in(project / "site")
    dated = ("sitemap.xml", "sitemap.xml.gz")
    assert {k: v for k, v in first.items() if k not in dated} == {
        k: v for k, v in second.items() if k not in dated
    }


def test_hidden_files_of_the_site_are_kept(project) -> None:
    assert (project / "site" / ".gitignore").read_text() == "*\n"


def test_an_error_is_one_line_and_leaves_the_old_site(project) -> None:
    before = everything_in(project / "site")
    write(project, {"content/all.yml": BROKEN})
    done = mkdocs(project)
    assert done.returncode == 1
    assert re.search(r"content/all\.yml:7:\d+: .*nobody.*\[unknown-reference\]", done.stderr)
    assert "Traceback" not in done.stderr
    assert everything_in(project / "site") == before


def test_a_warning_stops_a_strict_build_only(project) -> None:
    before = everything_in(project / "site")
    write(project, {"content/all.yml": WARNED})
    done = mkdocs(project, "--strict")
    assert done.returncode == 1
    assert "[unused-form]" in done.stderr
    assert everything_in(project / "site") == before
    assert mkdocs(project).returncode == 0
    assert (project / "site" / "forms" / "idle.html").is_file()


@pytest.mark.parametrize(("event", "priority"), [("env", 0), ("post_build", -300)])
def test_killed_in_the_middle_the_old_site_is_whole(project, event, priority) -> None:
    before = everything_in(project / "site")
    write(project, {
        "kill.py": KILL.format(event=event, priority=priority),
        "mkdocs.yml": MKDOCS + "hooks: [kill.py]\n",
        "content/all.yml": CONTENT.replace("问好", "微笑"),
    })  # fmt: skip
    assert mkdocs(project).returncode == -signal.SIGKILL
    assert everything_in(project / "site") == before
    write(project, {"mkdocs.yml": MKDOCS})
    assert mkdocs(project).returncode == 0
    assert "微笑" in (project / "site" / "procedures" / "visit.html").read_text(encoding="utf-8")
    assert not list((project / ".cache" / "staging").iterdir())


def test_a_page_that_would_load_from_elsewhere_stops_the_build(project) -> None:
    before = everything_in(project / "site")
    page = "# 页\n\n<script src='https://cdn.example/a.js'></script>\n[外面](https://a.example/)\n"
    write(project, {"content/pages/more.md": page})
    done = mkdocs(project)
    assert done.returncode == 1
    assert "content/pages/more.md:3:14: " in done.stderr
    assert "https://cdn.example/a.js" in done.stderr
    assert "a.example" not in done.stderr
    assert everything_in(project / "site") == before


def test_a_page_written_by_hand_stands_beside_and_before_the_generated_ones(project) -> None:
    write(project, {"content/pages/about.md": "# 怎样用\n", "content/pages/rules.md": "# 家规\n"})
    assert mkdocs(project, "--strict").returncode == 0
    site = project / "site"
    assert "怎样用" in (site / "about.html").read_text(encoding="utf-8")
    assert "家规" in (site / "rules.html").read_text(encoding="utf-8")


def test_a_page_links_to_its_yaml_where_that_can_be_edited(project) -> None:
    template = "edit_uri_template: 'https://git.example/edit/{path}'\n"
    page = project / "site" / "procedures" / "visit.html"
    assert "content/all.yml" in page.read_text(encoding="utf-8")
    write(project, {"mkdocs.yml": MKDOCS + template})
    assert mkdocs(project, "--strict").returncode == 0
    assert 'href="https://git.example/edit/content/all.yml"' in page.read_text(encoding="utf-8")


def test_the_project_may_override_a_template_and_the_colour(project) -> None:
    write(project, {
        "templates/site/term.md": "{{ front_matter }}\n\n{{ heading(1, title, '_top') }} 自己的\n",
        "content/terms.yml": "- {kind: term, id: a, title: 甲, definition: 一}\n",
        "content/handbook.yml": "title: 小手册\norganisation: 小店\naccent: '#123456'\n",
    })  # fmt: skip
    assert mkdocs(project, "--strict").returncode == 0
    site = project / "site"
    assert "自己的" in (site / "terms" / "a.html").read_text(encoding="utf-8")
    assert "#123456" in (site / "assets" / "handbook" / "accent.css").read_text()


@pytest.mark.parametrize(
    ("language", "word", "tag"),
    [("zh-TW", "首頁", "zh-Hant-TW"), ("en", "Home", "en"), ("zh-CN", "首页", "zh-Hans-CN")],
)
def test_the_site_speaks_the_language_of_the_handbook(project, language, word, tag) -> None:
    settings = f"title: 小手册\norganisation: 小店\nlanguage: {language}\n"
    write(project, {"content/handbook.yml": settings})
    assert mkdocs(project, "--strict").returncode == 0
    page = (project / "site" / "procedures" / "visit.html").read_text(encoding="utf-8")
    assert word in page
    assert f'<html lang="{tag}"' in page
