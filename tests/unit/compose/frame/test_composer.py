"""Pages are filled in the scope of a section, and offer the sheets that were made."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import handbook_of

from handbook.compose.frame.composer import Composer, SiteScreen, size_of

NOWHERE = Path("no-such-folder")
TEXT = """\
- {kind: role, id: clerk, title: 文员}
- {kind: term, id: word, title: 词, definition: 词。}
"""
SHOP = "- {kind: role, id: boss, title: 店长}\n"
ROWS = [
    {"kind": "role", "section": "", "id": "clerk", "sheet": "role", "uri": "print/clerk.role.pdf",
     "pages": 2, "bytes": 2_500_000},
    {"kind": "role", "section": "shop", "id": "boss", "sheet": "role", "uri": "print/shop/b.pdf",
     "pages": 1, "bytes": 40_000},
    {"kind": "overview", "section": "", "id": "section", "sheet": "limits",
     "uri": "print/section.limits.pdf", "pages": 3, "bytes": 1024},
]  # fmt: skip


@pytest.fixture(scope="module")
def composer() -> Composer:
    made = handbook_of(TEXT, shop__section="title: 门店\n", shop__all=SHOP)
    return Composer(made, NOWHERE, ROWS)


def test_a_page_is_seen_from_the_whole_or_from_a_section(composer) -> None:
    shop = composer.handbook["shop/boss"].section
    assert composer.screen("a/b").section is composer.handbook.organisation
    assert composer.screen("a/b", shop).section is shop
    assert composer.screen("a/b").base == "a/b.html"


def test_a_mention_of_what_is_not_published_is_words_only(composer) -> None:
    made = composer.handbook
    screen = SiteScreen({"clerk"}, {}, made, made.organisation, "terms/word.html")
    assert screen.href(made["clerk"]) == "../roles/clerk.html"
    assert screen.href(made["word"]) is None
    assert screen.link(made["word"], "词") == "词"
    assert screen.link(made["clerk"], "文员").startswith("<a ")


def test_the_sheets_of_a_definition_are_offered_with_their_size(composer) -> None:
    screen = composer.screen("roles/clerk")
    (link,) = composer.sheets(composer.handbook["clerk"], screen)
    assert link.href == "../print/clerk.role.pdf"
    assert link.size == "2 页 · 2.4 MB"
    assert composer.sheets(composer.handbook["word"], screen) == []
    (other,) = composer.sheets(composer.handbook["shop/boss"], screen)
    assert other.href == "../print/shop/b.pdf"


def test_the_sheets_of_an_overview_are_those_of_the_section_or_of_the_whole(composer) -> None:
    screen = composer.screen("overview/limits")
    (link,) = composer.overviews(["limits", "month"], None, screen)
    assert link.href == "../print/section.limits.pdf"
    assert composer.overviews(["limits"], composer.handbook["shop/boss"].section, screen) == []


def test_where_nothing_was_printed_nothing_is_offered(composer) -> None:
    made = Composer(composer.handbook, NOWHERE)
    assert made.printed is None
    assert made.sheets(made.handbook["clerk"], made.screen("x")) == []
    assert Composer(composer.handbook, NOWHERE, []).printed == []


@pytest.mark.parametrize(
    ("bytes", "size"),
    [
        (0, "1 KB"), (1, "1 KB"), (1024, "1 KB"), (1535, "1 KB"), (1537, "2 KB"), (40_000, "39 KB"),
        (1_040_000, "1016 KB"), (1_100_000, "1.0 MB"), (2_500_000, "2.4 MB"),
    ],
)  # fmt: skip
def test_a_size_is_told_in_kilobytes_or_megabytes(bytes: int, size: str) -> None:
    assert size_of(bytes) == size
