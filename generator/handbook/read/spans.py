"""Where everything in a YAML text stands, to the character: what `write` changes a text by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from handbook.read.composer import LOADER
from handbook.read.mentions import with_mentions_veiled

Style = Literal["plain", "'", '"', "|", ">", "block", "flow"]


class NoSpans(Exception):
    """A text whose parts have no places of their own: it is broken, or has anchors or tags."""


@dataclass(frozen=True, slots=True)
class Span:
    """A scalar, a mapping or a list: from its first character up to behind its last one.

    `entries` are the keys of a mapping with their values, `items` what a list holds. A mapping or
    list in block style ends where the last thing in it does; comments behind are not part of it.
    """

    start: int
    end: int
    style: Style
    entries: tuple[tuple[Span, Span], ...] = ()
    items: tuple[Span, ...] = ()
    key: str = ""  # of a scalar that is a key: what it says

    @property
    def is_flow(self) -> bool:
        """Whether it is written in brackets."""
        return self.style == "flow"

    @property
    def is_scalar(self) -> bool:
        return self.style not in ("block", "flow")

    def entry(self, key: str) -> tuple[Span, Span]:
        """Return a key of this mapping and its value. Raises KeyError."""
        for found in self.entries:
            if found[0].key == key:
                return found
        raise KeyError(key)


def spans_in(text: str) -> Span:
    """Return the spans of a text with plain line ends that holds one document.

    Raises NoSpans.
    """
    try:
        events = list(_events(text))
    except yaml.YAMLError:
        events = _events_of_veiled(text)
    roots = _Building(text).run(events)
    if len(roots) != 1:
        raise NoSpans
    return roots[0]


def _events(text: str) -> Iterator[yaml.Event]:
    loader = LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _events_of_veiled(text: str) -> list[yaml.Event]:
    veiled = with_mentions_veiled(text)  # as long as the text itself
    try:
        return list(_events(veiled))
    except yaml.YAMLError:
        raise NoSpans from None


class _Building:
    """Builds spans from events, the innermost first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.roots: list[Span] = []
        self.around: list[tuple[yaml.Event, list[Span]]] = []

    def run(self, events: list[yaml.Event]) -> list[Span]:
        documents = 0
        for event in events:
            if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
                raise NoSpans
            if isinstance(event, ScalarEvent):
                self._done(self._scalar(event))
            elif isinstance(event, MappingStartEvent | SequenceStartEvent):
                if event.tag is not None:
                    raise NoSpans
                self.around.append((event, []))
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                begun, inside = self.around.pop()
                self._done(_collection(begun, event, inside))
            elif isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise NoSpans
        return self.roots

    def _done(self, span: Span) -> None:
        (self.around[-1][1] if self.around else self.roots).append(span)

    def _scalar(self, event: ScalarEvent) -> Span:
        if event.tag is not None:
            raise NoSpans
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):  # the parser counts blank lines behind it as part of it
            source = self.text[start:end]
            is_kept = "+" in source.partition("\n")[0]
            end = start + len(source.removesuffix("\n") if is_kept else source.rstrip())
        return Span(start, end, event.style or "plain", key=event.value)


def _collection(begun: yaml.Event, ended: yaml.Event, inside: list[Span]) -> Span:
    start = begun.start_mark.index
    last = inside[-1].end if inside else start
    end = ended.end_mark.index if begun.flow_style else last
    style: Style = "flow" if begun.flow_style else "block"
    if isinstance(begun, MappingStartEvent):
        entries = tuple(zip(inside[::2], inside[1::2], strict=True))
        return Span(start, end, style, entries=entries)
    return Span(start, end, style, items=tuple(inside))
