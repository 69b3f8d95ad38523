"""What retires stays and says what is used instead; whatever named it names that."""

from __future__ import annotations

import datetime

import pytest
from planned import made, standing

from handbook.revise import CannotRevise
from handbook.revise.retire import retire

FORMS = """\
- kind: form
  id: old
  title: Old form
  groups: [{title: G, fields: [{id: a, label: A, type: text}]}]
- kind: form
  id: new
  title: New form
  groups: [{title: G, fields: [{id: a, label: A, type: text}]}]
"""
WORK = """\
- kind: procedure
  id: work
  title: Work
  steps:
    - {id: a, do: "Take [[old|the form]] and 《Old form》", fill: old}
    - id: b
      do: Both
      use:
        - old
        - new
"""
TERM = "- {kind: term, id: term, title: T, definition: x}\n"
FILES = {"f.yml": FORMS, "t.yml": TERM, "w.yml": WORK, "pages/a.md": "# A\n\nSee [[old]].\n"}


def test_what_names_it_names_its_successor() -> None:
    now = made(FILES, lambda each: retire(each, "old", "new"))
    assert now == {
        "f.yml": FORMS.replace(
            "title: Old form\n", "title: Old form\n  status: retired\n  replaced_by: new\n"
        ),
        "w.yml": WORK.replace("[[old|", "[[new|").replace("《Old form》", "《New form》")
        .replace("fill: old", "fill: new").replace("        - old\n", ""),
        "pages/a.md": "# A\n\nSee [[new]].\n",
    }  # fmt: skip


def test_a_day_is_a_line_in_the_revision_table() -> None:
    day = datetime.date(2027, 1, 1)
    now = made(FILES, lambda each: retire(each, "old", "new", day))["f.yml"]
    assert now is not None
    assert '  changes: [{on: 2027-01-01, what: "Retired; [[new]] is used instead."}]\n' in now or (
        "  changes:\n    - on: 2027-01-01\n      what: Retired; [[new]] is used instead.\n" in now
        or "  changes: [{on: 2027-01-01, what: Retired; [[new]] is used instead.}]\n" in now
    )


def test_a_status_that_is_written_is_written_over() -> None:
    forms = FORMS.replace("title: Old form\n", "title: Old form\n  status: active  # still\n")
    now = made(FILES | {"f.yml": forms}, lambda each: retire(each, "old", "new"))["f.yml"]
    assert now is not None
    assert "  status: retired  # still\n  replaced_by: new\n" in now


def test_a_section_of_its_own_names_it_by_its_address() -> None:
    files = FILES | {"s/section.yml": "title: S\n", "s/f.yml": FORMS.replace("old", "far")}
    now = made(files, lambda each: retire(each, "far", "/new"))["s/f.yml"]
    assert now is not None
    assert "replaced_by: /new\n" in now


@pytest.mark.parametrize(
    ("id", "other", "key", "places"),
    [
        ("old", None, "used-no-successor", 5),
        ("old", "term", "unfit-successor", 2),
        ("old", "old", "own-successor", 0),
        ("old", "none", "unknown", 0),
    ],
)
def test_what_cannot_be_is_refused_with_its_places(
    id: str, other: str | None, key: str, places: int
) -> None:
    with pytest.raises(CannotRevise) as refused:
        retire(standing(FILES), id, other)
    assert (refused.value.key, len(refused.value.reasons)) == (key, places)
    assert all(each.told("en") and each.place for each in refused.value.reasons)
    assert refused.value.told("zh-CN")


def test_what_only_the_retired_name_may_retire_alone() -> None:
    work = WORK.replace("title: Work\n", "title: Work\n  status: retired\n")
    files = {"f.yml": FORMS, "w.yml": work}
    now = made(files, lambda each: retire(each, "old"))
    assert set(now) == {"f.yml"}


def test_a_term_has_no_line_for_the_day() -> None:
    with pytest.raises(CannotRevise) as refused:
        retire(standing(FILES), "term", on=datetime.date(2027, 1, 1))
    assert refused.value.key == "no-day"
