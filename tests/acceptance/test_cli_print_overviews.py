"""handbook print makes overviews of sections, and planners of a certain month or year."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from test_cli_running import handbook_here, write

from handbook.cli.wanted import section_named
from handbook.compose.overviews.records import ON_PAPER
from handbook.compose.overviews.sheets import overviews_on_request
from handbook.model.load import load

WORK = """\
- {kind: role, id: clerk, title: Clerk}
- {kind: unit, id: desk, title: Desk}
- {kind: unit, id: till, title: Till, parent: desk}
- kind: procedure
  id: work
  title: Daily work
  steps:
    - {id: a, do: Open, by: clerk, within: 5min, schedule: {every: day}}
    - {id: b, do: Report, by: clerk, within: 6min, schedule: {every: month, on: 3日}}
    - {id: c, do: Review, by: clerk, within: 7min, schedule: {every: year, on: 12月24日}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    word = "{kind: term, id: word, title: Word, definition: Said.}\n"
    return write(tmp_path, **{"shop/section": "title: East\n", "shop/all": WORK, "top": word})


def said(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize(
    ("id", "sheet", "words"),
    [
        ("shop", "responsibilities", "Open"),
        ("shop", "organisation", "Desk"),
        ("/", "limits", "East"),
        ("/shop", "month", "Report"),
    ],
)
def test_an_overview_is_printed_by_its_name(project: Path, id: str, sheet: str, words: str) -> None:
    ran = handbook_here("print", id, "--sheet", sheet, "--out", "out", cwd=project)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert words in said(project / "out" / f"section.{sheet}.pdf")


def test_a_planner_of_a_month_has_its_days(project: Path) -> None:
    ran = handbook_here("print", "shop", "--month", "2026-12", cwd=project)
    assert (ran.returncode, ran.stderr) == (0, "")
    text = said(project / "section.month-2026-12.pdf")
    assert "Review" in text
    assert "2026" in text


def test_a_role_has_a_planner_of_the_year(project: Path) -> None:
    ran = handbook_here("print", "clerk", "--year", "2027", cwd=project)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Review" in said(project / "clerk.year-2027.pdf")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["shop", "--month", "2026-13"], "2026-13"),
        (["shop", "--month", "soon"], "soon"),
        (["shop", "--year", "26"], "26"),
        (["shop", "--year", "2026", "--month", "2026-01"], "--month"),
        (["shop", "--year", "2026", "--sheet", "limits"], "limits"),
        (["word", "--year", "2026"], "term"),
        (["shopp", "--month", "2026-01"], "shopp"),
        (["shop", "--sheet", "glossary"], "organisation, responsibilities, limits, month"),
        (["/", "--sheet", "open"], "'open'"),
        (["shop", "--sheet", "checklists"], "handbook, organisation, responsibilities"),
        (["nowhere", "--sheet", "month"], "nowhere"),
    ],
)
def test_what_cannot_be_made_is_told_in_one_sentence(project: Path, args, words) -> None:
    ran = handbook_here("print", *args, cwd=project)
    assert ran.returncode == 2
    assert words in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1


SMALL = """\
- {kind: unit, id: desk, title: Desk}
- {kind: role, id: clerk, title: Clerk, unit: desk}
- {kind: form, id: slip, title: Slip, groups: [{title: All, fields: [{id: a, label: A}]}]}
- {kind: standard, id: fast, title: Fast, value: 5 min}
- {kind: term, id: word, title: Word, definition: Said., open: [Is it used at all?]}
- kind: procedure
  id: work
  title: Daily work
  records: [{form: slip, keep: 1 year}]
  steps: [{id: a, do: Open, by: clerk, within: 5min, schedule: {every: month, on: 3日}}]
"""


@pytest.mark.parametrize("sheet", ON_PAPER)
@pytest.mark.parametrize("where", ["/", "shop"])
def test_every_overview_that_shows_anything_is_printed_on_request_however_small(
    tmp_path: Path, where: str, sheet: str
) -> None:
    project = write(tmp_path, **{"shop/section": "title: East\n", "shop/all": SMALL})
    handbook = load(project).handbook
    ran = handbook_here("print", where, "--sheet", sheet, cwd=project)
    if sheet in overviews_on_request(handbook, section_named(handbook, where)):
        assert (ran.returncode, ran.stderr) == (0, "")
        assert said(project / f"section.{sheet}.pdf").strip()
    else:
        assert f"'{sheet}'" in ran.stderr


def test_what_cannot_be_made_does_not_stop_the_others(project: Path) -> None:
    ran = handbook_here("print", "nowhere", "word", "work", "worc", "--sheet", "card", cwd=project)
    assert ran.returncode == 2
    assert [line for line in ("nowhere", "word", "worc") if f"'{line}'" not in ran.stderr] == []
    assert len(ran.stderr.strip().splitlines()) == 3
    assert [path.name for path in project.glob("*.pdf")] == ["work.card.pdf"]
