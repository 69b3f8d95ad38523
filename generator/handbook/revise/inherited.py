"""What a definition has from the section around it, and keeps when that is another.

Owner, version and the other facts of control are the document's: where the new section would say
something else, they are written down. Who may read is the section's to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.json_schema.words import keys_of
from handbook.model.kinds import Definition
from handbook.model.references import WHO, Reference
from handbook.model.section import Defaults, Section, SectionSheet
from handbook.problems import Place
from handbook.revise.after import After, Unnameable, spelt
from handbook.revise.changes import CannotRevise, tell
from handbook.revise.names import Name
from handbook.write import AddKey, Change, Data
from handbook.write.changes import plain

KEPT = tuple(key for key in keys_of(Defaults) if key != "audience")
Further = list[tuple[Place, Change]]


def inherited_by_definition(definition: Definition, to: Section, after: After) -> Further:
    """Return what is to be added to a definition that goes into another section."""
    if not definition.controlled:
        return []
    order = ("kind", *keys_of(type(definition)))
    kept = _kept(definition.section, to, after, definition)
    return [
        (definition.place, AddKey((), key, value, order))
        for key, value in kept if not getattr(definition, key)
    ]  # fmt: skip


def inherited_by_section(section: Section, to: Section, after: After) -> Further:
    """Return what is to be added to the defaults of a section that goes into another."""
    sheet = section.sheet
    if sheet is None or section.parent is None:
        return []
    own = sheet.defaults
    kept = {
        key: value
        for key, value in _kept(section.parent, to, after, None)
        if own is None or not getattr(own, key)
    }
    if not kept:
        return []
    if own is None:
        return [(sheet.place, AddKey((), "defaults", kept, tuple(keys_of(SectionSheet))))]
    order = tuple(keys_of(Defaults))
    return [(sheet.place, AddKey(("defaults",), key, value, order)) for key, value in kept.items()]


def _kept(
    old: Section, new: Section, after: After, source: Definition | None
) -> Iterator[tuple[str, Data]]:
    """Yield the keys that one section says, and another does not say alike, with their values."""
    for key in KEPT:
        value, other = old.default(key), new.default(key)
        if not value or _meant(value, after) == _meant(other, after):
            continue
        if isinstance(value, tuple):
            names = [_spelt(each, new, after, source) for each in value]
            yield key, names[0] if len(names) == 1 else list(names)
        else:
            yield key, _written(old, key)


def _meant(value: object, after: After) -> object:
    if isinstance(value, tuple):
        return [after.handbook.find(each) or str(each) for each in value]
    return value


def _spelt(reference: Reference, to: Section, after: After, source: Definition | None) -> str:
    """Return how somebody is named from another section."""
    name = Name(
        reference.text, str(reference), to.path if source is None else reference.scope,
        after.handbook.find(reference), source, kinds=WHO,
    )  # fmt: skip
    try:
        spelling = spelt(name, after)
    except Unnameable:
        reason = tell("unnameable", reference.place, id=str(reference))
        raise CannotRevise("unnameable", told=[reason]) from None
    return spelling.typed if spelling else str(reference)


def _written(section: Section, key: str) -> Data:
    """Return the nearest default as it is written."""
    for each in section.lineage:
        defaults = each.sheet.defaults if each.sheet else None
        if defaults is not None and getattr(defaults, key):
            return plain(defaults.node_of(key))
    raise KeyError(key)
