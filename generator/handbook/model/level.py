"""How much trust reading something asks for: the position of its audience in the settings."""

from __future__ import annotations

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section
from handbook.model.values import is_open
from handbook.model.written import WrittenPage
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


def _level(handbook: Handbook, audience: Text | None) -> int:
    audiences = handbook.settings.audiences
    if audience is None:
        return 0
    if is_open(audience) or audience not in audiences:
        return len(audiences) - 1
    return audiences.index(audience)
