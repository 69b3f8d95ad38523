"""Revise a text: each change in its place; what then reads otherwise than meant is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from handbook.read import read_text
from handbook.read.characters import evened_out
from handbook.read.spans import NoSpans, Span, spans_in
from handbook.write import block, flow
from handbook.write.changes import (
    AddItem,
    AddKey,
    Change,
    Data,
    Move,
    Path,
    Remove,
    Replace,
    Respell,
    applied,
    in_order,
    place_for,
    plain,
)
from handbook.write.lines import as_before
from handbook.write.pieces import Piece, line_end, replaced
from handbook.write.value import value_replaced


class Refused(Exception):
    """A text that cannot be changed as wished without changing more than that."""


def revised(text: str, changes: Iterable[Change]) -> str:
    """Return a text with changes made, one after the other; everything else stays as it was.

    The result is read again: it must give just what the changes make of the data, and without a
    problem. Raises Refused where it does not, and where the text itself cannot be read.
    """
    changes = tuple(changes)
    before, problems = read_text(text, "before")
    if before is None or problems:
        raise Refused("broken")
    try:
        wanted = applied(plain(before), changes)
    except (LookupError, TypeError, AttributeError) as error:
        raise Refused("nowhere") from error
    even = evened_out(text)
    for start in dict.fromkeys((even, _with_its_end_told(even))):
        now = _changed(start, changes)
        after, problems = read_text(now, "after")
        if after is not None and not problems and in_order(plain(after)) == in_order(wanted):
            return as_before(text, now)
    raise Refused("otherwise")


def _changed(text: str, changes: Iterable[Change]) -> str:
    for run in _runs(changes):
        try:
            root = spans_in(text)
            text = replaced(text, [piece for each in run for piece in _pieces(text, root, each)])
        except (NoSpans, LookupError) as error:
            raise Refused("nowhere") from error
    return text


def _runs(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Yield changes together that leave each other's places alone: texts in the place of texts."""
    run: list[Change] = []
    paths: set[Path] = set()
    for change in changes:
        is_of_text = isinstance(change, Respell) or (
            isinstance(change, Replace) and isinstance(change.value, str)
        )
        is_apart = change.at not in paths
        if run and not (is_of_text and is_apart and paths):
            yield run
            run, paths = [], set()
        run.append(change)
        if is_of_text:
            paths.add(change.at)
        else:
            yield run
            run = []
    if run:
        yield run


def _with_its_end_told(text: str) -> str:
    """Return a text that says the same when something is written behind it.

    A block of text at the end of a file without a last line break has none either: as soon as
    another line follows, it needs `|-` to say so.
    """
    last = spans_in(text)
    while not last.is_scalar and (last.entries or last.items):
        last = last.entries[-1][1] if last.entries else last.items[-1]
    if last.style not in ("|", ">") or text.endswith("\n"):
        return text
    header = last.start + 1
    is_told = text[header : line_end(text, header)].strip()[:1] in ("-", "+")
    return text if is_told else f"{text[:header]}-{text[header:]}"


def _pieces(text: str, root: Span, change: Change) -> list[Piece]:
    """Return what a change replaces in a text."""
    match change:
        case Replace(at, value):
            found = _Found(text, root, at)
            return value_replaced(text, found.span, value, found.key, found.dash, found.in_flow)
        case Respell(at, old, new):
            span = _Found(text, root, at).span
            if not span.is_scalar:
                raise LookupError(at)
            source = text[span.start : span.end]
            return [Piece(span.start, span.end, source.replace(old, new))]
        case AddKey(at, key, value, order):
            span = _Found(text, root, at).span
            place = place_for(key, [each.key for each, _ in span.entries], order)
            return _style(span).entry_added(text, span, place, key, value)
        case AddItem(at, index, value):
            span = _Found(text, root, at).span
            return _style(span).item_added(text, span, index, value)
        case Remove(at):
            around, place, is_key = _within(text, root, at)
            style = _style(around)
            return (style.entry_removed if is_key else style.item_removed)(text, around, place)
        case Move(at, index):
            around, place, _ = _within(text, root, at)
            return _style(around).item_moved(text, around, place, index)


class _Style(Protocol):
    """What the modules of both styles offer."""

    def entry_added(
        self, text: str, record: Span, place: int, key: str, value: Data
    ) -> list[Piece]: ...
    def item_added(self, text: str, listing: Span, index: int, value: Data) -> list[Piece]: ...
    def entry_removed(self, text: str, record: Span, place: int) -> list[Piece]: ...
    def item_removed(self, text: str, listing: Span, index: int) -> list[Piece]: ...
    def item_moved(self, text: str, listing: Span, index: int, to: int) -> list[Piece]: ...


def _style(span: Span) -> _Style:
    if span.is_scalar:
        raise LookupError
    return flow if span.is_flow else block


def _within(text: str, root: Span, at: Path) -> tuple[Span, int, bool]:
    """Return what holds the last step of a path, its place in it, and whether it is a key."""
    around = _Found(text, root, at[:-1]).span
    last = at[-1]
    if isinstance(last, int):
        return around, last, False
    keys = [key.key for key, _ in around.entries]
    if last not in keys:
        raise LookupError(at)
    return around, keys.index(last), True


class _Found:
    """What stands at a path: its span, the key or dash before it, and whether within brackets."""

    def __init__(self, text: str, root: Span, at: Path) -> None:
        self.span, self.key, self.dash = root, None, None
        self.in_flow = False
        for step in at:
            around = self.span
            self.in_flow = self.in_flow or around.is_flow
            if isinstance(step, int):
                self.span, self.key = around.items[step], None
                self.dash = None if around.is_flow else block.dashes(text, around)[step]
            else:
                self.key, self.span = around.entry(step)
                self.dash = None
