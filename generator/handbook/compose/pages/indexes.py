"""Pages that list others: a section, a kind in a section, a kind over all sections, the tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import MOST_OF_ROWS, Page
from handbook.compose.kinds.entry import Entry, entry_of
from handbook.compose.overviews.ways import section_links
from handbook.compose.pages.menu import kinds_in
from handbook.compose.setting import addresses
from handbook.compose.setting.addresses import TAGS, tag_anchor
from handbook.compose.setting.hours_words import hours_line
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import KINDS, Definition
from handbook.model.section import Section

MOST_ON_A_PAGE = MOST_OF_ROWS
_BYTES_OF_AN_ENTRY = 180  # what the markup takes besides words
INDEX = {"search": {"exclude": True}}  # an index says nothing that its pages do not say


def index_pages(composer: Composer) -> Iterator[Page]:
    """Yield every index."""
    handbook = composer.handbook
    for section in handbook.sections:
        if section.parent is not None:
            yield section_index(section, composer)
        for kind in kinds_in(handbook, section):
            yield kind_index(section, kind, composer)
    if handbook.subsections(handbook.organisation):
        for kind in KINDS.values():
            if handbook.of(kind):
                yield overall_index(kind, composer)
    if any(definition.tags for definition in handbook.definitions):
        yield tag_index(composer)


def section_index(section: Section, composer: Composer) -> Page:
    """Return the page of a section: what is in it, by kind."""
    screen = composer.screen(addresses.section_page(section), section)
    groups = [
        (composer.kind_link(screen, section, kind), kind,
         entries(_of(kind, composer.handbook.in_section(section)), screen))
        for kind in kinds_in(composer.handbook, section)
    ]  # fmt: skip
    return composer.page(
        "section",
        screen,
        section.title,
        source=section.sheet.place.path if section.sheet else None,
        section=section,
        hours=hours_line(section.sheet.hours if section.sheet else None, screen.setter, composer.t),
        subsections=[
            (composer.link(screen, addresses.section_page(each), each.title),
             screen.setter.within(each.path).line(each.sheet.summary if each.sheet else None))
            for each in composer.handbook.subsections(section)
        ],
        groups=groups,
        ways=section_links(section, composer, screen),
    )  # fmt: skip


def kind_index(section: Section, kind: type[Definition], composer: Composer) -> Page:
    """Return the index of a kind in a section."""
    screen = composer.screen(addresses.kind_page(section, kind.folder), section)
    found = entries(_of(kind, composer.handbook.in_section(section)), screen)
    title = composer.t(f"kinds-{kind.kind}")
    return composer.page(
        "kind", screen, title, head=INDEX, groups=[(None, found)], sections=[], kind=kind
    )


def overall_index(kind: type[Definition], composer: Composer) -> Page:
    """Return the index of a kind over all sections."""
    screen = composer.screen(addresses.all_of_kind(kind.folder))
    handbook = composer.handbook
    found = [
        (section, entries(_of(kind, handbook.in_section(section)), screen))
        for section in handbook.sections
    ]
    found = [(section, own) for section, own in found if own]
    is_apart = sum(map(weight_of, (each for _, own in found for each in own))) > MOST_ON_A_PAGE
    sections = [
        (composer.link(screen, addresses.kind_page(section, kind.folder), section.title), len(own))
        for section, own in found
    ]
    return composer.page(
        "kind",
        screen,
        composer.t(f"all-{kind.kind}"),
        head=INDEX,
        groups=[] if is_apart else [(section.title, own) for section, own in found],
        sections=sections if is_apart else [],
        kind=kind,
    )


def tag_index(composer: Composer) -> Page:
    """Return the page of tags: each with what bears it; names alone where there is too much."""
    screen = composer.screen(TAGS)
    bearers: dict[str, list[Definition]] = {}
    for definition in composer.handbook.definitions:
        for tag in dict.fromkeys(map(str, definition.tags)):
            bearers.setdefault(tag, []).append(definition)
    tags = [
        (tag, tag_anchor(tag), entries(found, screen, with_kind=True))
        for tag, found in sorted(bearers.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    weight = sum(weight_of(each) for _, _, found in tags for each in found)
    is_short = weight > MOST_ON_A_PAGE  # then names alone must do
    return composer.page(
        "tags", screen, composer.t("tags"), head=INDEX, tags=tags, is_short=is_short
    )


def entries(
    definitions: Iterable[Definition], screen: Screen, *, with_kind: bool = False
) -> list[Entry]:
    """Return the lines of definitions, the live ones first."""
    in_order = sorted(definitions, key=lambda definition: definition.is_retired)
    return [entry_of(definition, screen, with_kind=with_kind) for definition in in_order]


def weight_of(entry: Entry) -> int:
    """Return about how many bytes a line takes on a page."""
    words = (entry.name, entry.summary, entry.fact, entry.code, entry.kind)
    return sum(len(each.encode()) for each in words) + _BYTES_OF_AN_ENTRY


def _of(kind: type[Definition], definitions: Iterable[Definition]) -> list[Definition]:
    return [definition for definition in definitions if isinstance(definition, kind)]
