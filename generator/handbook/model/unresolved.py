"""Say what a reference that names nothing may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.kinds.procedure import END
from handbook.model.misspelt import NearMiss
from handbook.model.nearest import is_one_slip_off, nearest, nearest_slip
from handbook.model.references import Reference, Scope
from handbook.model.values import ID
from handbook.model.walk import Leaf
from handbook.problems import Place, Problem, names_of, problem
from handbook.read.nodes import Text

WAYS = ("go", "next")  # fields that lead on within a definition, or out of it
# What people put around an id where nothing but the id belongs.
_WRAPPED = re.compile(r"(?:\[\[|[《「“<])([^|\]》」”>]+)(?:\|[^\]]*)?(?:\]\]|[》」”>])")
Near = tuple[str, str, Place | str]  # the hint that fits, what it suggests, where that stands


def inner_targets(definition: Definition) -> dict[str, None]:
    """Return the ids that `go` and `next` may name within the definition itself, in order."""
    if not definition.ways:
        return {}
    return dict.fromkeys([*(str(each.id) for each in definition.onward if each.id), END])


class Meanings:
    """What unknown references may have meant; the same word is searched for once."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.misses: list[NearMiss] = []  # what was told though something has nearly that id
        self._near: dict[Reference, Near | None] = {}
        self._names: dict[tuple[Scope | None, tuple[str, ...]], dict[str, Definition]] = {}

    def problems(
        self,
        reference: Reference,
        leaf: Leaf | None = None,
        definition: Definition | None = None,
    ) -> Iterator[Problem]:
        """Yield the problem of a reference that was not found, if it is one."""
        text = reference.text
        if self.handbook.find(reference) or reference.is_open or self._is_unreadable(reference):
            return
        other = next(iter(self.handbook.candidates(str(text), reference.scope)), None)
        if other is not None and not reference.soft:
            yield problem(
                "wrong-kind", text.place, "wanted",
                id=text, kind=other.kind, wanted=" / ".join(reference.kinds), where=other.place,
            )  # fmt: skip
            return
        near = self.nearest(reference)
        if reference.soft and not (near and near[0] == "nearest" and _looks_like_id(text)):
            return
        if not self.handbook.all_are_named and not (near and _is_slip(text, near)):
            return  # it may be the name of what has lost its id
        around = definition if leaf is not None and leaf.field in WAYS else None
        if around is not None and around.address in self.handbook.damaged:
            return  # it may be among the lost
        if around is not None:
            found = _to_nowhere(text, near, around)
        elif near is not None:
            hint, shown, where = near
            found = problem(
                "unknown-reference", text.place, hint, id=text, nearest=shown, where=where
            )
        else:
            found = problem("unknown-reference", text.place, "define", id=text)
        yield found
        self._note_miss(found, reference, near, definition)

    def _note_miss(
        self, found: Problem, reference: Reference, near: Near | None, definition: Definition | None
    ) -> None:
        """Keep what the other spelling may be of; see misspelt.py."""
        text = reference.text
        if found.hint == "part":
            near_id = dict(found.details)["nearest"]
            for part in definition.onward if definition else ():
                if definition is not None and part.id is not None and part.id == near_id:
                    self.misses.append(NearMiss(found, str(text), part.id, definition))
        elif found.hint == "nearest" and near is not None:
            for other in self.handbook.candidates(near[1], reference.scope):
                if other.place == near[2]:
                    written = str(text).rpartition("/")[2]
                    self.misses.append(NearMiss(found, written, other.id, other))
                    return

    @cached_property
    def _former(self) -> dict[str, Definition]:
        """The definitions by the addresses that they had."""
        return {
            address: each
            for each in self.handbook.definitions if each.was
            for address in each.former_addresses
        }  # fmt: skip

    def _seen_from(self, scope: Scope, definition: Definition) -> str:
        """Return the id of a definition where that finds it, else its address."""
        found = next(iter(self.handbook.candidates(str(definition.id), scope)), None)
        return str(definition.id) if found is definition else definition.address

    def nearest(self, reference: Reference) -> Near | None:
        """Return what an unknown id may have meant."""
        if reference not in self._near:
            self._near[reference] = self._search(reference)
        return self._near[reference]

    def _search(self, reference: Reference) -> Near | None:
        scope, kinds = reference.scope, reference.kinds
        text = _unwrapped(reference.text)
        if text != reference.text:  # [[id]] and 《title》 belong into running text
            for found in self.handbook.candidates(text, scope):
                if not kinds or found.kind in kinds:
                    return "nearest", text, found.place
        for address in ["/".join((*scope[:n], text)) for n in range(len(scope), -1, -1)]:
            moved = self._former.get(address.removeprefix("/"))
            if moved is not None and (not kinds or moved.kind in kinds):
                return "moved", self._seen_from(scope, moved), moved.place
        for found in self.handbook.titled(text, scope):
            if not kinds or found.kind in kinds:
                return "title", str(found.id), found.place
        names = self._names_in(None if "/" in text else scope, kinds)
        slip = nearest_slip(text, names)
        if slip:
            return "nearest", slip, names[slip].place
        for found in self.handbook.with_id(text.rpartition("/")[2]):
            if not kinds or found.kind in kinds:
                return "elsewhere", found.address, found.place
        words = _split(text)
        if len(words) > 1 and all(ID.fullmatch(word) for word in words):
            return "list", ", ".join(words), ""
        near = nearest(text, names)
        if near:
            return "nearest", near, names[near].place
        return ("list", ", ".join(words), "") if len(words) > 1 else None

    def _names_in(self, scope: Scope | None, kinds: tuple[str, ...]) -> dict[str, Definition]:
        """Return the ids that can be seen from a section, or (None) all addresses."""
        if (scope, kinds) not in self._names:
            names: dict[str, Definition] = {}
            # Of two of one name the nearer counts.
            for each in sorted(self.handbook.definitions, key=lambda d: -len(d.section.path)):
                path = each.section.path
                if (not kinds or each.kind in kinds) and (
                    scope is None or path == scope[: len(path)]
                ):
                    names.setdefault(each.address if scope is None else str(each.id), each)
            self._names[scope, kinds] = names
        return self._names[scope, kinds]

    def _is_unreadable(self, reference: Reference) -> bool:
        """Tell whether what is named exists, but could not be understood."""
        text, scope = str(reference.text), reference.scope
        if "/" in text:
            return text.removeprefix("/") in self.handbook.unreadable
        return any(
            "/".join((*scope[:depth], text)) in self.handbook.unreadable
            for depth in range(len(scope) + 1)
        )


def _unwrapped(text: str) -> str:
    wrapped = _WRAPPED.fullmatch(text.strip())
    return wrapped[1].strip() if wrapped else str(text)


def _is_slip(text: Text, near: Near) -> bool:
    return near[0] == "nearest" and is_one_slip_off(str(text), near[1])


def _to_nowhere(text: Text, near: Near | None, definition: Definition) -> Problem:
    """Tell that a branch names neither a part of its own definition nor another definition."""
    inner = inner_targets(definition)
    local = nearest(_unwrapped(text), inner)
    if local:
        return problem("branch-to-nowhere", text.place, "part", id=text, nearest=local)
    if near is not None and near[0] != "list":
        hint, shown, where = near
        return problem("branch-to-nowhere", text.place, hint, id=text, nearest=shown, where=where)
    known = names_of(inner)
    return problem("branch-to-nowhere", text.place, "known", id=text, known=known)


def _looks_like_id(text: Text) -> bool:
    return "-" in text and ID.fullmatch(text) is not None


def _split(text: str) -> list[str]:
    for sign in "、，,;；":
        text = text.replace(sign, " ")
    return text.split()
