"""Measure on the laid-out pages what no guess can tell: what does not fit, is torn or too small.

Measured in the worker between layout and writing. A misfit is a plain value, so that it can be
kept beside the sheet in the cache; `misfits_of` makes problems of it, with a place in the YAML.
Source of the rules: Degani & Wiener, NASA CR-177549, and the house's own measures for paper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from handbook.compose.books import Book
from handbook.compose.sheets import PlacedSheet
from handbook.problems import Problem, problem

MOST_ITEMS = 9  # to one pause point
SMALLEST = 7.0  # points, for anything that is printed
SMALLEST_ON_CARD = 12.0  # points, for the work on a card
POINT = 96 / 72  # pixels
WORKED_BY = ("procedure", "checklist", "card")  # sheets on which decisions are taken
DECISIONS = {"branches", "item__turn"}
STEPS = {"step", "chain__step", "item"}
APART = {"running", "foot", "stamp", "aloud"}  # what stands on every page, or is only heard


@dataclass(frozen=True, slots=True)
class Misfit:
    """A rule broken on paper: the step it is about ("" for the whole), and the measured value."""

    rule: str
    step: str
    value: str


def measure(document: Any) -> tuple[Misfit, ...]:
    """Return what does not fit on the pages of a document that WeasyPrint has laid out."""
    body = _body(document)
    kind = (body.get("class") or "").partition(" ")[0]
    found = list(_small_text(document, kind))
    if kind in WORKED_BY:
        found += _torn_decisions(document)
    if kind == "card":
        found += _crowded_pauses(body)
        if len(document.pages) > 1:
            found.append(Misfit("card-over-one-side", "", str(len(document.pages))))
    if _ends_with_signatures_alone(document):
        found.append(Misfit("lone-sign-off", "", str(len(document.pages))))
    return tuple(dict.fromkeys(found))


def misfits_of(
    sheets: Iterable[PlacedSheet | Book], found: dict[str, tuple[Misfit, ...]]
) -> Iterator[Problem]:
    """Yield a problem for each misfit; `found` has them by the address of the sheet.

    A book repeats what its sheets show; it is not judged a second time.
    """
    for sheet in sheets:
        if isinstance(sheet, Book):
            continue
        for misfit in found.get(sheet.uri, ()):
            yield problem(
                misfit.rule, sheet.place_of_step(misfit.step), "shorten",
                sheet=sheet.uri, value=misfit.value,
            )  # fmt: skip


def _body(document: Any) -> Any:
    html = document.pages[0]._page_box.children[0].element
    return next(element for element in html if element.tag == "body")


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split()) if hasattr(element, "get") else set()


def _crowded_pauses(body: Any) -> Iterator[Misfit]:
    for group in body.iter("ul"):
        items = [each for each in group if "item" in _classes(each)]
        if "items" in _classes(group) and len(items) > MOST_ITEMS:
            yield Misfit("crowded-pause", items[MOST_ITEMS].get("data-step"), str(len(items)))


def _torn_decisions(document: Any) -> Iterator[Misfit]:
    """Yield the steps with a decision that do not stand on one page."""
    pages: dict[Any, set[int]] = defaultdict(set)
    for number, page in enumerate(document.pages):
        for box in page._page_box.descendants():
            if box.element is not None and STEPS & _classes(box.element):
                pages[box.element].add(number)
    for element, where in pages.items():
        if len(where) > 1 and any(DECISIONS & _classes(each) for each in element.iter()):
            yield Misfit("split-decision", element.get("data-step") or "", str(len(where)))


def _small_text(document: Any, kind: str) -> Iterator[Misfit]:
    """Yield the smallest size of text, where something is smaller than can be read."""
    smallest = {"": SMALLEST, "card": SMALLEST_ON_CARD}
    for page in document.pages:
        for box, around in _texts(page._page_box, frozenset()):
            at_work = kind == "card" and "pauses" in around
            least = smallest["card" if at_work else ""]
            size = box.style["font_size"] / POINT
            if size < least - 0.01 and "aloud" not in around:
                yield Misfit("small-text", "", f"{size:.3g}")


def _ends_with_signatures_alone(document: Any) -> bool:
    """Whether the last page of several holds signature boxes and nothing they belong to."""
    if len(document.pages) < 2:
        return False
    texts = [
        around for _, around in _texts(document.pages[-1]._page_box, frozenset())
        if not APART & around
    ]  # fmt: skip
    return bool(texts) and all("sign-off" in around for around in texts)


def _texts(box: Any, around: frozenset[str]) -> Iterator[tuple[Any, frozenset[str]]]:
    """Yield each line of text with the classes of all it stands in; margins are left out."""
    from weasyprint.formatting_structure.boxes import MarginBox, ParentBox, TextBox

    if isinstance(box, MarginBox):
        return
    if box.element is not None:
        around = around | _classes(box.element)
    if isinstance(box, TextBox):
        if box.text.strip():
            yield box, around
    elif isinstance(box, ParentBox):
        for child in box.children:
            yield from _texts(child, around)
