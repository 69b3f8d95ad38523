"""Give a definition another id or another title."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from handbook.model.inline import mentions
from handbook.model.kinds import Definition
from handbook.model.walk import leaves
from handbook.read.nodes import Text
from handbook.revise.after import After
from handbook.revise.changes import CannotRevise, Changes, Told, tell
from handbook.revise.move import move_section
from handbook.revise.relocate import Files, is_alone, relocated, require_free
from handbook.revise.standing import Standing

NOT_READ = frozenset({"id", "code", "pattern", "file", "note"})


def rename(
    standing: Standing, id: str, new_id: str | None = None, title: str | None = None
) -> Changes:
    """Plan another id, another title, or both. Raises CannotRevise.

    All that names the definition follows; its old address leads on (`was`). An id may also be that
    of a section, whose folder then gets another name.
    """
    section = standing.section_at(id) if id.strip("/") else None
    if section is not None and section.parent is not None and not standing.is_definition(id):
        if title is not None:
            raise CannotRevise("title-of-section", section=section.address, is_usage=True)
        return move_section(standing, section, section.parent, new_id or section.path[-1])
    definition = standing.definition(id)
    standing.require_readable()
    new_id = _without_its_section(new_id or str(definition.id), definition)
    title = " ".join((title or str(definition.title)).split())
    if (new_id, title) == (definition.id, definition.title):
        raise CannotRevise("same-name", id=new_id, is_usage=True)
    require_free(standing, definition, definition.section.path, new_id)
    after = After(
        standing.handbook,
        spots={definition: (definition.section.path, new_id)} if new_id != definition.id else {},
        titles={definition: title} if title != definition.title else {},
    )
    files = Files()
    path = definition.place.path
    folder, name = posixpath.split(path)
    stem, ending = posixpath.splitext(name)
    new_path = f"{folder}/{new_id}{ending}"
    is_free = standing.tree.entry(new_path).kind == "missing"
    if stem == definition.id != new_id and is_alone(standing, definition) and is_free:
        files.moved[path] = new_path
    told = bare_titles(standing, definition) if title != definition.title else ()
    return relocated(standing, after, files, told=told)


def _without_its_section(new_id: str, definition: Definition) -> str:
    """Return an id that was given with the section of the definition. Raises CannotRevise."""
    section, slash, id = new_id.strip("/").rpartition("/")
    if not slash and not new_id.startswith("/"):
        return new_id
    if section != definition.section.address:
        raise CannotRevise("other-section", id=definition.id, section=section, is_usage=True)
    return id


def bare_titles(standing: Standing, definition: Definition) -> Iterator[Told]:
    """Tell where the title of a definition stands without 《》, in what sees the definition."""
    title = str(definition.title)
    for text in _texts(standing, definition):
        covered = [(each.start, each.end) for each in mentions(text) if each.title is not None]
        for found in re.finditer(re.escape(title), text):
            if not any(start <= found.start() < end for start, end in covered):
                yield tell("bare-title", text.offset_place(found.start()), title=title)


def _texts(standing: Standing, definition: Definition) -> Iterator[Text]:
    title, handbook = str(definition.title), standing.handbook
    for other in handbook.definitions:
        if definition not in handbook.titled(title, other.section.path):
            continue
        for leaf in leaves(other):
            is_a_title = leaf.field == "title" and len(leaf.parts) == 1
            if isinstance(leaf.value, Text) and leaf.field not in NOT_READ and not is_a_title:
                yield leaf.value
    if definition in handbook.titled(title, ()):
        for page in handbook.written:
            yield from page.lines
