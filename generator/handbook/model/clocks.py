"""Times of day as people write them: 8:30, 16:00, 4 pm, 4.30 p.m., noon, 下午4点半."""

from __future__ import annotations

import re
from datetime import time

from handbook.model.numerals import folded

_MORNING, _AFTERNOON = "凌晨|清晨|早上|早晨|上午|中午", "下午|午后|午後|傍晚|晚上|晚间|晚間"
_NAMED = {
    "noon": (12, 0), "midday": (12, 0), "12 noon": (12, 0), "正午": (12, 0),
    "midnight": (24, 0), "12 midnight": (24, 0), "午夜": (24, 0),
}  # fmt: skip
_HALF_OF_DAY = r"[AaPp]\.?\s?[Mm]\.?"
# Written without flags and groups by name: the schema gives the same patterns to editors.
_BY_24 = r"([01]?\d|2[0-4])[:：]([0-5]\d)(?:\s?(?:[Hh]|[Hh][Rr][Ss]|[Hh]ours|[Uu]hr))?"
_BY_12 = rf"(1[0-2]|0?[1-9])(?:[:：.]([0-5]\d))?\s?({_HALF_OF_DAY})"
_CHINESE = (
    rf"({_MORNING}|{_AFTERNOON})?\s?([01]?\d|2[0-4])"
    r"(?:[点點](?:[整正钟鐘]|(半)|([0-5]\d)分?)?|[:：]([0-5]\d))"
)
_WORDS = "|".join(
    "".join(f"[{c.upper()}{c}]" if c.isalpha() and c.isascii() else c for c in word)
    for word in sorted(_NAMED, key=len, reverse=True)
)
CLOCK = re.compile(rf"{_BY_24}|{_BY_12}|{_CHINESE}|{_WORDS}")
TO = r"\s*(?:-|–|—|~|～|至|到|\bto\b|\buntil\b|\btill\b)\s*"


def clock(words: str) -> tuple[int, int] | None:
    """Read a time of day as hour and minute, 0:00 to 24:00; None when it is none."""
    words = folded(words)
    if words in _NAMED:
        return _NAMED[words]
    if found := re.fullmatch(_BY_24, words):
        return _within_a_day(int(found[1]), int(found[2]))
    if found := re.fullmatch(_BY_12, words):
        afternoon = 12 if found[3].startswith("p") else 0
        return int(found[1]) % 12 + afternoon, int(found[2] or 0)
    if found := re.fullmatch(_CHINESE, words):
        half_of_day, hour, half, minute, other = found.groups()
        is_after_noon = re.fullmatch(_AFTERNOON, half_of_day or "") or (
            half_of_day == "中午" and int(hour) < 10
        )
        later = 12 if is_after_noon and int(hour) < 12 else 0
        return _within_a_day(int(hour) + later, 30 if half else int(minute or other or 0))
    return None


def _within_a_day(hour: int, minute: int) -> tuple[int, int] | None:
    return (hour, minute) if hour < 24 or minute == 0 else None


def times_of_day(words: str) -> tuple[tuple[int, int], ...]:
    """Read one time of day, or two: 9:00-11:30, 9-11 am, from noon to 2 pm; () for none."""
    words = folded(words)
    if (one := clock(words)) is not None:
        return (one,)
    words = re.sub(r"^(?:from|between) ", "", words)
    for joint in re.finditer(rf"{TO}| and ", words):
        ends = [words[: joint.start()], words[joint.end() :]]
        half_of_day = re.search(rf"\s?{_HALF_OF_DAY}$", ends[1])
        if half_of_day and re.fullmatch(r"[\d.:]+", ends[0]):
            ends[0] += half_of_day[0]
        found = [one for end in ends if (one := clock(end.strip())) is not None]
        if len(found) == len(ends):
            return tuple(found)
    return ()


def on_the_clock(hour_and_minute: tuple[int, int]) -> time:
    """Return a time of day as a clock shows it; 24:00 is 0:00."""
    hour, minute = hour_and_minute
    return time(hour % 24, minute)
