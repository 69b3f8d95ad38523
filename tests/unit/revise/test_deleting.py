"""What nothing uses goes; what is used stays, and the places are told."""

from __future__ import annotations

import pytest
from planned import made, standing

from handbook.revise import CannotRevise
from handbook.revise.delete import delete

TERMS = """\
# terms
- {kind: term, id: a, title: A, definition: "see [[b]]"}

# of b
- kind: term
  id: b
  title: B
  definition: x
"""


def test_one_of_several_goes_with_its_comments() -> None:
    files = {"t.yml": TERMS.replace("[[b]]", "it")}
    assert made(files, lambda each: delete(each, "b")) == {
        "t.yml": '# terms\n- {kind: term, id: a, title: A, definition: "see it"}\n'
    }


def test_the_last_one_takes_its_file_and_its_known_findings() -> None:
    files = {
        "r.yml": "- {kind: role, id: idle, title: Idle}\n", "t.yml": TERMS,
        "known-findings.yml": "- {rule: unused-role, at: idle, why: new}\n",
    }  # fmt: skip
    assert made(files, lambda each: delete(each, "idle")) == {
        "r.yml": None, "known-findings.yml": None,
    }  # fmt: skip


def test_what_is_used_stays_and_the_places_are_told() -> None:
    files = {"t.yml": TERMS, "pages/p.md": "# P\n\n《B》 and [[b]]\n"}
    with pytest.raises(CannotRevise) as refused:
        delete(standing(files), "b")
    assert refused.value.key == "used"
    assert [str(each.place) for each in refused.value.reasons] == [
        "content/t.yml:2:50", "content/pages/p.md:3:1", "content/pages/p.md:3:9",
    ]  # fmt: skip


def test_an_empty_section_goes_and_no_other() -> None:
    files = {"t.yml": TERMS, "s/section.yml": "title: S\n", "u/section.yml": "title: U\n",
             "u/more.yml": TERMS}  # fmt: skip
    assert made(files, lambda each: delete(each, "s")) == {"s/section.yml": None}
    with pytest.raises(CannotRevise) as refused:
        delete(standing(files), "u")
    assert refused.value.key == "section-not-empty"
