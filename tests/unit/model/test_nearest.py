"""What an editor probably meant: one slip of the finger first, then what is most alike."""

from __future__ import annotations

import pytest

from handbook.model.nearest import (
    differ_by_one,
    is_one_slip_off,
    nearest,
    nearest_slip,
    shortened,
)


@pytest.mark.parametrize(
    ("left", "right", "differ", "slip"),
    [
        ("form", "fort", True, True),
        ("form", "forms", True, True),
        ("forms", "form", True, True),
        ("form", "orm", True, True),
        ("form", "fxorm", True, True),
        ("form", "from", False, True),
        ("form", "fomr", False, True),
        ("form", "morf", False, False),
        ("form", "form", False, False),
        ("form", "farms", False, False),
        ("form", "foxy", False, False),
        ("form", "fo", False, False),
        ("abcd", "badc", False, False),
        ("abcd", "bacd", False, True),
        ("abc", "abxy", False, False),
        ("", "a", True, True),
    ],
)
def test_a_slip_changes_one_character_or_lets_two_change_places(
    left: str, right: str, differ: bool, slip: bool
) -> None:
    assert differ_by_one(left, right) is differ_by_one(right, left) is differ
    assert is_one_slip_off(left, right) is is_one_slip_off(right, left) is slip


@pytest.mark.parametrize(
    ("word", "choices", "expected"),
    [
        ("Title", ["id", "title"], "title"),
        ("tilte", ["id", "title"], "title"),
        ("titel", ["tiles", "title"], "title"),
        ("responsibility", ["title", "responsibilities"], "responsibilities"),
        ("zzz", ["id", "title"], None),
        ("x", ["y", "id"], None),
        ("title", [], None),
    ],
)
def test_the_nearest_word_is_suggested_or_none(
    word: str, choices: list[str], expected: str | None
) -> None:
    assert nearest(word, choices) == expected


def test_a_slip_goes_before_what_has_more_letters_in_common() -> None:
    assert nearest("purposes", ["purpose-shown", "purpose"]) == "purpose"
    assert nearest_slip("by", ["b", "do", "bys"]) == "bys"
    assert nearest_slip("by", ["b"]) is None


def test_texts_that_differ_by_one_character_have_a_shortened_form_in_common() -> None:
    assert shortened("abc") == {"abc", "bc", "ac", "ab"}
    assert shortened("form") & shortened("fort")
    assert not shortened("form") & shortened("foxy")
