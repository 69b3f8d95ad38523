"""Days of the week as people write them: 周一至周五, 周一、三、五, 工作日, Mon-Fri, weekends."""

from __future__ import annotations

import re

from handbook.languages import numbered, united

WORKING_DAYS = (0, 1, 2, 3, 4)  # Monday to Friday, where nobody says otherwise
WEEKENDS = (5, 6)
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WEEK = r"(?:每?(?:周|週|星期|礼拜|禮拜))"
WEEKDAY = re.compile(
    rf"{WEEK}([一二三四五六日天])(?:(?:至|到|-|–|—|~|～){WEEK}?([一二三四五六日天]))?"
)
NUMBERS = numbered(lambda says: says.days.weekdays)
NAMES = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
DAY_NAME = rf"(?:({NAMES})\.?)"
IN_LETTERS = re.compile(
    rf"(?:every )?{DAY_NAME}(?:\s*(?:-|–|—|~|to|till|until|through)\s*{DAY_NAME})?", re.I
)
AND = re.compile(r"\s*(?:、|，|,|;|；|&|/|和|及|与|與|\band\b)\s*(?:and\s+)?", re.I)
GROUPS = {
    **dict.fromkeys(united(lambda says: says.days.working_days), WORKING_DAYS),
    **dict.fromkeys(united(lambda says: says.days.weekends), WEEKENDS),
}
_ALL = dict.fromkeys(united(lambda says: says.days.every_day), EVERY_DAY)
CHINESE = "一二三四五六日"


def group_named(name: str) -> tuple[int, ...] | None:
    """Return the days of 工作日, 每个工作日, weekends; None for other words."""
    return GROUPS.get(name.lower().removeprefix("每个").removeprefix("每個"))


def span(ends: list[int]) -> tuple[int, ...]:
    """Return the days from the first to the last: 周六至周一 runs over the end of the week."""
    length = (ends[-1] - ends[0]) % 7
    return tuple(sorted((ends[0] + ahead) % 7 for ahead in range(length + 1)))


def days_named(words: str) -> tuple[int, ...] | None:
    """Return the days of one name or span, counted from Monday = 0; None for other words."""
    if found := WEEKDAY.fullmatch(words):
        return span([CHINESE.index(end.replace("天", "日")) for end in found.groups() if end])
    if found := IN_LETTERS.fullmatch(words):
        return span([NUMBERS[end.lower()] for end in found.groups() if end])
    return None


def weekdays(words: str) -> tuple[int, ...] | None:
    """Return all days that words name, each as often as it is named; None where one is none."""
    words = re.sub(r"(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])", "", words.strip())
    found: list[int] = []
    for part in filter(None, AND.split(words)):
        bare = rf"[一二三四五六日天](?:(?:至|到|-|–|—|~|～){WEEK}?[一二三四五六日天])?"
        name = f"周{part}" if found and re.fullmatch(bare, part) else part
        days = group_named(name) or _ALL.get(name.lower()) or days_named(name)
        if days is None:
            return None
        found += days
    return tuple(found) or None
