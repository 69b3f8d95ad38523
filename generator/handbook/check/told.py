"""Which problems a preview for an audience may show: those that give nothing away to it.

A problem quotes the line it stands in, and names what it collides with. Only what is surely for
these readers is shown: it stands in something whose audience is understood, and names nothing that
is kept back from them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from handbook.model.audiences.level import level_of, level_of_page
from handbook.model.audiences.names import Name, Names, holds_any
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.special_files import SECTION, SETTINGS
from handbook.problems import READING, Place, Problem
from handbook.read.heads import is_almost_audience
from handbook.read.nodes import Node, Record, Text

# Returns everything that a problem would show: message, hint, and the line it quotes.
Words = Callable[[Problem], Iterable[str | None]]


def fit_to_show(
    handbook: Handbook, problems: Iterable[Problem], audience: str | None, words: Words
) -> list[Problem]:
    """Return the problems that may be shown to an audience; None is everyone who may read all."""
    if audience is None:
        return list(problems)
    audiences = [str(each) for each in handbook.settings.audiences]
    if not handbook.settings_are_whole or audience not in audiences:
        return []
    readers = _Readers(handbook, audiences.index(audience))
    return [
        each
        for each in problems
        if readers.may_read(each)
        and not holds_any(readers.names, "\n".join(filter(None, words(each))))
    ]


class _Readers:
    def __init__(self, handbook: Handbook, highest: int) -> None:
        self.handbook = handbook
        self.highest = highest
        known = Names(handbook)
        self.names: tuple[Name, ...] = known.above(highest)
        self.lowest = known.lowest
        self.starts: dict[str, list[Definition]] = {}
        for each in sorted(handbook.definitions, key=lambda each: each.place):
            self.starts.setdefault(each.place.path, []).append(each)

    def may_read(self, found: Problem) -> bool:
        """Tell whether what a problem stands in is surely for these readers."""
        place = found.place
        if SETTINGS.is_at(place.path):
            return True
        for page in self.handbook.written:
            if page.path == place.path:
                return level_of_page(self.handbook, page) <= self.highest
        if found.rule in READING:  # what could not be read may say who may read it
            return False
        if SECTION.is_at(place.path):
            return self._is_open_section(place.path)
        definition = self._around(place)
        return definition is not None and self._is_open(definition)

    def _is_open_section(self, path: str) -> bool:
        for section in self.handbook.sections:
            if section.sheet is not None and section.sheet.place.path == path:
                return section.sheet_is_whole and self.lowest[section.path] <= self.highest
        return False

    def _is_open(self, definition: Definition) -> bool:
        lost = getattr(definition._written, "lost", ())
        if any(map(is_almost_audience, lost)):
            return False
        if definition.audience is None:
            sections = definition.section.lineage
            if not all(each.sheet is None or each.sheet_is_whole for each in sections):
                return False
        return level_of(self.handbook, definition) <= self.highest

    def _around(self, place: Place) -> Definition | None:
        """Return the definition in whose lines a place lies."""
        known = self.starts.get(place.path, [])
        at = bisect_right([each.place for each in known], place)
        if not at:
            return None
        definition = known[at - 1]
        last = max(each.line for each in _places_in(definition._written))
        return definition if place.line <= last else None


def _places_in(node: Node) -> Iterator[Place]:
    yield node.place
    if isinstance(node, Text):
        return
    if isinstance(node, Record):
        yield from (key.place for key in node)
    for item in node.values() if isinstance(node, Record) else node:
        yield from _places_in(item)
