"""Plain data that remembers where it was written: text, records (mappings) and lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar, overload

from handbook.problems import Place

T = TypeVar("T")


class Text(str):
    """A scalar as the editor typed it (unquoted), with its place.

    `offset_place(n)` is exact for single-line scalars only; in a folded or literal block it is
    the place where the block starts.
    """

    __slots__ = ("block", "column", "line", "path")

    path: str
    line: int
    column: int
    block: bool  # written over several lines, or with escapes: offsets cannot be trusted

    @classmethod
    def at(cls, value: str, path: str, line: int, column: int, block: bool = False) -> Text:
        text = cls(value)
        text.path, text.line, text.column, text.block = path, line, column, block
        return text

    @property
    def place(self) -> Place:
        return Place(self.path, self.line, self.column)

    def offset_place(self, offset: int) -> Place:
        """Tell where the character at `offset` stands."""
        if self.block:
            return self.place
        return Place(self.path, self.line, self.column + offset)


class Record(dict[Text, "Node"]):
    """A mapping; its keys are Texts, so that every key has a place too."""

    __slots__ = ("place",)

    def __init__(self, place: Place, items: Mapping[Text, Node] | None = None) -> None:
        super().__init__(items or {})
        self.place = place

    if TYPE_CHECKING:  # what is looked up needs no place of its own

        def __getitem__(self, key: str, /) -> Node: ...

        @overload
        def get(self, key: str, default: None = None, /) -> Node | None: ...
        @overload
        def get(self, key: str, default: Node, /) -> Node: ...
        @overload
        def get(self, key: str, default: T, /) -> Node | T: ...
        def get(self, key: str, default: object = None, /) -> object: ...

    def key(self, name: str) -> Text | None:
        """Return the key as written, or None."""
        return next((key for key in self if key == name), None)


class Sequence(list["Node"]):
    """A list."""

    __slots__ = ("place",)

    def __init__(self, place: Place, items: Iterable[Node] | None = None) -> None:
        super().__init__(items or [])
        self.place = place


Node = Text | Record | Sequence
