"""Terms: the words of the trade."""

from __future__ import annotations

from handbook.model.kinds.definition import Definition
from handbook.model.values import Prose


class Term(Definition):
    """A word and what it means here."""

    kind = "term"
    folder = "terms"
    order = 80
    sheets = ()
    registered = False
    instead_of_summary = "definition"
    concerns = ()
    weight = 1
    ways = None
    definition: Prose
