"""Terms: the words of the trade."""

from __future__ import annotations

from typing import ClassVar

from handbook.model.kinds.definition import Definition
from handbook.model.values import Prose


class Term(Definition):
    """A word and what it means here."""

    kind: ClassVar = "term"
    folder: ClassVar = "terms"
    definition: Prose
