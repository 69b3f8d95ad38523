"""Measure on the laid-out pages what no guess can tell: what does not fit, is torn or too small.

Measured in the worker between layout and writing. A misfit is a plain value, so that it can be
kept beside the sheet in the cache; sheets/misfits.py makes problems of it.
Source of the rules: Degani & Wiener, NASA CR-177549, and the house's own measures for paper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from weasyprint.formatting_structure.boxes import ReplacedBox, TextBox

from handbook.paper import marks
from handbook.paper.measures import PX_OF_POINT, SMALLEST, SMALLEST_ON_CARD
from handbook.sheets.boxes import Box, Document, Element
from handbook.sheets.laid_out import Placed, Spot, classes_of, lines_in, texts_in
from handbook.sheets.outcome import Misfit
from handbook.sheets.outside import Mark, outside

MOST_ITEMS = 9  # to one pause point
ENDING, BEGINNING = "，。、；：？！）」』》】", "（「『《【"  # no line begins, or ends, with these


def measure(
    document: Document, pages: Sequence[Placed], strays: Sequence[Mark]
) -> tuple[Misfit, ...]:
    """Return what does not fit on the pages of a document that WeasyPrint has laid out.

    `pages` are its boxes, `strays` what was found outside its box.
    """
    body = _body(document)
    kind = (body.get("class") or "").partition(" ")[0]
    found = [*_small_text(pages, kind), *_small_pictures(pages)]
    found += [*_torn_lines(pages), *_lone_headings(pages)]
    if kind in marks.WORKED_BY:
        found += _torn_decisions(pages)
    if kind == marks.CARD:
        found += _crowded_pauses(body)
        if len(pages) > 1:
            found.append(Misfit("card-over-one-side", "", str(len(pages))))
    found += _pages_of_signatures_alone(pages)
    found += outside(pages, strays)
    return tuple(dict.fromkeys(found))


def _body(document: Document) -> Element:
    html = document.pages[0]._page_box.children[0].element
    return next(element for element in html if element.tag == "body")


def _crowded_pauses(body: Element) -> Iterator[Misfit]:
    for group in body.iter("ul"):
        items = [each for each in group if marks.ITEM in classes_of(each)]
        if marks.ITEMS in classes_of(group) and len(items) > MOST_ITEMS:
            yield Misfit("crowded-pause", items[MOST_ITEMS].get(marks.STEP) or "", str(len(items)))


def _torn_decisions(pages: Sequence[Placed]) -> Iterator[Misfit]:
    """Yield the steps with a decision that do not stand on one page."""
    standing: dict[Element, set[int]] = defaultdict(set)
    spots: dict[Element, Spot] = {}
    for number, page in enumerate(pages):
        for box, spot in page:
            if box.element is not None and marks.STEPS & classes_of(box.element):
                standing[box.element].add(number)
                spots[box.element] = spot
    for element, where in standing.items():
        if len(where) > 1 and any(marks.DECISIONS & classes_of(each) for each in element.iter()):
            yield Misfit("split-decision", spots[element].about, str(len(where)))


def _small_text(pages: Sequence[Placed], kind: str) -> Iterator[Misfit]:
    """Yield each size of text that is smaller than can be read."""
    for page in pages:
        for box, spot in texts_in(page):
            at_work = kind == marks.CARD and marks.WORK_ON_CARD in spot.classes
            least = SMALLEST_ON_CARD if at_work else SMALLEST
            size = box.style["font_size"] / PX_OF_POINT
            if size < least - 0.01 and marks.ALOUD not in spot.classes:
                yield Misfit("small-text", spot.about if spot.of else "", f"{size:.3g}")


def _small_pictures(pages: Sequence[Placed]) -> Iterator[Misfit]:
    """Yield the smallest letters of swimlanes that were made too small for their page."""
    for page in pages:
        for box, spot in page:
            picture = box.element
            if marks.SWIMLANE in classes_of(picture):
                across = float((picture.get("viewBox") or "").split()[2])
                sizes = [
                    float(each) for part in picture.iter() if (each := part.get("font-size"))
                ]
                size = min(sizes) * box.width / across / PX_OF_POINT
                if size < SMALLEST - 0.05:
                    yield Misfit("small-text", spot.about if spot.of else "", f"{size:.3g}")


def _torn_lines(pages: Sequence[Placed]) -> Iterator[Misfit]:
    """Yield the lines that begin with a sign which ends, or end with one which begins something."""
    for page in pages:
        for said, is_followed, is_preceded, spot in lines_in(page):
            text = said.strip()
            if not text or marks.APART & spot.classes:
                continue
            if is_preceded and text[0] in ENDING:
                yield Misfit("torn-line", spot.about, text[0])
            if is_followed and text[-1] in BEGINNING:
                yield Misfit("torn-line", spot.about, text[-1])


def _lone_headings(pages: Sequence[Placed]) -> Iterator[Misfit]:
    """Yield the headings after which nothing stands on their page, though more is to come."""
    for number, page in enumerate(pages[:-1], 1):
        last = None
        for box, spot in page:
            if not marks.APART & spot.classes and _shows_something(box):
                last = spot
        if last is not None and last.is_heading:
            yield Misfit("lone-heading", last.about, str(number))


def _shows_something(box: Box) -> bool:
    """Whether a box has text or a picture, or is a blank to write in."""
    if isinstance(box, TextBox):
        return bool(box.text.strip())
    if isinstance(box, ReplacedBox):
        return True
    return box.element is not None and not getattr(box, "children", ()) and bool(box.height)


def _pages_of_signatures_alone(pages: Sequence[Placed]) -> Iterator[Misfit]:
    """Yield the pages, but the first, with signature boxes and nothing they belong to."""
    for number, page in enumerate(pages[1:], 2):
        spots = [spot for _, spot in texts_in(page) if not marks.APART & spot.classes]
        if spots and all(marks.SIGN_OFF in spot.classes for spot in spots):
            yield Misfit("lone-sign-off", spots[0].about if spots[0].of else "", str(number))
