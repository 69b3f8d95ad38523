"""What can be filled in: one record a type of field, read by models, views, templates and scripts.

A record has no defaults: a type that leaves a question open cannot be made. Nothing else in the
program names types; whoever must tell them apart asks a record.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from handbook.model.clocks import clock
from handbook.model.values import NO, YES, Date, Line, Number, Prose, YesNo

# How a blank of it is drawn; "date" has words of its own: date-blanks, and input-date on a screen.
Look = Literal["line", "long", "boxes", "yes-no", "score", "date", "photo", "signature", "table"]
# What takes it on a page: an input of HTML of this type, or what scripts make for it.
Input = Literal["text", "email", "tel", "url", "date", "time", "datetime-local"]
Made = Literal["lines", "one", "several", "table", "pen"]
Key = Literal["options", "scale", "default", "pattern", "rows", "columns", "max"]
Reads = Callable[[str], bool]

USUAL = frozenset[Key]({"options", "scale", "default", "pattern"})
# Which type is named as an example where a key stands with one to which it says nothing.
TYPICAL: dict[Key, str] = {
    "columns": "table", "rows": "table", "max": "score", "options": "choice", "scale": "score",
    "default": "text", "pattern": "text",
}  # fmt: skip
_FIGURE = r"(\d+|\d{1,3}(,\d{3})+)(\.\d+)?"
# Written as Python and the `pattern` of an input both want it, with full-width brackets and 转, 轉
# as escapes: it stands in pages of every language.
_PHONE = r"(?=(?:\D*\d){3})\+?[\d\s\(\)\uff08\uff09\u8f6c\u8f49#,\-]{3,30}"


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldType:
    """One type of field."""

    name: str
    keys: frozenset[Key]  # the keys of a field that mean something with it
    needs: Literal["options", "columns", ""]  # what it cannot be without
    width: int  # in twelfths of a row, where none is written
    share: int  # of a table's width, in the same measure as those of other columns
    least: float  # mm of a box on paper, below which a hand cannot write it
    is_figure: bool  # stands at the right, below other figures
    look: Look  # how it is drawn to be filled in by hand
    blank: Literal["s", "m"]  # how long its line is as a check of a step
    input: Input | Made
    mode: Literal["", "decimal", "tel", "email", "url"]  # which keys a telephone offers
    pdf: Literal["text", "long", "signature"]  # the field of a PDF
    pattern: str  # what an answer looks like, for Python and scripts alike; "" where all may stand
    reads: Reads | None  # judges what a pattern cannot say; of a choice, its default
    wrong: str  # what is said of an answer that does not look so: kind of `unfit-default`, error-…
    adds_up: bool  # whether a form adds up the answers
    in_row: bool  # whether it has a column in a file of filled forms
    holds: Any  # the type of the value as a handbook's own field; None where it cannot be one

    @property
    def on_screen(self) -> dict[str, Any]:
        """What scripts must know of it; what is as with most is left out.

        `input` is the type of an input of HTML, `made` what is made instead; `takes` is the
        pattern of an answer, `wrong` the word for one that does not fit; `adds` and `apart` tell
        whether answers are added up, and have no column in a file.
        """
        said = {
            "made" if self.input in get_args(Made) else "input": self.input,
            "mode": self.mode, "takes": self.pattern,
            "wrong": f"error-{self.wrong}" if self.pattern else "",
            "adds": self.adds_up, "apart": not self.in_row,
        }  # fmt: skip
        return {key: value for key, value in said.items() if value and value != "text"}


def _is_date(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _is_time(words: str) -> bool:
    return clock(words) is not None


def _is_date_and_time(words: str) -> bool:
    day, _, time = words.replace("T", " ").partition(" ")
    return _is_date(day) and _is_time(time.strip())


def _is_yes_or_no(words: str) -> bool:
    return words.lower() in (*YES, *NO)


_TYPES = (
    FieldType(
        name="text", keys=USUAL, needs="", width=4, share=4, least=0.0, is_figure=False,
        look="line", blank="m", input="text", mode="", pdf="text",
        pattern="", reads=None, wrong="", adds_up=False, in_row=True, holds=Line,
    ),
    FieldType(
        name="long", keys=USUAL | {"rows"}, needs="", width=12, share=6, least=0.0,
        is_figure=False, look="long", blank="m", input="lines", mode="", pdf="long",
        pattern="", reads=None, wrong="", adds_up=False, in_row=True, holds=Prose,
    ),
    FieldType(
        name="number", keys=USUAL, needs="", width=4, share=2, least=0.0, is_figure=True,
        look="line", blank="s", input="text", mode="decimal", pdf="text",
        pattern=rf"[+\-]?{_FIGURE}", reads=None, wrong="number", adds_up=False, in_row=True,
        holds=Number,
    ),
    FieldType(
        name="money", keys=USUAL, needs="", width=4, share=2, least=0.0, is_figure=True,
        look="line", blank="m", input="text", mode="decimal", pdf="text",
        pattern=rf"[+\-]?{_FIGURE}", reads=None, wrong="number", adds_up=False, in_row=True,
        holds=Line,
    ),
    FieldType(
        name="date", keys=USUAL, needs="", width=4, share=3, least=29.0, is_figure=False,
        look="date", blank="m", input="date", mode="", pdf="text",
        pattern="", reads=_is_date, wrong="date", adds_up=False, in_row=True, holds=Date,
    ),
    FieldType(
        name="time", keys=USUAL, needs="", width=4, share=2, least=0.0, is_figure=False,
        look="date", blank="s", input="time", mode="", pdf="text",
        pattern="", reads=_is_time, wrong="time", adds_up=False, in_row=True, holds=None,
    ),
    FieldType(
        name="datetime", keys=USUAL, needs="", width=4, share=4, least=44.0, is_figure=False,
        look="date", blank="m", input="datetime-local", mode="", pdf="text",
        pattern="", reads=_is_date_and_time, wrong="datetime", adds_up=False, in_row=True,
        holds=None,
    ),
    FieldType(
        name="phone", keys=USUAL, needs="", width=4, share=3, least=0.0, is_figure=False,
        look="line", blank="m", input="tel", mode="tel", pdf="text",
        pattern=_PHONE, reads=None, wrong="phone", adds_up=False, in_row=True, holds=None,
    ),
    FieldType(
        name="choice", keys=USUAL, needs="options", width=6, share=3, least=0.0, is_figure=False,
        look="boxes", blank="m", input="one", mode="", pdf="text",
        pattern="", reads=None, wrong="", adds_up=False, in_row=True, holds=Line,
    ),
    FieldType(
        name="choices", keys=USUAL, needs="options", width=12, share=4, least=0.0,
        is_figure=False, look="boxes", blank="m", input="several", mode="", pdf="text",
        pattern="", reads=None, wrong="", adds_up=False, in_row=True, holds=Line,
    ),
    FieldType(
        name="yes-no", keys=USUAL - {"options"}, needs="", width=4, share=2, least=0.0,
        is_figure=False, look="yes-no", blank="m", input="one", mode="", pdf="text",
        pattern="", reads=_is_yes_or_no, wrong="yes-no", adds_up=False, in_row=True, holds=YesNo,
    ),
    FieldType(
        name="score", keys=USUAL | {"max"}, needs="", width=4, share=2, least=30.0,
        is_figure=True, look="score", blank="s", input="text", mode="decimal", pdf="text",
        pattern=rf"[+\-]?{_FIGURE}", reads=None, wrong="number", adds_up=True, in_row=True,
        holds=None,
    ),
    FieldType(
        name="signature", keys=frozenset({"options", "scale"}), needs="", width=4, share=3,
        least=26.0, is_figure=False, look="signature", blank="m", input="pen", mode="",
        pdf="signature", pattern="", reads=None, wrong="", adds_up=False, in_row=True, holds=None,
    ),
    FieldType(
        name="photo", keys=frozenset(), needs="", width=6, share=4, least=0.0, is_figure=False,
        look="photo", blank="m", input="pen", mode="", pdf="text",
        pattern="", reads=None, wrong="", adds_up=False, in_row=False, holds=None,
    ),
    FieldType(
        name="table", keys=frozenset({"rows", "columns"}), needs="columns", width=12, share=4,
        least=0.0, is_figure=False, look="table", blank="m", input="table", mode="", pdf="text",
        pattern="", reads=None, wrong="", adds_up=False, in_row=True, holds=None,
    ),
)  # fmt: skip
TYPES: dict[str, FieldType] = {each.name: each for each in _TYPES}
FIELD_TYPES = tuple(TYPES)
ANY = TYPES["text"]  # taken for one that is still to be settled


def type_named(name: object) -> FieldType:
    """Return the record of a type; of one that is still to be settled, that of a line of text."""
    return TYPES.get(str(name), ANY)


def types_with(key: Key) -> tuple[str, ...]:
    """Return the types with which a key means something, first the one that is named for it."""
    fitting = (each.name for each in _TYPES if key in each.keys)
    return tuple(dict.fromkeys((TYPICAL[key], *fitting)))


def looks_right(type: FieldType, words: str) -> bool:
    """Tell whether words could be an answer of this type, options apart."""
    if type.pattern and not re.fullmatch(type.pattern, words):
        return False
    return type.reads is None or type.reads(words)
