"""How much trust reading something asks for: the position of its audience in the settings."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section
from handbook.model.values import is_open
from handbook.model.written import WrittenPage, file_at
from handbook.read.addresses_in_html import addresses_in_style
from handbook.read.nodes import Text


def level_of(handbook: Handbook, definition: Definition) -> int:
    """Return how much trust reading a definition asks for: the position in settings.audiences.

    What says nothing is for its section's audience, else for the lowest; what is 待定 or names an
    audience that does not exist is kept for the highest until that is settled.
    """
    return _level(handbook, definition.audience or definition.section.default("audience"))


def level_of_section(handbook: Handbook, section: Section) -> int:
    """Return how much trust reading what says nothing asks for in a section."""
    return _level(handbook, section.default("audience"))


def level_of_page(handbook: Handbook, page: WrittenPage) -> int:
    """Return how much trust reading a page written by hand asks for; see level_of."""
    if page.is_damaged:
        return len(handbook.settings.audiences) - 1
    return _level(handbook, page.audience)


def levels_of_files(handbook: Handbook) -> dict[str, int]:
    """Return how much trust each file beside the pages asks for: that of who is shown it.

    What no page shows or links to is for everyone, unless it lies in a folder whose pages are all
    kept back.
    """
    shown: dict[str, int] = {}
    folders: dict[str, int] = {}
    for page in handbook.written:
        level, folder = level_of_page(handbook, page), posixpath.dirname(page.uri)
        folders[folder] = min(level, folders.get(folder, level))
        for uri in page.targets():
            shown[uri] = min(level, shown.get(uri, level))
    styles = {file.uri: file for file in handbook.beside if file.uri.lower().endswith(".css")}
    for uri, file in styles.items():  # which show pictures of their own
        level = shown.get(uri, 0)
        for address in addresses_in_style("\n".join(file.lines)):
            inner = file_at(uri, address)
            if inner is not None:
                shown[inner] = min(level, shown.get(inner, level))
    return {file.uri: shown.get(file.uri, _around(file.uri, folders)) for file in handbook.beside}


def _around(uri: str, folders: Mapping[str, int]) -> int:
    """Return what the pages of the nearest folder that has any ask for; the top is for everyone."""
    folder = posixpath.dirname(uri)
    while folder:
        if folder in folders:
            return folders[folder]
        folder = posixpath.dirname(folder)
    return 0


def _level(handbook: Handbook, audience: Text | None) -> int:
    audiences = handbook.settings.audiences
    if audience is None:
        return 0
    if is_open(audience) or audience not in audiences:
        return len(audiences) - 1
    return audiences.index(audience)
