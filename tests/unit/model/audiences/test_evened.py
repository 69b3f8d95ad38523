"""A name is found however it is typed, and where it stands is known."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.model.audiences.evened import evened, place_before

NAMES = {
    "裁员名单": (
        "裁員名單", "裁 员 名 单", "裁\u3000员名单", "裁**员**名单", "裁\u00ad员名单",
        "裁\u200b员\u200d名单",
        "裁&#21592;名单", "裁&#x5458;名单", "裁&shy;员&nbsp;名单", "裁&ZeroWidthSpace;员名单",
        "%E8%A3%81%E5%91%98名单", "裁<b>员</b>名单", "裁<!-- -->员名单", "裁\u2060员\ufe0f名单",
        "裁员\n名单",
        "裁\U000e0100员名单", "裁\u202e员名单",
    ),
    "QX-07": (
        "qx-07", "QX–07", "QX—07", "QX‑07", "QX−07", "ＱＸ－０７", "QX&#8209;07", "QX&ndash;07",
        "Q\u200bX-07", "QX-\u00ad07", "𝐐𝐗-𝟎𝟕",
    ),
    "Café Plan": (
        unicodedata.normalize("NFD", "Café Plan"), "CAFÉ PLAN", "Caf&eacute; Plan",
        "Café\u00a0Plan",
        "Café  Plan", "cafe&#769; plan",
    ),
    "Jane's List": ("Jane’s List", "jane&rsquo;s list", "Jane´s  list"),
    "内·外": ("内・外", "內•外", "内&middot;外"),
    "Fire": ("ﬁre", "FIRE"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "typed"), [(name, typed) for name, spellings in NAMES.items() for typed in spellings]
)
def test_every_spelling_of_a_name_is_the_name(name: str, typed: str) -> None:
    assert evened(typed) == evened(name)


@pytest.mark.parametrize(
    "words", ["裁员", "QX07", "QX-08", "refund_form", "a & b", "50% off", "AT&T", "x < y"]
)
def test_other_words_are_other_names(words: str) -> None:
    assert evened(words) not in {evened(name) for name in NAMES}
    assert evened(evened(words)) == evened(words)


PIECES = st.sampled_from(
    [*"裁員abX- _*–\u00ad\u200b\n", "&#21592;", "%E5%91%98", "e\u0301", "&amp;", "<b>", "&", "%"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_place_in_the_text_is_where_a_name_begins(before: str) -> None:
    text = f"{before}。QX-07"
    at = evened(text).index("qx-07")
    assert text[place_before(text, at) :] == "QX-07"


@given(st.text(max_size=30))
def test_any_text_has_places_within_itself(text: str) -> None:
    even = evened(text)
    places = [place_before(text, at) for at in range(len(even) + 1)]
    assert all(0 <= place <= len(text) for place in places)
