"""Answer questions that were put to a handbook, now or by an earlier build.

A question is a list of words, of which the first says what is asked. An answer is a hash of what
the handbook says; it is worked out once for a handbook.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handbook.model.handbook import Handbook, Link
from handbook.model.kinds import Definition
from handbook.model.questions.told import name_of, seal
from handbook.model.references import Reference, Scope
from handbook.read.nodes import Record, Text

Question = tuple[str, ...]
NOTHING = "-"  # the answer where what is asked about is not there


class Answers:
    """What one handbook answers, as read by one audience."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self._known: dict[Question, str | None] = {}

    def __call__(self, question: Question) -> str | None:
        """Return the answer; None where it cannot be told, which is like no answer before it."""
        if question not in self._known:
            asked, *about = question
            try:
                answer = _ASK[asked](self.handbook, *about)
                self._known[question] = NOTHING if answer is None else seal(answer)
            except (LookupError, TypeError, ValueError):  # of another program, or Untellable
                self._known[question] = None
        return self._known[question]


def field_of(handbook: Handbook, address: str, name: str) -> object:
    """Return what a definition says under a key, and how that was written."""
    found = _at(handbook, address)
    if found is None:
        return None
    private: dict[str, Record] = found.__pydantic_private__  # type: ignore[assignment]  # born whole
    field = type(found).model_fields[name]
    return [found.__dict__[name], private["_written"].get(str(field.alias or name))]


def whole_of(handbook: Handbook, address: str) -> object:
    """Return all that a definition says."""
    found = _at(handbook, address)
    return None if found is None else [dict(found.__dict__), found._written]


def order_of(handbook: Handbook) -> object:
    """Return all definitions in their order, by name."""
    return handbook.definitions


def path_of(handbook: Handbook, address: str) -> object:
    """Return the file in which a definition stands."""
    found = _at(handbook, address)
    return None if found is None else found.place.path


def of_kind(handbook: Handbook, name: str) -> object:
    """Return the definitions of a kind, or of a class of kinds."""
    return [
        each
        for each in handbook.definitions
        if any(name == base.__name__ for base in type(each).__mro__)
    ]


def in_section(handbook: Handbook, path: str) -> object:
    """Return the definitions that stand in a section itself."""
    return handbook._by_section.get(scope_of(path), ())


def with_id(handbook: Handbook, id: str) -> object:
    """Return what bears an id."""
    return handbook.with_id(id)


def candidates(handbook: Handbook, text: str, path: str) -> object:
    """Return what a text may name as seen from a section."""
    return tuple(handbook.candidates(text, scope_of(path)))


def found_by(handbook: Handbook, text: str, kinds: str, path: str) -> object:
    """Return what a reference names."""
    named = tuple(kinds.split()) if kinds else ()
    return handbook.find(Reference(Text.at(text, "", 0, 0), named, scope_of(path)))


def titled(handbook: Handbook, title: str, path: str) -> object:
    """Return what a title means as seen from a section."""
    return handbook.titled(title, scope_of(path))


def uses(handbook: Handbook, address: str) -> object:
    """Return what a definition mentions."""
    found = _at(handbook, address)
    return None if found is None else [_ends(each) for each in handbook.uses(found)]


def used_by(handbook: Handbook, address: str) -> object:
    """Return who mentions a definition."""
    found = _at(handbook, address)
    return None if found is None else [_ends(each) for each in handbook.used_by(found)]


def links(handbook: Handbook) -> object:
    """Return every mention."""
    return [_ends(each) for each in handbook.links]


def edition(handbook: Handbook, address: str) -> object:
    """Return the edition of a definition."""
    found = _at(handbook, address)
    return None if found is None else handbook.edition(found)


def picture(handbook: Handbook, path: str) -> object:
    """Return a picture that may be shown."""
    return handbook.pictures.get(path)


def attribute(handbook: Handbook, name: str) -> object:
    """Return what the handbook as a whole says under a name."""
    return getattr(handbook, name)


def scope_of(path: str) -> Scope:
    """Return the scope that is written with slashes."""
    return tuple(path.split("/")) if path else ()


def _at(handbook: Handbook, address: str) -> Definition | None:
    found = handbook._index.at(address)
    return found[0] if found else None


def _ends(link: Link) -> object:
    return name_of(link.source), name_of(link.target), link.relation, link.part


_ASK: dict[str, Callable[..., Any]] = {
    "field": field_of,
    "whole": whole_of,
    "order": order_of,
    "path": path_of,
    "kind": of_kind,
    "section": in_section,
    "id": with_id,
    "candidates": candidates,
    "find": found_by,
    "titled": titled,
    "uses": uses,
    "used-by": used_by,
    "links": links,
    "edition": edition,
    "picture": picture,
    "handbook": attribute,
}
