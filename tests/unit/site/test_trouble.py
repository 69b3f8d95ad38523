"""The notice of a failed build quotes what is wrong, in the handbook's language, as text."""

from __future__ import annotations

import pytest

from handbook.problems import Place, problem
from handbook.site.run import BuildFailed
from handbook.site.trouble import overlay

FOUND = problem(
    "unknown-reference", Place("content/a.yml", 2, 5), "nearest",
    id="clark", nearest="clerk", where="content/a.yml:9:1",
)  # fmt: skip


@pytest.fixture
def project(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.yml").write_text("first\nby: <b>clark\n", encoding="utf-8")
    return tmp_path


def test_a_problem_is_told_with_place_line_and_hint(project) -> None:
    html = overlay(BuildFailed("", (FOUND,)), project, "en", has_site=True)
    for words in ("content/a.yml:2:5", "clark", "clerk", "by: <mark>&lt;b&gt;clark</mark>"):
        assert words in html


@pytest.mark.parametrize(("language", "words"), [("zh-CN", "处错误"), ("zh-TW", "處錯誤")])
def test_it_speaks_the_language_of_the_handbook(project, language, words) -> None:
    assert words in overlay(BuildFailed("", (FOUND,)), project, language, has_site=False)


def test_a_line_outside_content_is_not_quoted(project) -> None:
    (project / "secret").write_text("secret")
    outside = problem("unreadable-file", Place("content/../secret", 1, 1))
    assert "<pre>" not in overlay(BuildFailed("", (outside,)), project, "en", has_site=True)


def test_another_fault_is_told_in_its_own_words(project) -> None:
    html = overlay(ValueError("a < b"), project, "en", has_site=True)
    assert "a &lt; b" in html
