"""Characters that the typefaces of sheets lack, before they become boxes on paper."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.inline import without_files
from handbook.model.kinds import Script
from handbook.model.part import Part
from handbook.model.walk import leaves
from handbook.problems import Problem, problem
from handbook.read.nodes import Text
from handbook.typefaces import lacking, letters, pictures

# What stands on no sheet.
UNPRINTED = frozenset(
    {"note", "asks", "tags", "synonyms", "audience", "pattern", "site_url", "file"}
)


def missing_glyphs(handbook: Handbook) -> Iterator[Problem]:
    """Every character of what is printed is in our typefaces; of each definition each is told once.

    A picture such as 🌹 is drawn, but without colours: that is told too.
    """
    sheets = (section.sheet for section in handbook.sections if section.sheet is not None)
    for part in (handbook.settings, *sheets, *handbook.definitions):
        told: set[str] = set()
        for text in _printed(part):
            if letters().issuperset(text):
                continue
            for at, character in lacking(without_files(text)):
                if character not in told:
                    told.add(character)
                    yield problem(
                        "missing-glyph", text.offset_place(at),
                        "picture" if character in pictures() else "replace",
                        character=_shown(character), code=f"U+{ord(character):04X}",
                    )  # fmt: skip


def _printed(part: Part) -> Iterator[Text]:
    for leaf in leaves(part):
        if isinstance(leaf.value, Text) and leaf.field not in UNPRINTED:
            yield leaf.value
    if isinstance(part, Script):
        yield from (name for name in part.slots if isinstance(name, Text))


def _shown(character: str) -> str:
    """Return a character as a terminal and a spreadsheet can show it."""
    return character if character.isprintable() else "□"
