"""Where pages and sheets are: relative to the root of the site, and to each other."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.compose.setting import addresses
from handbook.model.handbook import Handbook

ROLE = "- {kind: role, id: clerk, title: 文员}\n"


@pytest.fixture
def handbook() -> Handbook:
    return handbook_of(ROLE, auto__section="title: 汽车\n", auto__all=ROLE.replace("clerk", "boss"))


def test_everything_of_a_definition_lies_under_its_section(handbook: Handbook) -> None:
    clerk, boss = handbook["clerk"], handbook["auto/boss"]
    assert addresses.page_of(clerk) == "roles/clerk"
    assert addresses.page_of(boss) == "auto/roles/boss"
    assert addresses.calendar_of(boss) == "auto/roles/boss.ics"
    assert addresses.sheet_of(clerk, "pack") == "print/clerk.pack.pdf"
    assert addresses.sheet_of(boss, "pack") == "print/auto/boss.pack.pdf"


def test_a_section_has_its_page_its_indexes_and_its_sheets(handbook: Handbook) -> None:
    whole, auto = handbook.organisation, handbook["auto/boss"].section
    assert addresses.section_page(whole) == "index" == addresses.HOME
    assert addresses.section_page(auto) == "auto/index"
    assert addresses.kind_page(auto, "roles") == "auto/roles/index"
    assert addresses.kind_page(whole, "roles") == "roles/index"
    assert addresses.prints_of(whole) == "print/index-shared"
    assert addresses.prints_of(auto) == "print/auto/index"
    assert addresses.book_of(whole) == "print/handbook.pdf"
    assert addresses.book_of(auto) == "print/auto/handbook.pdf"
    assert addresses.overview_sheet(auto, "limits") == "print/auto/section.limits.pdf"


def test_an_overview_has_a_page_over_all_and_pages_of_sections(handbook: Handbook) -> None:
    whole, auto = handbook.organisation, handbook["auto/boss"].section
    assert addresses.overview_page("limits") == "overview/limits"
    assert addresses.overview_page("limits", whole) == "overview/shared/limits"
    assert addresses.overview_page("limits", whole, 2) == "overview/shared/limits-2"
    assert addresses.overview_page("limits", auto) == "auto/overview/limits"
    assert addresses.overview_page("limits", auto, 3) == "auto/overview/limits-3"


def test_a_kind_has_an_index_over_all_where_there_are_sections(handbook: Handbook) -> None:
    assert addresses.overall(handbook, "roles") == "all/roles" == addresses.all_of_kind("roles")
    assert addresses.overall(handbook_of(ROLE), "roles") == "roles/index"


def test_a_tag_has_an_anchor_without_blanks() -> None:
    assert addresses.tag_anchor("新 人  A") == "tag-新-人-A"
    assert addresses.tag_href("tags/", "a b/c#") == "tags/#tag-a-b/c%23"


@pytest.mark.parametrize(
    ("target", "base", "way"),
    [
        ("a.md", "b.md", "a.md"),
        ("a/b.md", "a/c.md", "b.md"),
        ("a.md", "x/y/c.md", "../../a.md"),
        ("a/b.md", "a/x/c.md", "../b.md"),
        ("a/b/c.md", "d.md", "a/b/c.md"),
        ("a/b/c.md", "a/d/c.md", "../b/c.md"),
        ("a/a/c.md", "b/a/c.md", "../../a/a/c.md"),
        ("a", "a/b.md", "../a"),
    ],
)
def test_the_way_from_a_page_to_another_goes_up_no_more_than_it_must(
    target: str, base: str, way: str
) -> None:
    assert addresses.relative(target, base) == way
