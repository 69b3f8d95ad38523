"""Make problems of what does not fit on paper, each with its place in the YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.compose.books import Book
from handbook.compose.sheets import Printable
from handbook.problems import Place, Problem, problem
from handbook.sheets.fit import Misfit


def misfits_of(
    sheets: Iterable[Printable], found: dict[str, tuple[Misfit, ...]]
) -> Iterator[Problem]:
    """Yield a problem for each misfit; `found` has them by the address of the sheet.

    A book repeats what its sheets show: what one of them has told already is told once, and what
    a book has told is not told again of the whole handbook.
    """
    told: set[tuple[str, Place]] = set()
    for sheet in sorted(sheets, key=_books_last):
        places = set()
        for misfit in found.get(sheet.uri, ()):
            place = _place(sheet, misfit)
            if not isinstance(sheet, Book) or (misfit.rule, place) not in told:
                places.add((misfit.rule, place))
                yield problem(
                    misfit.rule, place, "shorten", sheet=sheet.uri, value=misfit.value,
                )  # fmt: skip
        told |= places


def _books_last(sheet: Printable) -> int:
    """Sort sheets before books, and the largest book last."""
    return len(sheet.definitions) if isinstance(sheet, Book) else 0


def _place(sheet: Printable, misfit: Misfit) -> Place:
    if isinstance(sheet, Book):
        address, _, step = misfit.step.partition("#")
        return sheet.place_in(address, step)
    return sheet.place_of_step(misfit.step)
