"""The measures of paper that Python counts with: millimetres, sizes of type in points.

What only a style sheet needs stands in that style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

PX = 96 / 25.4  # WeasyPrint's pixels in a millimetre
POINTS = 72 / 25.4  # points in a millimetre
PX_OF_POINT = 96 / 72

PAPERS = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "Letter": (215.9, 279.4)}

# Type, in points.
SMALLEST = 7.0  # for anything that is printed
SMALLEST_ON_CARD = 12.0  # for the work on a card
TEXT, LEADING = 10.5, 1.5
LABEL = 8.5
CLOSE, CLOSE_LEADING = 9.0, 1.4  # of a table that is closed up
PICTURE, PICTURE_WORDS, PICTURE_LINE = 9.0, 8.0, 12.5  # of swimlanes and charts
LINE = TEXT * LEADING


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a sheet's pages.

    `first` is above the first page, which begins with its own head; on the others a running head
    stands `running` below the edge.
    """

    top: float
    right: float
    bottom: float
    left: float
    first: float
    running: float

    @property
    def sides(self) -> float:
        return self.left + self.right


SHEET = Margins(32.0, 16.0, 19.0, 16.0, first=10.0, running=10.0)
SMALL = Margins(27.0, 11.0, 19.0, 11.0, first=8.0, running=8.0)  # on A5
BOOK = Margins(31.0, 18.0, 20.0, 22.0, first=10.0, running=9.0)
CARDS = {
    "card": Margins(25.0, 11.0, 15.0, 11.0, first=8.0, running=8.0),
    "script": Margins(32.0, 12.0, 18.0, 12.0, first=10.0, running=10.0),
}
FORMS, FOOT_OF_FORM = ("form", "fillable"), 25.0  # their foot tells copies and filing besides
EDGE = 3.0  # of the paper, which many printers leave white
BELOW_HEAD, BELOW_FOOT = 4.0, 5.0  # what a head and a foot that grew keep free

QR, QR_CLOSE, QR_IN_BAND = 15.0, 13.0, 10.4  # in a head, in a smaller one, on a card
# By whether a language has long words, and on A5; that of a policy of short ones is in line with
# its articles.
LABELS = {(False, False): 20.0, (False, True): 16.0, (True, False): 24.0, (True, True): 21.0}
LABEL_OF_POLICY = 16.0

# A card.
BAND, BELOW_BAND = 14.0, 3.0
BETWEEN_COLUMNS = 8.0
INDENT, CARD_LEADING = 1.75, 1.4  # sizes of the text: before an item, and of a line

# A form: what a hand needs.
LEAST_COLUMN, LEAST_FIGURES = 8.0, 14.0


def margins_of(sheet: str, is_small: bool = False) -> Margins:
    """Return the margins of a kind of sheet; `is_small` on A5."""
    if sheet in CARDS:
        return CARDS[sheet]
    if sheet == "book":
        return BOOK
    margins = SMALL if is_small else SHEET
    return replace(margins, bottom=FOOT_OF_FORM) if sheet in FORMS else margins


def qr_size(sheet: str, is_small: bool = False) -> float:
    """Return how wide the code in a head is."""
    if sheet == "card":
        return QR_IN_BAND
    return QR_CLOSE if is_small or sheet == "book" else QR


def label_width(sheet: str, has_long_words: bool, is_small: bool = False) -> float:
    """Return how wide the column of labels beside a text is."""
    width = LABELS[has_long_words, is_small]
    return min(width, LABEL_OF_POLICY) if sheet == "policy" and not has_long_words else width


def text_width(paper: str, margins: Margins, is_across: bool = False) -> float:
    """Return how wide the text of a page is."""
    return PAPERS[paper][1 if is_across else 0] - margins.sides
