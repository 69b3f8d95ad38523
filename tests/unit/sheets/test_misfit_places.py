"""What leaves its box is told at the place where its words were written."""

from __future__ import annotations

import pytest
from tests.composed import compose

from handbook.sheets.misfits import misfits_of
from handbook.sheets.outcome import Misfit

WRITTEN = """- {kind: role, id: boss, title: Headofeverything}
- kind: procedure
  id: work
  title: Work
  steps:
    - {id: first, do: Copy it, by: boss}
    - {id: next, do: 'Copy **longword** again', by: boss}
- kind: form
  id: form
  title: Form
  groups: [{fields: [{label: 'name of (customer)'}]}]
"""
SHEETS = compose(all=WRITTEN)


@pytest.mark.parametrize(
    ("sheet", "step", "words", "place"),
    [
        ("work.checklist", "next", "longword", "7:30"),
        ("work.checklist", "first", "Copy", "6:23"),
        ("work.checklist", "next", "Copy", "7:23"),
        ("work.checklist", "first", "Headofeverything", "1:33"),
        ("work.checklist", "next", "“longword”", "7:30"),
        ("work.checklist", "next", "Prepared", "7:7"),
        ("form.form", "", "(customer)", "11:39"),
        ("handbook", "work#next", "Copy", "7:23"),
        ("handbook", "work#", "Work", "4:10"),
    ],
)
def test_the_place_is_that_of_the_words(sheet, step, words, place):
    found = {f"print/{sheet}.pdf": (Misfit("outside-its-box", step, words, words),)}
    [problem] = misfits_of(SHEETS.values(), found)
    assert str(problem.place) == f"content/all.yml:{place}"


def test_what_several_sheets_of_a_definition_show_is_told_once():
    misfits = (Misfit("outside-its-box", "next", "longword", "longword"),)
    found = {f"print/work.{sheet}.pdf": misfits for sheet in ("checklist", "observe")}
    assert len(list(misfits_of(SHEETS.values(), found))) == 1
