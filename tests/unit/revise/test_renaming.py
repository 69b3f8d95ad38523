"""A definition gets another id or title, and all that names it follows."""

from __future__ import annotations

import pytest
from planned import made, standing

from handbook.revise import CannotRevise
from handbook.revise.rename import rename

ROLE = "- kind: role\n  id: clerk  # the desk\n  title: Clerk\n"
WORK = """\
- kind: procedure
  id: refund
  title: Refund
  steps:
    - {id: check, do: "Ask [[clerk|the desk]] or 《Clerk》", by: clerk, how: "[[clerk]], [[clerk]]"}
    - id: pay
      do: Pay
      by: [clerk]
      how: >
        See [[clerk]] or,
        where nobody is there, [[clerk|somebody
        else]].
  note: told to [[clerk]]
"""


def test_references_and_mentions_follow_and_all_else_stays() -> None:
    now = made({"a.yml": ROLE, "b.yml": WORK}, lambda each: rename(each, "clerk", "desk-clerk"))
    assert now == {
        "a.yml": "- kind: role\n  id: desk-clerk  # the desk\n  title: Clerk\n  was: [clerk]\n",
        "b.yml": WORK.replace("[[clerk", "[[desk-clerk").replace("by: clerk", "by: desk-clerk")
        .replace("by: [clerk", "by: [desk-clerk"),
    }  # fmt: skip


def test_a_file_of_that_name_gets_the_new_one() -> None:
    files = {
        "roles/clerk.yml": ROLE.replace("- ", "  ").replace("  kind", "kind", 1),
        "b.yml": WORK,
    }
    files["roles/clerk.yml"] = "kind: role\nid: clerk\ntitle: Clerk\n"
    now = made(files, lambda each: rename(each, "clerk", "desk-clerk"))
    assert now["roles/clerk.yml"] is None
    assert now["roles/desk-clerk.yml"] == "kind: role\nid: desk-clerk\ntitle: Clerk\nwas: [clerk]\n"


def test_the_way_back_takes_the_address_out_of_was() -> None:
    role = ROLE + "  was: [desk-clerk]\n"
    now = made({"a.yml": role, "b.yml": WORK}, lambda each: rename(each, "clerk", "desk-clerk"))
    assert now["a.yml"] == role.replace("id: clerk", "id: desk-clerk").replace(
        "was: [desk-clerk]", "was: [clerk]"
    )


def test_another_title_changes_titles_in_their_marks_and_tells_of_the_others() -> None:
    files = {"a.yml": ROLE, "b.yml": WORK, "c.yml": "- {kind: term, id: t, title: T, "
             "definition: The Clerk knows}\n"}  # fmt: skip
    changes = rename(standing(files), "clerk", title="Front desk")
    assert changes.files["content/b.yml"] == WORK.replace("《Clerk》", "《Front desk》").encode()
    assert [(each.key, str(each.place)) for each in changes.told] == [
        ("bare-title", "content/c.yml:1:49")
    ]


def test_a_name_that_would_mean_something_nearer_gets_the_address() -> None:
    files = {
        "a.yml": ROLE, "s/section.yml": "title: S\n",
        "s/b.yml": WORK + "- {kind: role, id: seller, title: Seller, reports_to: seller-chief}\n"
        "- {kind: role, id: seller-chief, title: Chief}\n",
    }  # fmt: skip
    now = made(files, lambda each: rename(each, "seller", "clerk"))["s/b.yml"]
    assert now is not None
    assert "by: /clerk" in now
    assert "[[/clerk|the desk]] or 《Clerk》" in now
    assert "id: clerk, title: Seller, was: [seller]" in now


def test_known_findings_and_pages_follow() -> None:
    files = {
        "a.yml": ROLE, "b.yml": WORK,
        "known-findings.yml": "- {rule: unused-role, at: idle, why: \"[[idle]] is new\"}\n",
        "c.yml": "- {kind: role, id: idle, title: Idle}\n",
        "pages/about.md": "Ask [[idle]] or\n[them](roles/idle.html#top), not `[[idle]]`.\n",
    }  # fmt: skip
    now = made(files, lambda each: rename(each, "idle", "busy"))
    assert now["known-findings.yml"] == (
        '- {rule: unused-role, at: busy, why: "[[busy]] is new"}\n'
    )
    assert (
        now["pages/about.md"] == "Ask [[busy]] or\n[them](roles/busy.html#top), not `[[idle]]`.\n"
    )


def test_a_new_id_may_be_given_with_its_section() -> None:
    files = {"s/section.yml": "title: S\n", "s/a.yml": ROLE, "s/b.yml": WORK}
    now = made(files, lambda each: rename(each, "s/clerk", "s/desk"))
    assert now == made(files, lambda each: rename(each, "s/clerk", "desk"))
    with pytest.raises(CannotRevise) as refused:
        rename(standing(files), "s/clerk", "t/desk")
    assert refused.value.key == "other-section"


def test_other_line_ends_and_a_mark_in_front_stay() -> None:
    files = {"a.yml": "\ufeff" + ROLE.replace("\n", "\r\n"), "b.yml": WORK.replace("\n", "\r\n")}
    now = made(files, lambda each: rename(each, "clerk", "desk"))
    assert now["b.yml"] == str(files["b.yml"]).replace("[[clerk", "[[desk").replace(
        "by: clerk", "by: desk"
    ).replace("by: [clerk", "by: [desk")
    assert (
        now["a.yml"] == str(files["a.yml"]).replace("id: clerk", "id: desk") + "  was: [clerk]\r\n"
    )


@pytest.mark.parametrize(
    ("id", "new", "key"),
    [
        ("clerk", "refund", "taken"), ("clerk", "Chief Clerk", "bad-id-slug"),
        ("clerk", "店员", "bad-id-slug"), ("clerk", "？", "bad-id"),
        ("clark", "x", "unknown-nearest"),
        ("clerk", "clerk", "same-name"), ("clerk", "seller", "taken-before"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(id: str, new: str, key: str) -> None:
    files = {
        "a.yml": ROLE,
        "b.yml": WORK.replace("title: Refund", "title: Refund\n  was: [seller]"),
    }
    with pytest.raises(CannotRevise) as refused:
        rename(standing(files), id, new)
    assert refused.value.key == key
    assert refused.value.told("en")


def test_while_something_cannot_be_read_nothing_is_renamed() -> None:
    files = {"a.yml": ROLE, "b.yml": WORK, "c.yml": "- kind: term\n  id：x\n"}
    with pytest.raises(CannotRevise) as refused:
        rename(standing(files), "clerk", "x")
    assert refused.value.key == "unreadable"
    assert refused.value.problems[0].place.path == "content/c.yml"


def test_what_would_bring_an_error_is_refused_with_it() -> None:
    files = {"a.yml": ROLE, "b.yml": WORK}
    with pytest.raises(CannotRevise) as refused:
        rename(standing(files), "clerk", "con")
    assert refused.value.key == "brings-errors"
    assert [each.rule for each in refused.value.problems] == ["unfit-name"]
