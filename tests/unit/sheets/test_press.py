"""Sheets come from the cache or from a worker; one that fails leaves the others alone."""

from __future__ import annotations

import os
from concurrent.futures import Executor, Future
from dataclasses import replace

import pytest

from handbook.compose.sheets import compose_sheets
from handbook.model.load import load
from handbook.sheets import press as pressing
from handbook.sheets.index import index_json, index_rows
from handbook.sheets.pango import PangoMissing, system
from handbook.sheets.press import print_sheets
from handbook.sheets.worker import Pressed, Spoilt

SCRIPTS = "".join(
    f"- {{kind: script, id: s{ord(n)}, title: 话{n}, code: SC-{n}, lines: [你好{n}]}}\n"
    for n in "甲乙丙丁"
)


class Here(Executor):
    """Runs everything at once, in this process, and counts."""

    def __init__(self):
        self.pages = []

    def submit(self, function, html):
        self.pages.append(html)
        future = Future()
        future.set_result(made(html))
        return future


def made(html):
    if "坏" in html:
        return Spoilt("it is bad")
    return Pressed(b"%PDF " + html.encode()[-400:], 1, (148, 210))


@pytest.fixture
def sheets(tmp_path):
    return sheets_of(tmp_path, SCRIPTS)


def sheets_of(folder, yaml):
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content/handbook.yml").write_text("title: 手册\norganisation: 单位\n")
    (folder / "content/scripts.yml").write_text(yaml)
    loaded = load(folder)
    assert loaded.problems == ()
    return [sheet for sheet in compose_sheets(loaded.handbook, folder) if sheet.kind != "book"]


def printed(sheets, tmp_path, **options):
    here = Here()
    return print_sheets(sheets, cache=tmp_path / "cache", executor=here, **options), here.pages


def test_every_sheet_is_made_once_and_then_never_again(sheets, tmp_path):
    first, pages = printed(sheets, tmp_path)
    assert len(pages) == first.rendered == len(first.files) == 4
    second, pages = printed(sheets, tmp_path)
    assert pages == []
    assert second.rendered == 0
    assert second.files == first.files


def test_only_what_changed_is_made_again(sheets, tmp_path):
    printed(sheets, tmp_path)
    changed = sheets_of(tmp_path, SCRIPTS.replace("你好丙", "您好丙"))
    again, pages = printed(changed, tmp_path)
    assert again.rendered == len(pages) == 1
    assert "您好丙" in pages[0]


def test_a_sheet_that_fails_is_one_problem_and_the_others_are_made(sheets, tmp_path):
    bad = sheets_of(tmp_path, SCRIPTS.replace("你好丙", "坏的"))
    result, _ = printed(bad, tmp_path)
    assert len(result.files) == 3
    [problem] = result.problems
    assert (problem.rule, problem.severity) == ("sheet-failed", "error")
    assert str(problem.place) == "content/scripts.yml:3:3"
    assert dict(problem.details) == {"sheet": bad[2].uri, "reason": "it is bad"}


def test_a_failed_sheet_is_tried_again_next_time(sheets, tmp_path):
    bad = sheets_of(tmp_path, SCRIPTS.replace("你好丙", "坏的"))
    printed(bad, tmp_path)
    assert len(printed(bad, tmp_path)[1]) == 1


def test_progress_is_told_for_each_rendered_sheet(sheets, tmp_path):
    told = []
    printed(sheets, tmp_path, progress=lambda *step: told.append(step))
    assert [(done, total) for _, done, total in told] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert {sheet.uri for sheet, _, _ in told} == {sheet.uri for sheet in sheets}


def test_what_no_typeface_has_is_drawn_as_a_box(tmp_path):
    strange = sheets_of(tmp_path, SCRIPTS.replace("你好乙", "你😀好㛃\u20bb7乙"))
    result, _ = printed(strange, tmp_path)
    assert result.problems == ()
    assert len(result.files) == 4


def test_without_pango_the_advice_is_one_sentence(sheets, tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.made", lambda html: Spoilt("no pango", no_pango=True))
    with pytest.raises(PangoMissing) as raised:
        printed(sheets, tmp_path)
    assert "Pango" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert raised.value.told("zh-CN") != raised.value.told("en")


@pytest.mark.parametrize(
    ("name", "release", "expected"),
    [("Darwin", {}, "macos"), ("Windows", {}, "windows"), ("Linux", {"ID": "debian"}, "debian"),
     ("Linux", {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "debian"),
     ("Linux", {"ID": "rocky", "ID_LIKE": "rhel fedora"}, "fedora"),
     ("Linux", {"ID": "arch"}, "other"), ("Linux", None, "other")],
)  # fmt: skip
def test_the_advice_is_for_the_system_at_hand(name, release, expected, monkeypatch):
    def read():
        if release is None:
            raise OSError
        return release

    monkeypatch.setattr("platform.system", lambda: name)
    monkeypatch.setattr("platform.freedesktop_os_release", read)
    assert system() == expected
    for language in ("zh-CN", "zh-TW", "en"):
        assert PangoMissing().told(language)


def test_the_index_has_a_row_for_each_sheet_in_order(sheets, tmp_path):
    result, _ = printed(sheets, tmp_path)
    rows = index_rows(sheets, result.files)
    assert [row["uri"] for row in rows] == [sheet.uri for sheet in sheets]
    assert set(rows[0]) == {"uri", "kind", "id", "section", "sheet", "title", "code", "version",
                            "edition", "paper", "pages", "bytes", "sha256"}  # fmt: skip
    assert index_json(sheets, result.files) == index_json(
        sheets, printed(sheets, tmp_path)[0].files
    )


def test_a_worker_that_dies_costs_only_its_own_sheet(sheets, tmp_path, monkeypatch):
    monkeypatch.setattr(pressing, "press", press_or_die)
    bad = [*sheets[:3], replace(sheets[3], html=sheets[3].html.replace("你好丁", "死"))]
    result = print_sheets(bad, cache=tmp_path / "cache", jobs=2)
    assert sorted(result.files) == sorted(sheet.uri for sheet in sheets[:3])
    assert [problem.rule for problem in result.problems] == ["sheet-failed"]


def press_or_die(html):
    if "死" in html:
        os._exit(1)
    return made(html)
