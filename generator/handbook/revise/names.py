"""Everything in a handbook that names a definition: by id, by address, or by its title in 《》."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.handbook import Handbook
from handbook.model.inline import Mention, mentions
from handbook.model.kinds import Definition
from handbook.model.link import NOTE
from handbook.model.linkable import takes_links
from handbook.model.part import Part
from handbook.model.references import Reference, Scope
from handbook.model.unresolved import WAYS, inner_targets
from handbook.model.walk import NOT_PROSE, Leaf, leaves
from handbook.problems import Place
from handbook.read.nodes import Text


@dataclass(frozen=True, slots=True)
class Name:
    """A place where a definition is named, as seen from a section, and what is meant there.

    `value` is the text that holds it. Without a `mention` the whole text is the name. `inner` are
    names of the definition's own parts, which go before others. On a page `value` is a line.
    """

    value: Text
    typed: str
    scope: Scope
    target: Definition | None
    source: Definition | None = None
    relation: str = ""
    kinds: tuple[str, ...] = ()
    inner: frozenset[str] = frozenset()
    mention: Mention | None = None
    takes_links: bool = True
    on_page: bool = False

    @property
    def place(self) -> Place:
        """Where the text begins that holds it."""
        return self.value.place

    @property
    def exact_place(self) -> Place:
        """Where the name itself stands."""
        return self.value.offset_place(self.mention.start if self.mention else 0)


def names_in(handbook: Handbook) -> Iterator[Name]:
    """Yield every name in definitions, sections, settings, special files and pages."""
    for definition in handbook.definitions:
        yield from _of_definition(definition, handbook)
    yield from _of_part(handbook.settings, (), handbook)
    for section in handbook.sections:
        if section.sheet is not None:
            yield from _of_part(section.sheet, section.path, handbook)
    for kept in handbook.kept:
        for part in kept.parts:
            yield from _of_part(part, kept.section.path, handbook)
    for page in handbook.written:
        for line, mention in page.mentions():
            yield _mentioned(line, mention, (), handbook, on_page=True)


def _of_definition(definition: Definition, handbook: Handbook) -> Iterator[Name]:
    inner = frozenset(inner_targets(definition))
    scope = definition.section.path
    for leaf in leaves(definition):
        own_title = leaf.field == "title" and len(leaf.parts) == 1
        if leaf.field in NOT_PROSE - {NOTE} or own_title:
            continue
        onward = inner if leaf.field in WAYS else frozenset[str]()
        if isinstance(leaf.value, Reference) and leaf.value.text in onward:
            continue
        yield from _of_leaf(leaf, scope, handbook, definition, onward)


def _of_part(part: Part, scope: Scope, handbook: Handbook) -> Iterator[Name]:
    for leaf in leaves(part):
        yield from _of_leaf(leaf, scope, handbook, None, frozenset())


def _of_leaf(
    leaf: Leaf, scope: Scope, handbook: Handbook, source: Definition | None, inner: frozenset[str]
) -> Iterator[Name]:
    value = leaf.value
    if isinstance(value, Reference):
        text = value.text
        if value.soft and ("[" in text or "《" in text):
            for mention in mentions(text):
                yield _mentioned(text, mention, scope, handbook, source, leaf)
        elif not value.is_open:
            yield Name(text, str(text), value.scope, handbook.find(value), source, leaf.field,
                       value.kinds, inner)  # fmt: skip
    elif "[[" in value or "《" in value:
        for mention in mentions(value):
            if mention.id is not None or leaf.field != NOTE:
                yield _mentioned(value, mention, scope, handbook, source, leaf)


def _mentioned(
    text: Text,
    mention: Mention,
    scope: Scope,
    handbook: Handbook,
    source: Definition | None = None,
    leaf: Leaf | None = None,
    *,
    on_page: bool = False,
) -> Name:
    found = handbook.meant(mention, scope)
    target = source if source in found else found[0] if len(found) == 1 else None
    typed = mention.id if mention.id is not None else mention.title or ""
    return Name(
        text, typed, scope, target, source, leaf.field if leaf else "", mention=mention,
        takes_links=leaf is None or takes_links(type(leaf.parts[-1]), leaf.field),
        on_page=on_page,
    )  # fmt: skip
