"""Compose the parser's events into texts, records and lists, without recursion.

PyYAML's own composer resolves aliases, guesses types and recurses; ours keeps every scalar as
typed, remembers where it stands, and turns what people should not use into problems.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from handbook.problems import Place, Problem, problem
from handbook.read.characters import MOST, as_shown
from handbook.read.comments import ANY, cut_off
from handbook.read.folding import folded
from handbook.read.nodes import Node, Record, Sequence, Text
from handbook.read.swallowed import (
    record_as_meant,
    sequence_as_meant,
    text_as_meant,
)

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 32
DROPPED = Text("")  # stands for a key whose value is read but not kept


class TooDeep(Exception):
    """Lists and records are nested deeper than anyone means to."""

    def __init__(self, place: Place) -> None:
        super().__init__(str(place))
        self.place = place


def compose(text: str, path: str, above: int = 0) -> tuple[Node | None, list[Problem]]:
    """Compose a text that `above` lines precede in its file.

    Raises yaml.YAMLError where the parser gives up, and TooDeep.
    """
    composer = _Composer(text, path, above)
    loader = LOADER(text)
    try:
        composer.compose(loader.get_event)
    finally:
        loader.dispose()
    return _joined(composer.roots), composer.problems


def parse_error(text: str) -> yaml.YAMLError | None:
    """Say where the parser gives up, if it does."""
    loader = LOADER(text)
    try:
        while type(loader.get_event()) is not StreamEndEvent:
            pass
    except yaml.YAMLError as error:
        return error
    finally:
        loader.dispose()
    return None


class _Composer:
    def __init__(self, text: str, path: str, above: int) -> None:
        self.source = text
        self.path = path
        self.first_line = above + 1
        self.problems: list[Problem] = []
        self.roots: list[Node] = []
        self.documents = 0

    def compose(self, next_event: Callable[[], Event]) -> None:
        """Take events until the stream ends; each finished node goes into the one around it."""
        around: list[tuple[Record | Sequence | None, Text | None, bool]] = []
        container: Record | Sequence | None = None
        key: Text | None = None
        flow = False
        node: Node
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                node = self.text(event)
                if self.may_be_cut_off and not event.style and container is not None:
                    self.look_behind(node, event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                around.append((container, key, flow))
                if len(around) > DEEPEST:
                    raise TooDeep(self.place(event))
                container, key, flow = self.container(event, kind), None, event.flow_style
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                assert container is not None  # what ends has begun
                ended, was_flow = container, flow
                container, key, flow = around.pop()
                node = self.as_meant(ended, was_flow, key)
            elif kind is AliasEvent:
                node = self.alias(event, merged=key is DROPPED)
            elif kind is DocumentStartEvent:
                self.document(event)
                continue
            elif kind is StreamEndEvent:
                return
            else:
                continue

            if container is None:
                self.roots.append(node)
            elif isinstance(container, Sequence):
                container.append(node)
            elif key is None:
                key = self.key(container, node, event)
            else:
                if key is not DROPPED:
                    container[key] = node
                key = None

    def place(self, event: Event) -> Place:
        mark = event.start_mark
        return Place(self.path, mark.line + self.first_line, mark.column + 1)

    def report(self, rule: str, event: Event, hint: str, **details: object) -> None:
        self.problems.append(problem(rule, self.place(event), hint, **details))

    def text(self, event: ScalarEvent) -> Text:
        value, start, end, style = event.value, event.start_mark, event.end_mark, event.style
        quotes = style == '"' or style == "'"
        written = value
        if style == '"' and not value.isprintable():
            value, strange = as_shown(value)
            if strange:
                codes = " ".join(f"U+{ord(each):04X}" for each in dict.fromkeys(strange))
                self.report("unshown-character", event, "delete", code=codes)
        node = Text(value)
        node.path = self.path
        node.line = line = start.line + self.first_line
        node.column = start.column + (2 if quotes else 1)
        # What is as long in the file as in memory stands there letter by letter.
        length = len(written) + 2 if quotes else len(written)
        node.block = end.line + self.first_line != line or end.column - start.column != length
        if event.anchor is not None or event.tag is not None:
            self.mark(event)
        elif not value and style and style in "|>":
            return self.empty_block(node)
        elif node.block and not style and "- " in value:
            self.problems.extend(self.dashes_in_text(start.line, end.line))
        if end.line > start.line and style != "|" and not value.isascii():
            return folded(node, self.lines[start.line : end.line + 1])
        return node

    @cached_property
    def may_be_cut_off(self) -> bool:
        return ANY.search(self.source) is not None

    def look_behind(self, text: Text, event: ScalarEvent) -> None:
        """Tell of a text without quotes of which YAML took the end for a comment."""
        end = event.end_mark
        place = Place(self.path, end.line + self.first_line, 1)
        found = cut_off(text, self.lines[end.line], end.column, place)
        if found is not None:
            self.problems.append(found)

    def dashes_in_text(self, first: int, last: int) -> list[Problem]:
        """Find `- ` lines below a text that begins above them: YAML makes one text of all."""
        for number, line in enumerate(self.lines[first + 1 : last + 1], first + 1):
            body = line.lstrip(" ")
            if body.startswith("- "):
                place = Place(self.path, number + self.first_line, len(line) - len(body) + 1)
                return [problem("list-in-text", place, "block")]
        return []

    @cached_property
    def lines(self) -> list[str]:
        return self.source.split("\n")

    def empty_block(self, node: Text) -> Text:
        """Take `>5` for the text it was meant to be, not for an indentation of five."""
        source = self.lines[node.line - self.first_line]
        meant, found = text_as_meant(node, source)
        self.problems.extend(found)
        return meant

    def container(self, event: Event, kind: type[Event]) -> Record | Sequence:
        if event.anchor is not None or event.tag is not None:
            self.mark(event)
        return (Record if kind is MappingStartEvent else Sequence)(self.place(event))

    def mark(self, event: Event) -> None:
        """Report what stands before a value: `&name` or `!type`."""
        if event.anchor is not None:
            self.report("anchor", event, "repeat", name=event.anchor)
        if event.tag is not None:
            self.report("tag", event, "text")

    def alias(self, event: AliasEvent, merged: bool) -> Text:
        if not merged:
            self.report("alias", event, "repeat", name=event.anchor)
        place = self.place(event)
        return Text.at(f"*{event.anchor}", self.path, place.line, place.column)

    def document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.report("several-documents", event, "list")
        elif event.version or event.tags:
            self.report("directive", event, "delete")

    def key(self, record: Record, node: Node, event: Event) -> Text:
        """Take a node as the next key; the value of an unusable key is dropped."""
        if type(node) is not Text:
            self.problems.append(problem("key-not-text", node.place, "quote"))
        elif type(event) is AliasEvent:
            pass
        elif node in record and len(self.problems) < MOST:
            first = record.key(node)
            self.problems.append(
                problem("duplicate-key", node.place, "first", key=node, first=(first or node).line)
            )
        elif node in record:
            pass  # looking up where the first stands takes time, and this is enough said
        elif not node:
            self.report("missing-key", event, "write")
        elif node == "<<" and not event.style:
            self.problems.append(problem("merge-key", node.place, "repeat"))
        else:
            return node
        return DROPPED

    def as_meant(self, node: Record | Sequence, flow: bool, parent_key: Text | None) -> Node:
        """Undo slips in brackets that YAML takes without a murmur."""
        if isinstance(node, Sequence):
            if len(node) != 1 or type(node[0]) is Record:
                return node
            meant, found = sequence_as_meant(node, parent_key)
        elif flow and "" in node.values():
            begun = self.lines[node.place.line - self.first_line][node.place.column - 1]
            meant, found = record_as_meant(node, parent_key, begun)
        else:
            return node
        self.problems.extend(found)
        return meant


def _joined(roots: list[Node]) -> Node | None:
    """Join several documents into one list, so that what they define is known."""
    if len(roots) < 2:
        return roots[0] if roots else None
    joined = Sequence(roots[0].place)
    for root in roots:
        if isinstance(root, Sequence):
            joined.extend(root)
        elif isinstance(root, Record):
            joined.append(root)
    return joined
