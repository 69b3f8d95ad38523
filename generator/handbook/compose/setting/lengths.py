"""Lengths of time as the handbook's language writes them: 2wd is 2 个工作日, 2 working days.

Units written in full in that language stay as they are; short ones (2 hrs) and those of another
language (3 days in a Chinese handbook) are written as the labels say.
"""

from __future__ import annotations

import re
from functools import cache

from handbook.compose.setting.labels import Labels
from handbook.languages import record_of, united
from handbook.model.durations import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    UNITS,
    WORKING_DAYS,
    Amounts,
    Duration,
    parse_duration,
)
from handbook.read.nodes import Text

_MEETING = re.compile(r"(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
_NUMBER = r"\d+(?:\.\d+)?"
# The label of a unit by its seconds; what says more than that (自然日, business hours) has none.
_LABELS = {
    SECOND: "s", MINUTE: "min", HOUR: "h", DAY: "d", 7 * DAY: "w", 30 * DAY: "mo", 91 * DAY: "q",
    365 * DAY: "y",
}  # fmt: skip
_SAYS_MORE = {
    *united(lambda says: says.lengths.working_hour),
    *united(lambda says: says.lengths.calendar_day),
}
_LABEL_OF = {
    unit: "wd" if unit in WORKING_DAYS else _LABELS[seconds]
    for unit, seconds in UNITS.items()
    if unit in WORKING_DAYS or (seconds in _LABELS and unit not in _SAYS_MORE)
}
_UNIT = "|".join(sorted(map(re.escape, _LABEL_OF), key=len, reverse=True))
_SO_MANY = re.compile(
    rf"({_NUMBER}(?:\s*[-–~]\s*{_NUMBER})?)\s*({_UNIT})(?![A-Za-z])(半|\.(?!\d))?", re.I
)
_A_UNIT = re.compile(rf"(?<![A-Za-z])(?:{_UNIT})(?![A-Za-z])", re.I)
_CHINESE, _LATIN = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]")
_RANGE = re.compile(r"(?<=\d)\s*[-–]\s*(?=\d)")


def gapped(text: str) -> str:
    """Put a thin gap where Chinese meets figures and Latin letters: 30 分钟."""
    return _MEETING.sub("\u2009", text)


def length_in_words(text: object, t: Labels) -> str:
    """Return a length of time as it is said, gapped; anything else only gapped."""
    return gapped(spelt(str(text).strip(), t))


def spelt(words: str, t: Labels) -> str:
    """Return a length of time with its short units written out; anything else as it stands."""
    return _said(words, t) if parse_duration(Text.at(words, "", 1, 1)) else words


def said(words: str, t: Labels) -> str:
    """Write out the short units among words that are known to tell a length of time; gapped."""
    return gapped(_said(words, t))


def _said(words: str, t: Labels) -> str:
    language = record_of(t("tag"))
    own = _own_units(language.tag)

    def in_words(found: re.Match[str]) -> str:
        number, unit, after = found.groups()
        unit = unit.lower()
        if after == "半" or (unit in own and unit not in language.reads.lengths.abbreviated):
            return found[0]
        return t(f"length-{_LABEL_OF[unit]}", n=number) + " "

    said = re.sub(r"\s*±\s*", t("margin-sign"), words)
    said = _SO_MANY.sub(in_words, said)
    said = re.sub(r"(?<=[\u4e00-\u9fff]) +(?=\d)| +$| +(?=[,)])", "", said)
    foreign = _LATIN if language.is_of_signs else _CHINESE
    units = (found[0].lower() for found in _A_UNIT.finditer(said))
    if foreign.search(said) or not own.issuperset(units):  # an hour and a half, 1个半小时
        duration = parse_duration(Text.at(words, "", 1, 1))
        said = _counted(duration, t, language.spelt.between) or said
    return _RANGE.sub(t("range-sign"), " ".join(said.split()))


@cache
def _own_units(tag: str) -> frozenset[str]:
    """Return the units of a language and of those akin to it."""
    tags = (tag, *record_of(tag).akin)
    return frozenset().union(*(record_of(each).reads.lengths.all for each in tags))


def _counted(duration: Duration | None, t: Labels, between: str) -> str:
    """Return a length of time in figures and the units of a language; '' where that says less."""
    if duration is None or duration.margin:
        return ""

    def end(amounts: Amounts, n: str = "") -> str:
        said = []
        for count, size in amounts:
            whole = next(each for each in sorted(_LABELS, reverse=True) if size % each == 0)
            label = "wd" if size == DAY and duration.in_working_days else _LABELS[whole]
            said.append(t(f"length-{label}", n=n or f"{count * size / whole:g}"))
        return between.join(said)

    low, high = duration.ends
    if low == high:
        return end(high)
    if len(low) == len(high) == 1 and low[0][1] == high[0][1]:
        return end(high, f"{low[0][0]:g}-{high[0][0]:g}")
    return f"{end(low)}-{end(high)}"
