"""Ids are proposed from titles, codes from their series."""

from __future__ import annotations

import pytest
from planned import standing

from handbook.languages.latin import MOST, in_latin
from handbook.model.kinds import KINDS
from handbook.model.values import ID
from handbook.revise.proposals import next_code, proposed_id


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("客户投诉处理", "ke-hu-tou-su-chu-li"), ("7DC 回访表", "7dc-hui-fang-biao"),
        ("客戶投訴", "ke-hu-tou-su"), ("Lost & found", "lost-found"), ("Café menu", "cafe-menu"),
        ("Customer's wish", "customers-wish"), ("《A》表", "a-biao"), ("！？", ""),
        ("ＡＢ类", "ab-lei"),
    ],
)  # fmt: skip
def test_a_title_in_latin_letters(title: str, id: str) -> None:
    assert in_latin(title) == id


def test_a_long_title_is_cut_between_words() -> None:
    assert ID.fullmatch(in_latin("客户投诉处理" * 9))
    assert len(in_latin("long " * 99)) <= MOST
    assert in_latin("x" * 99) == "x" * MOST


def test_what_is_taken_or_was_gets_a_number() -> None:
    terms = "- {kind: term, id: a, title: A, definition: x, was: [a-2]}\n"
    handbook = standing({"t.yml": terms}).handbook
    assert proposed_id(handbook, (), "A") == "a-3"
    assert proposed_id(handbook, ("s",), "A") == "a"
    assert proposed_id(handbook, (), "…") is None
    assert proposed_id(handbook, (), "con") == "con-2"


def _form(id: str, code: str) -> str:
    return (f"- {{kind: form, id: {id}, title: {id}, code: {code}, "
            "groups: [{title: G, fields: [{id: a, label: A, type: text}]}]}\n")  # fmt: skip


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        (("KF-PR-017", "KF-PR-018"), "KF-PR-019"), (("F9",), "F10"), (("A-1", "B-7", "B-8"), "B-9"),
        (("2026-F-03-A",), "2026-F-04-A"), ((), None), (("none",), None), (("X-099",), "X-100"),
    ],
)  # fmt: skip
def test_a_code_goes_on_with_its_series(codes: tuple[str, ...], code: str | None) -> None:
    forms = "".join(_form(f"f{number}", each) for number, each in enumerate(codes))
    files = {"forms.yml": forms, "s/section.yml": "title: S\n"} if forms else {}
    handbook = standing(files).handbook
    assert next_code(handbook, handbook.organisation, KINDS["form"]) == code
    assert next_code(handbook, handbook.organisation, KINDS["policy"]) is None


def test_a_code_of_another_section_is_not_given_again() -> None:
    files = {"f.yml": _form("a", "F-1"), "s/section.yml": "title: S\n",
             "s/f.yml": _form("b", "f-2")}  # fmt: skip
    handbook = standing(files).handbook
    assert next_code(handbook, handbook.organisation, KINDS["form"]) == "F-3"
