"""Scripts (话术): what to say, and what never to say."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from handbook.model.durations import Length
from handbook.model.kinds.definition import ControlledDocument
from handbook.model.own_values import OwnOfLine
from handbook.model.part import Part
from handbook.model.references import AnyRefs, LineWay, Speaker, Who
from handbook.model.values import Id, Line, Lines, OneOf, Prose, Proses, Some, Words, as_word
from handbook.read.nodes import Node, Record

CHANNELS = ("phone", "chat", "counter", "visit", "message")
Channel = Annotated[str, OneOf(CHANNELS)]


class Slot(Part):
    """A blank in a script's lines, such as the customer's name."""

    shorthand: ClassVar = "example"
    example: Line | None = None
    note: Line | None = None


def _slots(node: Node) -> Node:
    """Take a mapping of names to slots; a name with nothing behind it is a slot too."""
    if not isinstance(node, Record):
        return node
    bare = {key: Record(key.place) if value == "" else value for key, value in node.items()}
    return Record(node.place, bare)


Slots = Annotated[dict[Annotated[str, BeforeValidator(as_word)], Slot], BeforeValidator(_slots)]


class Reply(Part):
    """What the customer says after a line, and where the talk goes on."""

    when: Prose | None = None
    go: LineWay
    note: Line | None = None


class SpokenLine(Part):
    """One thing to say."""

    shorthand: ClassVar = "say"
    id: Id | None = None
    say: Prose
    by: Speaker | None = None  # where it is not whoever works by the script
    tone: Line | None = None
    pause: Length | None = None  # after it
    branches: Some[Reply] = ()
    own: OwnOfLine | None = None
    note: Line | None = None


class Phrase(Part):
    """Words for one purpose, such as saying goodbye."""

    shorthand: ClassVar = "words"
    label: Line | None = None
    words: Lines
    note: Line | None = None


class Script(ControlledDocument):
    """What to say in a situation."""

    kind = "script"
    folder = "scripts"
    order = 20
    sheets = ("script",)
    registered = True
    instead_of_summary = "situation"
    concerns = ()
    weight = 1.6
    ways = "lines"
    situation: Prose | None = None
    used_by: Who = ()
    channel: Some[Channel] = ()
    slots: Slots = {}  # noqa: RUF012
    lines: Some[SpokenLine] = ()
    always: Words = ()
    never: Words = ()
    phrases: Some[Phrase] = ()
    manner: Proses = ()
    avoid: Proses = ()
    related: AnyRefs = ()
