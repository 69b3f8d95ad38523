"""A character that our typeface lacks is told with its place, never printed as a silent box."""

from __future__ import annotations

import pytest

from handbook.sheets.glyphs import uncovered


def test_everyday_text_is_covered():
    assert uncovered("<p>客户，您好！▲ → “ABC” 30\u2009分钟 ½ ㎡</p>") == []


@pytest.mark.parametrize("strange", ["\U00020bb7", "\U0001f600", "\u0e01"])
def test_a_strange_character_is_found_once(strange):
    assert uncovered(f"<p>{strange}客户{strange}</p>") == [strange]


def test_a_character_written_as_an_entity_is_found():
    assert uncovered("<p>&#128512;</p>") == ["\U0001f600"]


@pytest.mark.parametrize(
    "html",
    ["<title>\U0001f600</title>", "<style>\U0001f600</style>", '<p title="\U0001f600">一</p>',
     "<svg><text>\U0001f600</text></svg>", "<p>一\u200b\ufe0f\u00a0</p>"],
)  # fmt: skip
def test_what_is_not_printed_needs_no_glyph(html):
    assert uncovered(html) == []
