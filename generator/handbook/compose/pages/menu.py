"""The menu of the site: sections, in each the kinds, in each the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar
from weakref import WeakKeyDictionary

from handbook.compose.overviews.records import overviews_over_all
from handbook.compose.setting import addresses
from handbook.compose.setting.addresses import KEYS, RULES, TAGS, overall
from handbook.compose.setting.labels import labels
from handbook.model.handbook import Handbook
from handbook.model.kinds import KINDS, Definition
from handbook.model.section import Section

Known = TypeVar("Known", bound=Definition)


@dataclass(frozen=True)
class Item:
    """A line of the menu: a page (`uri` ends in .md), or a group that holds others."""

    title: str
    uri: str | None = None
    children: tuple[Item, ...] = ()


_MENUS: WeakKeyDictionary[Handbook, tuple[Item, ...]] = WeakKeyDictionary()


def menu(handbook: Handbook) -> tuple[Item, ...]:
    """Return the menu; retired definitions are not in it, hand-written pages not yet.

    Worked out once for a handbook: what it leads to is asked for in several places.
    """
    if handbook not in _MENUS:
        _MENUS[handbook] = _menu(handbook)
    return _MENUS[handbook]


def _menu(handbook: Handbook) -> tuple[Item, ...]:
    t = labels(handbook.settings.language)
    organisation = handbook.organisation
    sections = handbook.subsections(organisation)
    items = [_page(t("home"), addresses.HOME)]
    items += [_section(section, handbook) for section in sections]
    own = tuple(_kinds(organisation, handbook))
    if not sections:
        items += own
    elif own:
        items.append(Item(organisation.title, children=own))
    if sections:
        items.append(Item(t("everything"), children=tuple(_everything(handbook))))
    elif any(definition.tags for definition in handbook.definitions):
        items.append(_page(t("tags"), TAGS))
    items += _overview(handbook)
    return (*items, _page(t("print-centre"), addresses.PRINT_CENTRE))


def _overview(handbook: Handbook) -> Iterator[Item]:
    t = labels(handbook.settings.language)
    pages = tuple(
        _page(t(f"overview-{each.name}"), addresses.overview_page(each.name))
        for each in overviews_over_all(handbook)
    )
    if pages:
        title = t("overview")
        yield Item(title, children=(_page(title, f"{addresses.OVERVIEW}/index"), *pages))


def editors_items(handbook: Handbook) -> tuple[Item, ...]:
    """Return the lines of what editors look up; they stand with the hand-written pages."""
    t = labels(handbook.settings.language)
    return _page(t("keys"), KEYS), _page(t("rules"), RULES)


def in_menu(handbook: Handbook, section: Section, kind: type[Known]) -> list[Known]:
    """Return the definitions of a kind in a section that people work by."""
    return [
        definition
        for definition in handbook.in_section(section)
        if isinstance(definition, kind) and not definition.is_retired
    ]


def kinds_in(handbook: Handbook, section: Section) -> list[type[Definition]]:
    """Return the kinds that have an index in a section."""
    return [
        kind
        for kind in KINDS.values()
        if any(isinstance(definition, kind) for definition in handbook.in_section(section))
    ]


def _section(section: Section, handbook: Handbook) -> Item:
    inner = (
        _page(section.title, addresses.section_page(section)),
        *_kinds(section, handbook),
        *(_section(each, handbook) for each in handbook.subsections(section)),
    )
    return Item(section.title, children=inner)


def _kinds(section: Section, handbook: Handbook) -> Iterator[Item]:
    t = labels(handbook.settings.language)
    for kind in kinds_in(handbook, section):
        title = t(f"kinds-{kind.kind}")
        pages = (
            _page(str(definition.title), addresses.page_of(definition))
            for definition in in_menu(handbook, section, kind)
        )
        yield Item(
            title, children=(_page(title, addresses.kind_page(section, kind.folder)), *pages)
        )


def _everything(handbook: Handbook) -> Iterator[Item]:
    t = labels(handbook.settings.language)
    for kind in KINDS.values():
        if handbook.of(kind):
            yield _page(t(f"kinds-{kind.kind}"), overall(handbook, kind.folder))
    if any(definition.tags for definition in handbook.definitions):
        yield _page(t("tags"), TAGS)


def _page(title: str, address: str) -> Item:
    return Item(title, f"{address}.md")
