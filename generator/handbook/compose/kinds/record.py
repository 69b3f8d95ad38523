"""How a kind is shown: one record a kind, complete or refused; the model has the other half."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from markupsafe import Markup

from handbook.compose.frame.page import Attachment
from handbook.compose.setting.medium import Medium, Paper, Screen
from handbook.model.kinds import Definition
from handbook.packages import IncompleteKind

Row = tuple[str, Markup]  # the key of the label, and the value
Rows = Iterator[Row]
# Functions take a definition of their own kind: what they are registered for tells which.
ViewOn = Callable[[Any, Paper], object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """How definitions of a kind are shown. Nothing has a default: each question is answered."""

    kind: type[Definition]
    facts: Callable[[Any, Screen], Rows]  # the first rows of its page
    fact: Callable[[Any, Medium], Markup]  # by which people choose it in an index
    body: Callable[[Any, Screen], Mapping[str, object]]  # what its page's template asks besides
    files: Callable[[Any, Screen], tuple[Attachment, ...]]  # beside its page; seen from home
    scripts: tuple[str, ...]  # of the desk, that its page loads
    sheets: Mapping[str, ViewOn]  # the view that each sheet's template works with
    # In a book it stands in full, as a line of the index of its kind, or not at all; the place
    # among the others, and the view of its text there.
    book: Literal["full", "line", "none"]
    book_place: int
    book_view: ViewOn | None

    def __post_init__(self) -> None:
        name = self.kind.kind
        if (given := tuple(self.sheets)) != (asked := self.kind.sheets):
            raise IncompleteKind(
                f"The kind {name} has the sheets {list(asked)}, its record shows {list(given)}"
            )
        if (self.book == "full") != (self.book_view is not None):
            raise IncompleteKind(f"The kind {name} needs a book_view where it stands in full")


def nothing(definition: Definition, screen: Screen) -> dict[str, object]:
    """Give a page's template no more than what all pages have."""
    return {}


def no_files(definition: Definition, home: Screen) -> tuple[Attachment, ...]:
    """Put no files beside a page."""
    return ()


def several(values: Iterable[str]) -> Markup:
    """Return values each on a line of its own."""
    return Markup("<br>").join(values)
