"""A definition or a section goes into another section, and all that names it follows."""

from __future__ import annotations

import pytest
from planned import made, standing

from handbook.revise import CannotRevise
from handbook.revise.move import move

S, T = "title: S\n", "title: T\n"
ROLE = "- kind: role\n  id: clerk\n  title: Clerk\n"
CHIEF = "\n# who decides\n- kind: role\n  id: chief  # one only\n  title: Chief\n\n"
WORK = """\
- kind: procedure
  id: refund
  title: Refund
  steps:
    - {id: check, do: "Ask [[chief]], 《Chief》", by: chief}
"""
PEOPLE = ROLE + CHIEF + ROLE.replace("clerk", "aide")
FILES = {"s/section.yml": S, "t/section.yml": T, "s/people.yml": PEOPLE, "s/work.yml": WORK}


def test_a_definition_goes_with_its_comments_into_a_file_of_its_own() -> None:
    now = made(FILES, lambda each: move(each, "chief", "t"))
    assert now["s/people.yml"] == ROLE + "\n" + ROLE.replace("clerk", "aide")
    assert now["t/roles/chief.yml"] == (
        "# who decides\nkind: role\nid: chief  # one only\ntitle: Chief\nwas: [s/chief]\n"
    )
    assert now["s/work.yml"] == WORK.replace("by: chief", "by: t/chief").replace(
        "[[chief]], 《Chief》", "[[t/chief]], [[t/chief|《Chief》]]"
    )


def test_a_file_of_the_same_name_takes_it_in() -> None:
    there = "# people\n- kind: role\n  id: x\n  title: X\n"
    now = made(FILES | {"t/people.yml": there}, lambda each: move(each, "chief", "t"))
    assert now["t/people.yml"] == (
        there + "\n# who decides\n- kind: role\n  id: chief  # one only\n  title: Chief\n"
        "  was: [s/chief]\n"
    )


def test_upwards_what_names_it_stays_as_it_is() -> None:
    now = made(FILES, lambda each: move(each, "chief", "/"))
    assert set(now) == {"s/people.yml", "roles/chief.yml"}


def test_an_address_that_was_needed_goes_when_it_is_not() -> None:
    files = FILES | {"t/w.yml": WORK.replace("chief", "s/chief").replace("《Chief》", "x")}
    now = made(files, lambda each: move(each, "s/chief", "t"))
    assert now["t/w.yml"] == WORK.replace("《Chief》", "x")


def test_it_names_others_from_where_it_stands_now() -> None:
    now = made(FILES, lambda each: move(each, "refund", "t"))
    assert now["t/work.yml"] == WORK.replace("by: chief", "by: s/chief").replace(
        "[[chief]], 《Chief》", "[[s/chief]], [[s/chief|《Chief》]]"
    ).replace("  title: Refund\n", "  title: Refund\n  was: [s/refund]\n")
    assert now["s/work.yml"] is None


def test_pictures_go_along() -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    work = WORK + "      pictures: [{file: p/a.svg, alt: A}]\n"
    work = work.replace(
        '- {id: check, do: "Ask [[chief]], 《Chief》", by: chief}', "- id: check\n      do: Ask"
    )
    files = FILES | {"s/work.yml": work, "s/p/a.svg": svg}
    now = made(files, lambda each: move(each, "refund", "t"))
    assert now["s/p/a.svg"] is None
    assert now["t/p/a.svg"] == svg.decode()
    in_text = (
        work.partition("      pictures")[0] + "      how: |\n        So:\n\n        ![A](p/a.svg)\n"
    )
    assert made(files | {"s/work.yml": in_text}, lambda each: move(each, "refund", "t"))[
        "t/p/a.svg"
    ]
    shared = files | {
        "s/more.yml": work.replace("id: refund", "id: other").replace("Refund", "Other")
    }
    assert "s/p/a.svg" not in made(shared, lambda each: move(each, "refund", "t"))


def test_facts_of_control_stay_and_readers_are_told() -> None:
    defaults = "defaults: {owner: chief, version: '1.1', audience: staff}\n"
    files = FILES | {
        "s/section.yml": S + defaults,
        "t/section.yml": T + "defaults: {audience: manager}\n",
    }
    changes = move(standing(files), "refund", "t")
    text = changes.files["content/t/work.yml"]
    assert text is not None
    assert "  version: 1.1\n" in text.decode()
    assert "  owner: s/chief\n" in text.decode()
    assert [each.key for each in changes.told] == ["fewer-readers"]


def test_a_section_goes_with_all_below_it() -> None:
    files = FILES | {
        "s/sub/section.yml": "title: Sub\n",
        "s/sub/x.yml": WORK.replace("chief", "s/clerk").replace("《Chief》", ""),
        "t/y.yml": "- {kind: term, id: y, title: Y,\n   "
        'definition: "[[s/sub/refund]] or [[s/chief]]"}\n',
        "known-findings.yml": "- {rule: unused-role, at: content/s/people.yml, why: new}\n",
    }
    now = made(files, lambda each: move(each, "s/sub", "t"))
    assert now["s/sub/section.yml"] is None
    assert now["t/sub/section.yml"] == "title: Sub\n"
    assert now["t/y.yml"] == files["t/y.yml"].replace("[[s/sub/refund]]", "[[t/sub/refund]]")
    now = made(files, lambda each: move(each, "s", "t"))
    assert now["t/s/people.yml"]
    assert now["known-findings.yml"] == files["known-findings.yml"].replace("/s/", "/t/s/")
    assert "[[s/sub/refund]] or [[s/chief]]" not in str(now["t/y.yml"])


@pytest.mark.parametrize(
    ("id", "section", "key"),
    [
        ("chief", "s", "same-section"), ("chief", "u", "no-section"), ("s", "s", "into-itself"),
        ("s", "/", "same-section"), ("nobody", "t", "unknown"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(id: str, section: str, key: str) -> None:
    with pytest.raises(CannotRevise) as refused:
        move(standing(FILES), id, section)
    assert refused.value.key == key
