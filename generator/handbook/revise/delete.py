"""Delete a definition that nothing uses, or a section in which nothing is left."""

from __future__ import annotations

from collections import Counter

from handbook.model.kinds import Definition
from handbook.model.known_findings import KnownFinding
from handbook.model.section import Section
from handbook.model.special_files import SECTION
from handbook.revise.changes import CannotRevise, Changes, tell
from handbook.revise.proof import Wish, proved
from handbook.revise.relocate import index_in_file, is_alone
from handbook.revise.standing import Standing, folder_of
from handbook.revise.uses import uses_of
from handbook.write import Refused, Remove, item_taken, revised


def delete(standing: Standing, id: str) -> Changes:
    """Plan that a definition goes, which nothing may name. Raises CannotRevise.

    Known findings at its address go with it.
    """
    section = standing.section_at(id) if id.strip("/") else None
    if section is not None and not standing.is_definition(id):
        return _section_deleted(standing, section)
    definition = standing.definition(id)
    standing.require_readable()
    uses = list(uses_of(standing, definition))
    if uses:
        raise CannotRevise("used", told=uses, title=definition.title)
    path = definition.place.path
    files: dict[str, bytes | None] = {path: None}
    try:
        if not is_alone(standing, definition):
            text = standing.tree.read(path).decode("utf-8")
            files[path] = item_taken(text, index_in_file(standing, definition))[0].encode()
        files |= _known_findings(standing, definition)
    except Refused as error:
        raise CannotRevise("unwritable", path=path) from error
    told = (tell("leads-nowhere", title=definition.title),)
    return proved(standing, Changes(files, told=told), _wish(standing, definition))


def _known_findings(standing: Standing, definition: Definition) -> dict[str, bytes | None]:
    """Return the lists of known findings without those at the address of a definition."""
    files: dict[str, bytes | None] = {}
    for kept in standing.handbook.kept:
        going = [
            number
            for number, each in enumerate(kept.parts)
            if isinstance(each, KnownFinding) and each.where == definition.address
        ]
        if going and len(going) == len(kept.parts):
            files[kept.path] = None
        elif going:
            text = standing.tree.read(kept.path).decode("utf-8")
            removed = [Remove((number,)) for number in reversed(going)]
            files[kept.path] = revised(text, removed).encode()
    return files


def _section_deleted(standing: Standing, section: Section) -> Changes:
    standing.require_readable()
    folder = folder_of(section)
    left = [each.name for each in standing.tree.entries(folder) if each.name != SECTION.name]
    if left or section.parent is None:
        raise CannotRevise("section-not-empty", section=section.address or "/", path=folder)
    files = dict.fromkeys([f"{folder}/{SECTION.name}"])
    return proved(standing, Changes(files), _wish(standing, None))


def _wish(standing: Standing, gone: Definition | None) -> Wish:
    handbook = standing.handbook
    links = Counter(
        (each.source.address, each.target.address, each.relation, each.part)
        for each in handbook.links
        if each.source is not gone
    )
    titles = {each.address: str(each.title) for each in handbook.definitions if each is not gone}
    return Wish(titles, links, lambda each: each.address)
