"""The menu leads from sections to kinds to pages, and leaves out what is retired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from test_pages import ALL_KINDS
from tests.ours import PROJECT
from tests.written import handbook_of

from handbook.compose.pages.composition import compose_pages
from handbook.compose.pages.menu import Item, menu
from handbook.model.handbook import Handbook

SECTIONS = {
    "shop__section": "title: 门店\norder: 2\n",
    "shop__all": "- {kind: term, id: a, title: 甲, definition: 一}\n",
    "shop__repair__section": "title: 维修\n",
    "shop__repair__all": "- {kind: term, id: b, title: 乙, definition: 二}\n",
    "desk__section": "title: 前台\norder: 1\n",
    "desk__all": "- {kind: term, id: c, title: 丙, definition: 三}\n",
}


def walked(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from walked(item.children)


def titles(handbook: Handbook) -> list[str]:
    return [item.title for item in menu(handbook)]


def test_every_line_of_the_menu_has_a_page() -> None:
    handbook = handbook_of(ALL_KINDS, **SECTIONS)
    pages = {page.uri for page in compose_pages(handbook, PROJECT)}
    assert {item.uri for item in walked(menu(handbook)) if item.uri} <= pages


def test_only_retired_definitions_are_missing() -> None:
    handbook = handbook_of(ALL_KINDS)
    shown = {item.uri for item in walked(menu(handbook))}
    missing = {d.id for d in handbook.definitions if f"{d.folder}/{d.id}.md" not in shown}
    assert missing == {"old"}


def test_sections_stand_in_their_order_and_what_is_shared_after_them() -> None:
    handbook = handbook_of(ALL_KINDS, **SECTIONS)
    assert titles(handbook) == ["首页", "前台", "门店", "公司", "按种类查", "总览", "打印中心"]


def test_a_section_begins_with_its_own_page_and_holds_its_kinds_and_sections() -> None:
    shop = menu(handbook_of(ALL_KINDS, **SECTIONS))[2]
    assert [child.title for child in shop.children] == ["门店", "术语", "维修"]
    assert shop.children[0].uri == "shop/index.md"


def test_without_sections_the_kinds_stand_at_the_top() -> None:
    assert titles(handbook_of(ALL_KINDS))[:3] == ["首页", "流程", "话术"]


def test_an_empty_handbook_has_a_menu_and_pages() -> None:
    handbook = replace(handbook_of("- {kind: term, id: a, title: 甲, definition: 一}\n"))
    empty = replace(handbook, definitions=(), links=())
    assert titles(empty) == ["首页", "打印中心"]
    assert {"index.md", "rules.md"} <= {page.uri for page in compose_pages(empty, PROJECT)}
