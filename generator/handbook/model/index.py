"""Where definitions are found: by address, id, title, and titles a character off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from handbook.model.kinds import KINDS, Definition
from handbook.model.nearest import differ_by_one, shortened
from handbook.model.references import Scope, addresses_for

K = TypeVar("K")


class Index:
    """The definitions of a handbook by what they are called."""

    def __init__(self, definitions: Iterable[Definition] = ()) -> None:
        self._definitions = tuple(definitions)
        self._by_address = grouped((each.address, each) for each in self._definitions)

    def at(self, address: str) -> tuple[Definition, ...]:
        """Return what stands at an address: more than one is a fault reported elsewhere."""
        return self._by_address.get(address, ())

    def with_id(self, id: str) -> tuple[Definition, ...]:
        """Return what bears an id in any section."""
        return self._by_id.get(id, ())

    def candidates(self, text: str, scope: Scope) -> Iterator[Definition]:
        """Yield what `text` may name as seen from `scope`, nearest section first."""
        for address in addresses_for(text, scope):
            yield from self._by_address.get(address, ())

    def titled(self, title: str, scope: Scope) -> tuple[Definition, ...]:
        """Return what 《title》 means as seen from `scope`: more than one when it is ambiguous."""
        for depth in range(len(scope), -1, -1):
            found = self._by_title.get((scope[:depth], title))
            if found:
                return found
        return ()

    def titled_almost(self, title: str, scope: Scope) -> Iterator[tuple[str, Definition]]:
        """Yield the titles and aliases one character off, of what can be seen from `scope`."""
        found = {
            name: each for key in shortened(title) for name, each in self._by_shortened[key].items()
        }
        for name, definition in found.items():
            path = definition.section.path
            if path == scope[: len(path)] and differ_by_one(title, name):
                yield name, definition

    @cached_property
    def _by_id(self) -> Mapping[str, tuple[Definition, ...]]:
        return grouped((str(each.id), each) for each in self._definitions)

    @cached_property
    def _by_title(self) -> Mapping[tuple[Scope, str], tuple[Definition, ...]]:
        return grouped(
            ((each.section.path, title), each)
            for each in self._definitions
            for title in names_of(each)
        )

    @cached_property
    def _by_shortened(self) -> dict[str, dict[str, Definition]]:
        """Names by themselves and by what is left of them without one character."""
        by_key: dict[str, dict[str, Definition]] = defaultdict(dict)
        for definition in self._definitions:
            for name in names_of(definition):
                for key in shortened(name):
                    by_key[key].setdefault(name, definition)
        return by_key


def names_of(definition: Definition) -> tuple[str, ...]:
    """Return a definition's title and aliases."""
    return tuple(dict.fromkeys(str(name) for name in (definition.title, *definition.aliases)))


def rank(definition: Definition) -> tuple[object, ...]:
    """Sort key of definitions: section, kind, then as written."""
    kinds = list(KINDS)
    return (
        [section.rank for section in reversed(definition.section.lineage)],
        kinds.index(definition.kind),
        definition.place,
    )


def grouped(pairs: Iterable[tuple[K, Definition]]) -> dict[K, tuple[Definition, ...]]:
    """Return definitions by their keys, each in the order given."""
    groups: dict[K, list[Definition]] = defaultdict(list)
    for key, definition in pairs:
        groups[key].append(definition)
    return {key: tuple(members) for key, members in groups.items()}
