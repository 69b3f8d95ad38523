"""Find texts that YAML cuts off at a ` #`: what follows is a comment, and lost in silence.

A comment of an editor has a blank after its sign, or a row of signs; ` #3` and ` #订单` are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.problems import Place, Problem, problem
from handbook.read.lines import Line, example, short
from handbook.read.slips import Slip, slip

ANY = re.compile(r"[ \t]#[^\s#]")  # without one in a file nothing is looked at
_CUT_OFF = re.compile(r"[ \t]+(#(?![#=*~_+/<>-]{2,})[^\s#].*)")

_COMMENT = re.compile(r"[ \t]#(?=[ \t]|$)")


def cut_off(text: str, line: str, end: int, place: Place) -> Problem | None:
    """Tell of a text without quotes that ends at a column of a line, where more was meant.

    `place` is that of the line's first sign.
    """
    found = _CUT_OFF.match(line, end)
    if found is None:
        return None
    rest = _COMMENT.split(found[1])[0].rstrip()
    at = Place(place.path, place.line, place.column + found.start(1))
    return problem(
        "text-cut-off", at, "quote",
        text=short(rest), example=example(f"{text} {rest}".strip()), remark=short(rest[1:]),
    )  # fmt: skip


def cut_within(line: Line) -> Iterator[Slip]:
    """Suspect a ` #3` in a line of a text that goes on in the next one."""
    if not line.part or line.part[0] in "\"'[{|>":
        return
    found = _CUT_OFF.match(line.source, line.at + len(line.part))
    if found is not None:
        at, whole = found.start(1), f"{line.part} {found[1].rstrip()} …"
        mended = line.with_sign(at, 1, "＃")
        yield slip(line, "sign-in-text", at, "comment", mended, sign="#", example=example(whole))
