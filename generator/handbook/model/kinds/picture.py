"""A picture that a step, an article, a form or a group shows."""

from __future__ import annotations

from typing import Annotated

from handbook.model.inline import beside_text
from handbook.model.part import Part
from handbook.model.values import OneOf, Some, Word

WIDTHS = ("full", "half", "third")
Width = Annotated[str, OneOf(WIDTHS)]


class ShownPicture(Part):
    """A picture by its path from the YAML file, and what it shows in words."""

    file: Word
    alt: Word
    width: Width = "full"

    @property
    def path(self) -> str:
        """Where the file lies, from the project."""
        return beside_text(self.file, self.file.path)


Pictures = Some[ShownPicture]
