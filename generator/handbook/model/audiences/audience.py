"""Audiences: who may read what, and the handbook as one of them reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from handbook.model.audiences.kept_back import KeptBack
from handbook.model.audiences.level import level_of, level_of_page, levels_of_files
from handbook.model.audiences.names import Names
from handbook.model.handbook import Handbook, Link
from handbook.model.index import Index
from handbook.model.kept import Kept
from handbook.model.kinds import Definition
from handbook.model.pictures import shown_by
from handbook.model.references import Scope
from handbook.model.section import Section

# What says the same to every reader; `for_audience` narrows all the rest.
AS_IT_IS = frozenset({
    "nothing_lost", "all_are_named", "settings_are_whole", "complete",  # how well it was read
    "beside",  # files; those that are kept back are `withheld`
    "logo",
})  # fmt: skip


def for_audience(handbook: Handbook, audience: str, instead: str) -> Handbook:
    """Return the handbook as an audience reads it; ValueError when there is no such audience.

    Definitions and pages for a higher audience are gone, and the sections that held nothing else or
    are empty and for that audience; files that only such pages show are `withheld`. Mentions of
    them have become plain words: those of [[id|words]], else `instead`. Every later stage sees
    only this handbook, so that nothing of what is kept back can reach the site or a sheet.
    """
    audiences = [str(each) for each in handbook.settings.audiences]
    highest = audiences.index(audience)  # the error says what is not in it
    hidden = {each for each in handbook.definitions if level_of(handbook, each) > highest}
    pages = {page for page in handbook.written if level_of_page(handbook, page) > highest}
    names = Names(handbook)
    if not hidden and not pages and max(names.lowest.values()) <= highest:
        return replace(handbook, kept=tuple(_for_readers(handbook)), audience=audience)
    shown = [each for each in handbook.definitions if each not in hidden]
    words = KeptBack(handbook, hidden, names.above(highest), instead)
    open_to_it = [each for each in handbook.sections if names.lowest[each.path] <= highest]
    sections = _sections(open_to_it, words)
    sheets = [each.sheet for each in sections.values() if each.sheet]
    # By object, not by address: equal addresses are a fault, but not one to fail on here.
    now = {id(each): words.definition(each, sections[each.section.path]) for each in shown}
    addresses = {each.address for each in shown}
    written = tuple(words.page(page) for page in handbook.written if page not in pages)
    files = levels_of_files(handbook)
    return replace(
        handbook,
        settings=words.part(handbook.settings, ()),
        sections=tuple(sections.values()),
        definitions=tuple(now.values()),
        links=tuple(_links(handbook, now)),
        unreadable=frozenset(),
        damaged=handbook.damaged & addresses,
        unreadable_titles=frozenset(),
        written=written,
        kept=tuple(_kept(handbook, sections, words)),
        withheld=frozenset(uri for uri, level in files.items() if level > highest),
        pictures=shown_by(shown, sheets, handbook.pictures),
        audience=audience,
        _index=Index(now.values()),
        _flows={},
        _found={},
        _editions={},
    )


def _for_readers(handbook: Handbook) -> Iterator[Kept]:
    return (each for each in handbook.kept if not each.of.for_editors)


def _kept(handbook: Handbook, sections: Mapping[Scope, Section], words: KeptBack) -> Iterator[Kept]:
    """Yield what the special files of sections that are shown say, without what is hidden."""
    for each in _for_readers(handbook):
        section = sections.get(each.section.path)
        if section is not None:
            parts = tuple(words.part(part, section.path) for part in each.parts)
            yield replace(each, section=section, parts=parts)


def _links(handbook: Handbook, now: dict[int, Definition]) -> list[Link]:
    """Return the links between what is shown."""
    return [
        replace(link, source=now[id(link.source)], target=now[id(link.target)])
        for link in handbook.links
        if id(link.source) in now and id(link.target) in now
    ]


def _sections(shown: Iterable[Section], words: KeptBack) -> dict[tuple[str, ...], Section]:
    """Return the sections that are shown by path, outer ones first."""
    sections: dict[tuple[str, ...], Section] = {}
    for section in shown:
        sheet = section.sheet and words.part(section.sheet, section.path)
        parent = sections[section.parent.path] if section.parent else None
        title = section.title
        if sheet is not None and section.path:
            title = str(sheet.title)
        sections[section.path] = replace(section, sheet=sheet, parent=parent, title=title)
    return sections
