"""What no typeface of ours has becomes a box, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.typefaces import AS_TEXT, BOX, drawable, lacking, letters, pictures

ANY = st.text(st.characters(blacklist_categories=("Cs", "Cc")))


def test_everyday_text_is_drawn_as_it_is_written():
    text = "客户，您好！▲ → “ABC” 30\u2009分钟 ½ ㎡"
    assert drawable(text) == text
    assert not list(lacking(text))


@pytest.mark.parametrize(("written", "drawn"), [
    ("王㛃", "王□"), ("𠮷野家", "□野家"), ("e\u0301", "é"), ("豈", "豈"), ("⼈", "人"),
    ("10⁵", "10□"), ("1️⃣", "1"), ("好\u200b的", "好\u200b的"), ("\ue000", "□"),
])  # fmt: skip
def test_what_is_lacking_is_a_box_unless_it_is_another_spelling(written, drawn):
    assert drawable(written) == drawn
    assert bool(list(lacking(written))) is (BOX in drawn)


@pytest.mark.parametrize("written", ["🌹", "👍🏽", "❤️", "⚽"])
def test_a_picture_is_drawn_by_itself_and_told(written):
    assert drawable(written) == written[0] + AS_TEXT
    assert [at for at, _ in lacking(written)] == [0]


def test_pictures_of_several_are_drawn_one_by_one():
    assert drawable("👨\u200d👩") == f"👨{AS_TEXT}👩{AS_TEXT}"


@given(ANY)
def test_whatever_is_drawn_is_in_a_typeface_or_takes_no_glyph(text):
    drawn = drawable(text)
    seen = {each for each in drawn if not each.isspace()}
    assert all(
        each in letters() | pictures() or (0xAD <= ord(each) <= 0xFEFF and not each.isalnum())
        for each in seen
    )


@given(ANY)
def test_every_box_is_told(text):
    boxes = drawable(text).count(BOX) - text.count(BOX)
    told = [each for _, each in lacking(text) if each not in pictures()]
    assert boxes <= len(told)
