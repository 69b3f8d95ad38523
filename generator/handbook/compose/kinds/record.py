"""How a kind is shown: one record a kind, complete or refused; the model has the other half."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from markupsafe import Markup

from handbook.compose.frame.page import Attachment
from handbook.compose.setting.medium import Medium, Paper, Screen
from handbook.model.kinds import Definition
from handbook.packages import IncompleteKind

Row = tuple[str, Markup]  # the key of the label, and the value
Rows = Iterator[Row]
D = TypeVar("D", bound=Definition)  # the kind that a record is of
ViewOn = Callable[[D, Paper], object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown(Generic[D]):
    """How definitions of a kind are shown. Nothing has a default: each question is answered."""

    kind: type[D]
    facts: Callable[[D, Screen], Rows]  # the first rows of its page
    fact: Callable[[D, Medium], Markup]  # by which people choose it in an index
    body: Callable[[D, Screen], Mapping[str, object]]  # what its page's template asks besides
    files: Callable[[D, Screen], tuple[Attachment, ...]]  # beside its page; seen from home
    scripts: tuple[str, ...]  # of the desk, that its page loads
    sheets: Mapping[str, ViewOn[D]]  # the view that each sheet's template works with
    # In a book it stands in full, as a line of the index of its kind, or not at all; the place
    # among the others, and the view of its text there.
    book: Literal["full", "line", "none"]
    book_place: int
    book_view: ViewOn[D] | None

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
