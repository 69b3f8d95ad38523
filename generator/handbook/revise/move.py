"""Move a definition, or a whole section with all that is below it, into another section."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress

from handbook.model.file_names import INDEX, why_unfit
from handbook.model.kinds import Definition
from handbook.model.references import Scope
from handbook.model.section import Section
from handbook.model.sections import faults_of_section_name
from handbook.problems import Place
from handbook.read import Tree
from handbook.read.tree import Unreadable
from handbook.revise.after import After
from handbook.revise.changes import CannotRevise, Changes
from handbook.revise.inherited import inherited_by_definition, inherited_by_section
from handbook.revise.relocate import Files, is_alone, relocated, require_free
from handbook.revise.standing import Standing, folder_of
from handbook.write import with_item


def move(standing: Standing, id: str, section: str) -> Changes:
    """Plan that a definition or a section stands in another section. Raises CannotRevise.

    A definition goes before a section of the same name; `auto/` is the section for certain. All
    that names what moves follows; old addresses lead on (`was`).
    """
    moved = standing.section_at(id) if id.strip("/") else None
    if moved is not None and (id.endswith("/") or not standing.is_definition(id)):
        return move_section(standing, moved, standing.section(section), moved.path[-1])
    definition = standing.definition(id)
    return move_definition(standing, definition, standing.section(section))


def move_definition(standing: Standing, definition: Definition, to: Section) -> Changes:
    """Plan that a definition stands in another section. Raises CannotRevise."""
    standing.require_readable()
    if to is definition.section:
        raise CannotRevise("same-section", id=definition.id, section=_said(to), is_usage=True)
    id = str(definition.id)
    require_free(standing, definition, to.path, id)
    after = After(standing.handbook, spots={definition: (to.path, id)})
    files = Files()
    if is_alone(standing, definition):
        files.moved[definition.place.path] = _new_path(standing, definition, to)
    else:
        files.taken_out[definition] = _new_home(standing, definition, to)
    return relocated(standing, after, files, inherited_by_definition(definition, to, after))


def move_section(standing: Standing, section: Section, to: Section, name: str) -> Changes:
    """Plan that a section with all below it stands in another, under a name.

    Raises CannotRevise.
    """
    standing.require_readable()
    path = (*to.path, name)
    if path == section.path:
        raise CannotRevise("same-section", id=section.address, section=_said(to), is_usage=True)
    if to.path[: len(section.path)] == section.path:
        raise CannotRevise("into-itself", section=section.address, is_usage=True)
    address = "/".join(path)
    if (name != INDEX and why_unfit(name, address)) or any(
        faults_of_section_name(name, address, Place(""))
    ):
        raise CannotRevise("bad-section-name", name=name, is_usage=True)
    folder = f"{folder_of(to)}/{name}"
    taken = standing.section_at(address) is not None
    if taken or standing.tree.entry(folder).kind != "missing":
        raise CannotRevise("section-taken", section=address, path=folder)
    moved = {each.path: (*path, *each.path[len(section.path) :])
             for each in _below(standing, section)}  # fmt: skip
    spots = {each: (moved[each.section.path], str(each.id))
             for each in standing.handbook.definitions if each.section.path in moved}  # fmt: skip
    after = After(standing.handbook, spots=spots, sections=moved)
    old = folder_of(section)
    files = Files({file: folder + file.removeprefix(old) for file in _files(standing.tree, old)})
    return relocated(standing, after, files, inherited_by_section(section, to, after))


def _below(standing: Standing, section: Section) -> Iterator[Section]:
    """Yield a section and those below it."""
    for each in standing.handbook.sections:
        if each.path[: len(section.path)] == section.path:
            yield each


def _files(tree: Tree, folder: str) -> Iterator[str]:
    """Yield all files in a folder and below; a link would lead elsewhere from elsewhere."""
    with suppress(Unreadable):
        for entry in tree.entries(folder):
            path = f"{folder}/{entry.name}"
            if entry.is_link or entry.kind not in ("file", "folder"):
                raise CannotRevise("link", path=path)
            if entry.kind == "folder":
                yield from _files(tree, path)
            else:
                yield path


def _new_path(standing: Standing, definition: Definition, to: Section) -> str:
    """Return where the file of a definition goes: its place in the folder of its section."""
    old = definition.place.path
    new = folder_of(to) + old.removeprefix(folder_of(definition.section))
    is_elsewhere = any(
        new.startswith(f"{folder_of(each)}/")
        for each in standing.handbook.sections
        if len(each.path) > len(to.path) and each.path[: len(to.path)] == to.path
    )
    if is_elsewhere or standing.tree.entry(new).kind != "missing":
        return _own_file(standing, definition, to)
    return new


def _new_home(standing: Standing, definition: Definition, to: Section) -> str:
    """Return the file that a definition goes into: one of the same name there, or its own."""
    name = posixpath.basename(definition.place.path)
    beside = f"{folder_of(to)}/{name}"
    if standing.tree.entry(beside).kind == "file":
        text = standing.tree.read(beside).decode("utf-8", "replace")
        if with_item(text, f"kind: {definition.kind}\nid: {definition.id}\n") is not None:
            return beside
    return _own_file(standing, definition, to)


def _own_file(standing: Standing, definition: Definition, to: Section) -> str:
    """Return a file where nothing is yet, as `handbook new` names it."""
    start = f"{folder_of(to)}/{definition.folder}/{definition.id}"
    names = (f"{start}{number}.yml" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(each for each in names if standing.tree.entry(each).kind == "missing")


def _said(section: Section) -> Scope | str:
    return section.address or "/"
