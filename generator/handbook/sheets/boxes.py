"""What we read of a document that WeasyPrint has laid out, as types: it has none of its own.

Lengths are pixels, 96 to an inch. Of `Box` only some kinds have all attributes; which kind one is
`isinstance` tells with WeasyPrint's own classes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableSequence, Sequence
from typing import Protocol, TypedDict


class Element(Protocol):
    """An element of the HTML."""

    tag: str
    text: str
    attrib: Mapping[str, str]

    def get(self, name: str) -> str | None: ...
    def set(self, name: str, value: str) -> None: ...
    def iter(self, tag: str | None = None) -> Iterator[Element]: ...
    def itertext(self) -> Iterator[str]: ...
    def __iter__(self) -> Iterator[Element]: ...


class Colour(Protocol):
    """A colour, with how little can be seen through it."""

    alpha: float


class Style(TypedDict):
    """The computed style of a box."""

    font_size: float
    white_space: str
    transform: object
    background_color: Colour


class Box(Protocol):
    """A box on a page."""

    element: Element  # whose it is; around a page's text it is None, which `classes_of` bears
    children: Sequence[Box]
    style: Style
    position_x: float
    position_y: float
    width: float
    height: float
    margin_left: float
    margin_top: float
    margin_bottom: float
    padding_left: float
    padding_right: float
    border_left_width: float
    border_right_width: float
    border_top_width: float
    border_bottom_width: float

    at_keyword: str  # of a box in a margin
    text: str  # of a text
    baseline: float
    column_widths: Sequence[float]  # of a table

    def content_box_x(self) -> float: ...
    def content_box_y(self) -> float: ...
    def border_box_x(self) -> float: ...
    def border_box_y(self) -> float: ...
    def border_width(self) -> float: ...
    def border_height(self) -> float: ...
    def margin_height(self) -> float: ...
    def descendants(self) -> Iterator[Box]: ...


class Page(Protocol):
    """A page, whose boxes WeasyPrint keeps to itself."""

    width: float
    height: float
    _page_box: Box
    forms: Mapping[object, Sequence[tuple[Box, object]]]


class Document(Protocol):
    """A document laid out."""

    pages: MutableSequence[Page]
