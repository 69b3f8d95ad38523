"""What handbook.yml says about the handbook as a whole."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, cast

from pydantic import PlainValidator, WithJsonSchema

from handbook.languages import LANGUAGES, UNNAMED
from handbook.model.durations import Length
from handbook.model.hours import Hours
from handbook.model.kinds import Definition
from handbook.model.own_fields import OwnField
from handbook.model.part import Part
from handbook.model.sheets_made import SheetsMade
from handbook.model.values import Line, OneOf, Prose, Some, Word, Words, as_text, fault
from handbook.read.nodes import Text

PAPERS = ("A4", "A5", "Letter")
Language = Annotated[str, OneOf(LANGUAGES)]
PaperSize = Annotated[str, OneOf(PAPERS)]
AUDIENCES = ("public", "staff", "manager")


def _as_address(node: Any) -> Text:
    text = as_text(node)
    if re.fullmatch(r"https?://[^\s<>\"']+", text):
        return text
    raise fault("bad-address", text, "example", text=text)


def _as_colour(node: Any) -> Text:
    text = as_text(node)
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        return text
    raise fault("bad-colour", text, "example", text=text)


def words_alike(line: str) -> tuple[str, ...]:
    """Return the words of a line of `synonyms`: 退款、退钱、退费."""
    return tuple(word for each in re.split(r"[、，,;；/|]", line) if (word := each.strip()))


def _as_synonyms(node: Any) -> Text:
    text = as_text(node)
    if len(set(words_alike(text))) > 1:
        return text
    raise fault("lone-synonym", text, "example", text=text)


WebAddress = Annotated[Text, PlainValidator(_as_address), WithJsonSchema({"type": "string"})]
Colour = Annotated[Text, PlainValidator(_as_colour), WithJsonSchema({"type": "string"})]
Synonyms = Annotated[Text, PlainValidator(_as_synonyms), WithJsonSchema({"type": "string"})]


def _as_feedback(node: Any) -> Text:
    """Take where mistakes are reported: in it {address} stands for that of the page."""
    text = as_text(node)
    fits = re.fullmatch(r"(https?://|mailto:)[^\s<>\"']+", text)
    if fits and not re.search(r"[{}]", text.replace("{address}", "")):
        return text
    raise fault("bad-feedback", text, "example", text=text)


Feedback = Annotated[Text, PlainValidator(_as_feedback), WithJsonSchema({"type": "string"})]


class Runs(Part):
    """What becomes of runs that a browser keeps."""

    keep: Length | None = None  # finished ones are forgotten after that


class Settings(Part):
    """The handbook's own sheet: content/handbook.yml."""

    absent_when_open: ClassVar = frozenset(
        {"language", "site_url", "paper", "audiences", "accent", "logo", "synonyms", "fields",
         "feedback", "sheets"}
    )
    title: Word
    organisation: Word
    language: Language = UNNAMED
    site_url: WebAddress | None = None
    paper: PaperSize = "A4"
    audiences: Words = cast("tuple[Text, ...]", AUDIENCES)  # words of ours stand in no file
    hours: Hours | None = None
    accent: Colour | None = None
    # What staff and customers say for the same thing; whoever types one finds the others.
    synonyms: Some[Synonyms] = ()
    fields: Some[OwnField] = ()
    runs: Runs | None = None
    feedback: Feedback | None = None
    sheets: SheetsMade | None = None
    logo: Word | None = None  # a picture by its path below content/
    validity: Prose | None = None  # the sentence at the foot of every sheet
    note: Line | None = None

    def sheets_of(self, definition: Definition) -> tuple[str, ...]:
        """Return the sheets that are made of a definition where nobody asks for one."""
        made = (self.sheets or {}).get(definition.kind)
        return tuple(each for each in definition.sheets if made is None or each in made)
