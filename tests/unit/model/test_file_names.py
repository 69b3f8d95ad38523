"""Ids, sections and files have names that every system takes, or it is said why not."""

from __future__ import annotations

import pytest
from tests.written import loaded

from handbook.model.file_names import LONGEST, unportable_files, why_unfit


@pytest.mark.parametrize(("name", "why"), [
    ("con", "device"), ("aux", "device"), ("prn", "device"), ("nul", "device"), ("com1", "device"),
    ("lpt9", "device"), ("index", "index"), ("a" * 260, "long"), ("a" * LONGEST, None),
    ("console", None), ("com", None), ("index-2", None),
])  # fmt: skip
def test_a_name_that_no_file_can_have_says_why(name, why):
    assert why_unfit(name, name) == why


def test_the_sections_around_count_too():
    assert why_unfit("a" * 60, "/".join(["a" * 60] * 3)) == "deep"


def test_definitions_and_sections_are_told_where_they_are_named():
    found = loaded("- {kind: term, id: nul, title: 词, definition: 义}",
                   prn__section="title: 打印\n").problems  # fmt: skip
    assert [(each.rule, str(each.place)) for each in found] == [
        ("unfit-name", "content/all.yml:1:20"), ("unfit-name", "content/prn/section.yml:1:1"),
    ]  # fmt: skip


@pytest.mark.parametrize(("paths", "told"), [
    (["content/aux.yml"], ["content/aux.yml"]),
    (["content/con/a.yml", "content/con/b.yml"], ["content/con"]),
    (["content/a.yml", "content/A.yml"], ["content/a.yml"]),
    (["content/A/x.yml", "content/a/x.yml"], ["content/a"]),
    (["content/e\u0301.yml", "content/é.yml"], ["content/é.yml"]),
    (["content/pages/a:b.png"], ["content/pages/a:b.png"]),
    (["content/a./b.yml"], ["content/a."]),
    (["content/auxiliary.yml", "content/日常.yml"], []),
])  # fmt: skip
def test_a_file_that_other_systems_refuse_is_told_once(paths, told):
    assert [str(each.place.path) for each in unportable_files(paths)] == told


@pytest.mark.parametrize("word", ["CON", "Aux", "INDEX", "A" * 90])
def test_no_id_is_proposed_that_no_file_can_have(word):
    found = loaded(f"- {{kind: term, id: {word}, title: 词, definition: 义}}").problems
    assert [(each.rule, each.hint) for each in found] == [("bad-id", "example")]


@pytest.mark.parametrize("was", ["con", "auto/aux", "a" * 90, "prn/a"])
def test_no_former_address_has_a_name_that_no_file_can_have(was):
    found = loaded(f"- {{kind: term, id: a, title: 词, definition: 义, was: {was}}}").problems
    assert [each.rule for each in found] == ["bad-former-address"]
