"""Where definitions are to stand and what they are to be called; how each is then to be named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.references import Scope, addresses_for
from handbook.revise.names import Name


@dataclass(frozen=True)
class After:
    """The handbook as it is to be, as far as names go.

    `spots` are the sections and ids of definitions that get others, `sections` where sections go,
    `titles` what is called otherwise, `successors` what is to be named instead of something.
    """

    handbook: Handbook
    spots: Mapping[Definition, tuple[Scope, str]] = field(default_factory=dict)
    sections: Mapping[Scope, Scope] = field(default_factory=dict)
    titles: Mapping[Definition, str] = field(default_factory=dict)
    successors: Mapping[Definition, Definition] = field(default_factory=dict)

    def spot(self, definition: Definition) -> tuple[Scope, str]:
        """Return the section and the id that a definition is to have."""
        return self.spots.get(definition) or (definition.section.path, str(definition.id))

    def address(self, definition: Definition) -> str:
        """Return the address that a definition is to have."""
        path, id = self.spot(definition)
        return "/".join((*path, id))

    def title(self, definition: Definition) -> str:
        """Return what a definition is to be called."""
        return self.titles.get(definition, str(definition.title))

    def scope(self, name: Name) -> Scope:
        """Return the section from which a name is to be looked up."""
        if name.source is not None:
            return self.spot(name.source)[0]
        return self.sections.get(name.scope, name.scope)

    def candidates(self, typed: str, scope: Scope) -> Iterable[Definition]:
        """Yield what an id or address is to mean, nearest section first."""
        for address in addresses_for(typed, scope):
            yield from self._by_address.get(address, ())

    def found(self, name: Name, typed: str) -> Definition | None:
        """Return what would be meant if this were typed in the place of a name."""
        if typed in name.inner:
            return None
        found = self.candidates(typed, self.scope(name))
        return next((each for each in found if not name.kinds or each.kind in name.kinds), None)

    def titled(self, title: str, scope: Scope) -> tuple[Definition, ...]:
        """Return what 《title》 is to mean; more than one when it is ambiguous."""
        for depth in range(len(scope), -1, -1):
            found = self._by_title.get((scope[:depth], title))
            if found:
                return tuple(found)
        return ()

    @cached_property
    def _by_address(self) -> dict[str, list[Definition]]:
        found: dict[str, list[Definition]] = defaultdict(list)
        for each in self.handbook.definitions:
            found[self.address(each)].append(each)
        return found

    @cached_property
    def _by_title(self) -> dict[tuple[Scope, str], list[Definition]]:
        found: dict[tuple[Scope, str], list[Definition]] = defaultdict(list)
        for each in self.handbook.definitions:
            for title in dict.fromkeys((self.title(each), *map(str, each.aliases))):
                found[self.spot(each)[0], title].append(each)
        return found


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a name is to be typed from now on: an id or an address, or a title in its 《》."""

    typed: str
    is_title: bool = False
    words: str | None = None  # that a title gets with it: [[id|《title》]]


class Unnameable(Exception):
    """What a name means cannot be named from there any more."""


def spelt(name: Name, after: After) -> Spelling | None:
    """Return how a name is to be spelt, so that it means what it means; None where it stays.

    A bare id stays bare as long as it finds what is meant, an address that was needed goes when it
    is not. Raises Unnameable.
    """
    if name.target is None:
        return None
    target = after.successors.get(name.target, name.target)
    if name.source is target and target is not name.target:
        return None  # the successor tells what it replaces
    if name.mention is not None and name.mention.title is not None:
        return _title(name, name.mention.title, target, after)
    if after.found(name, name.typed) is target:
        return None
    return _id(name, target, after)


def spelling_of(source: Definition, target: Definition, after: After) -> Spelling:
    """Return how one definition is to name another where nothing is named yet."""
    path = after.spot(source)[0]
    for typed in (after.spot(target)[1], _address(target, after)):
        if next(iter(after.candidates(typed, path)), None) is target:
            return Spelling(typed)
    raise Unnameable


def _address(target: Definition, after: After) -> str:
    """Return an address as it is typed: /id at the top."""
    path, id = after.spot(target)
    return "/".join((*path, id)) if path else f"/{id}"


def _id(name: Name, target: Definition, after: After) -> Spelling:
    id, address = after.spot(target)[1], _address(target, after)
    was_bare = "/" not in name.typed
    needed = not was_bare and not _saw_bare(name, after.handbook)
    ways = (id, address) if was_bare or needed else (address, id)
    words = name.mention.words if name.mention else None
    if needed and words and _is_titled(name, words, target, after):
        return Spelling(words[1:-1], is_title=True)
    for typed in ways:
        if after.found(name, typed) is target:
            return Spelling(typed)
    raise Unnameable


def _title(name: Name, title: str, target: Definition, after: After) -> Spelling | None:
    """Spell a title in 《》, or a link with that title where it alone does not lead there."""
    assert name.target is not None
    is_alias = title != str(name.target.title)
    wanted = title if is_alias and target is name.target else after.title(target)
    found = after.titled(wanted, after.scope(name))
    if found == (target,) or name.source in found:
        return None if wanted == title else Spelling(wanted, is_title=True)
    if not name.takes_links:
        raise Unnameable
    spelling = _id(name, target, after)
    return Spelling(spelling.typed, words=f"《{wanted}》")


def _saw_bare(name: Name, handbook: Handbook) -> bool:
    """Tell whether the id alone would have done where an address is typed."""
    if name.target is None or str(name.target.id) in name.inner:
        return False
    found = handbook.candidates(str(name.target.id), name.scope)
    fitting = (each for each in found if not name.kinds or each.kind in name.kinds)
    return next(fitting, None) is name.target


def _is_titled(name: Name, words: str, target: Definition, after: After) -> bool:
    """Tell whether the words of a link are its 《title》, which now leads there by itself."""
    if not (words.startswith("《") and words.endswith("》")):
        return False
    return after.titled(words[1:-1], after.scope(name)) == (target,)
