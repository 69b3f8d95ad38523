"""Make problems of what does not fit on paper, each with its place in the YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.compose.books.sheets import Book
from handbook.compose.kinds.sheets import PlacedSheet
from handbook.compose.sheets import Printable
from handbook.model.kinds import Definition
from handbook.model.walk import written_at
from handbook.problems import Place, Problem, problem
from handbook.sheets.outcome import Misfit


def misfits_of(
    sheets: Iterable[Printable], found: dict[str, tuple[Misfit, ...]]
) -> Iterator[Problem]:
    """Yield a problem for each misfit; `found` has them by the address of the sheet.

    A book repeats what its sheets show: what one of them has told already is told once, and what
    a book has told is not told again of the whole handbook. So with words, which several sheets of
    one definition show.
    """
    told: set[tuple[str, Place]] = set()
    sheets = sorted(sheets, key=_books_last)
    for sheet in sheets:
        places = set()
        for misfit in found.get(sheet.uri, ()):
            place = _place_of_words(sheet, misfit, sheets) or _place(sheet, misfit)
            is_repeated = (misfit.rule, place) in told
            if not is_repeated or not (isinstance(sheet, Book) or misfit.words):
                places.add((misfit.rule, place))
                yield problem(
                    misfit.rule, place, misfit.hint, sheet=sheet.uri, value=misfit.value,
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


def _place_of_words(sheet: Printable, misfit: Misfit, sheets: Iterable[Printable]) -> Place | None:
    """Return where the words that do not fit were written: here, or where they are mentioned from.

    None for what no definition says: words of our own.
    """
    if not misfit.words:
        return None
    is_of_another = isinstance(sheet, Book) and misfit.step
    address, step = misfit.step.split("#") if is_of_another else ("", misfit.step)
    own = _definitions_of(sheet)
    shown = [each for each in own if each.address == address] if address else own
    others = (each for other in sheets for each in _definitions_of(other))
    places = (written_at(each, misfit.words, step) for each in (*shown, *others))
    return next((place for place in places if place), None)


def _definitions_of(sheet: Printable) -> tuple[Definition, ...]:
    return (sheet.definition,) if isinstance(sheet, PlacedSheet) else sheet.definitions
