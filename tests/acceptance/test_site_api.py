"""handbook.site.build tells its caller what it made, or why it made nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import CONTENT, MKDOCS, everything_in, small_project, write

from handbook.opening import opened, today
from handbook.site.build import BuildFailed, Order, build

DRAFT = CONTENT + "- {kind: term, id: soon, title: 将来, definition: 还没有。, status: draft}\n"
UNUSED = CONTENT + "- {kind: form, id: idle, title: 没人用, groups: [{fields: [{label: 甲}]}]}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def test_it_tells_what_it_made(project, capfd) -> None:
    built = build(Order(project=project, pdf=False))
    assert built.site == project / "site"
    assert built.pages == len(list(built.site.rglob("*.html"))) - 1  # without 404.html
    assert built.sheets == built.rendered == 0
    assert built.seconds > 0
    assert built.warnings == ()
    assert capfd.readouterr() == ("", "")


def test_sheets_are_rendered_once(project) -> None:
    write(project, {"mkdocs.yml": MKDOCS.replace("{pdf: no}", "{jobs: 1}")})
    rendered = []

    def count(sheet, done, total) -> None:
        rendered.append((done, total))

    first = build(Order(project=project, progress=count))
    second = build(Order(project=project))
    number = len(list((project / "site" / "print").rglob("*.pdf")))
    assert number
    assert (first.sheets, first.rendered) == (number, number)
    assert (second.sheets, second.rendered) == (number, 0)
    laid_out = len(rendered)  # a book in several pieces
    assert rendered == [(done, laid_out) for done in range(1, laid_out + 1)]
    assert laid_out > number
    assert (project / "site" / "print" / "visit.checklist.pdf").is_file()


def test_a_handbook_that_was_gathered_already_is_not_loaded_again(project) -> None:
    found = opened(project, today())
    write(project, {"content/all.yml": "- {kind: role, id: other, title: 别人}\n"})
    built = build(Order(project=project, pdf=False, opened=found))
    assert (built.site / "procedures" / "visit.html").is_file()
    assert not (built.site / "roles" / "other.html").exists()
    assert (build(Order(project=project, pdf=False)).site / "roles" / "other.html").is_file()


def test_drafts_can_be_left_out(project) -> None:
    write(project, {"content/all.yml": DRAFT})
    page = project / "site" / "terms" / "soon.html"
    build(Order(project=project, pdf=False))
    assert page.is_file()
    build(Order(project=project, pdf=False, drafts=False))
    assert not page.exists()


def test_errors_come_as_problems_and_nothing_is_written(project) -> None:
    before = everything_in(project / "site")
    write(project, {"content/all.yml": CONTENT.replace("by: clerk", "by: clark")})
    with pytest.raises(BuildFailed) as failure:
        build(Order(project=project, pdf=False))
    assert [found.rule for found in failure.value.problems] == ["unknown-reference"]
    assert everything_in(project / "site") == before


def test_warnings_are_reported_and_fail_a_strict_build(project) -> None:
    write(project, {"content/all.yml": UNUSED})
    told = []
    assert build(Order(project=project, pdf=False), report=told.append).warnings == tuple(told)
    assert "[unused-form]" in told[0]
    with pytest.raises(BuildFailed, match=r"\[unused-form\]"):
        build(Order(project=project, pdf=False, strict=True))


@pytest.mark.parametrize(
    "written", ["plugins: [nothing]\n", "site_name: a\nplugins: [search]\n", "a: ["]
)
def test_a_wrong_mkdocs_yml_is_told(project, written) -> None:
    write(project, {"mkdocs.yml": written})
    with pytest.raises(BuildFailed):
        build(Order(project=project, pdf=False))


def test_a_missing_mkdocs_yml_is_told(project) -> None:
    (project / "mkdocs.yml").unlink()
    with pytest.raises(BuildFailed, match=r"mkdocs\.yml"):
        build(Order(project=project, pdf=False))
