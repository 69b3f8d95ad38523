"""Audiences: who may read what."""

from __future__ import annotations

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.values import is_open


def level_of(handbook: Handbook, definition: Definition) -> int:
    """Return how much trust reading a definition asks for: the position in settings.audiences.

    What says nothing is for its section's audience, else for the lowest; what is 待定 or names an
    audience that does not exist is kept for the highest until that is settled.
    """
    audiences = [str(each) for each in handbook.settings.audiences]
    audience = definition.audience or definition.section.default("audience")
    if audience is None:
        return 0
    if is_open(audience) or audience not in audiences:
        return len(audiences) - 1
    return audiences.index(audience)
