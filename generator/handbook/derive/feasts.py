"""Days with a name: those of one date each year, those of one weekday, those of the lunar year.

The dates of the Chinese lunar year and its solar terms are `lunar_python`'s. A name that means
different days in different places (小年, 教師節) is left to people.
"""

from __future__ import annotations

import datetime
import re
from functools import cache

# Days with a name that fall on the same date each year. 新年 is the first of January in the
# State Council's regulation on holidays.
ON_A_DATE = {
    "元旦": (1, 1), "新年": (1, 1), "情人节": (2, 14), "情人節": (2, 14), "三八": (3, 8),
    "妇女节": (3, 8), "婦女節": (3, 8), "植树节": (3, 12), "消费者权益日": (3, 15), "五一": (5, 1),
    "劳动节": (5, 1), "勞動節": (5, 1), "青年节": (5, 4), "六一": (6, 1), "儿童节": (6, 1),
    "建军节": (8, 1), "教师节": (9, 10), "国庆": (10, 1), "国庆节": (10, 1), "双十一": (11, 11),
    "平安夜": (12, 24), "圣诞": (12, 25), "圣诞节": (12, 25), "聖誕節": (12, 25),
    "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25),
}  # fmt: skip
# Month, which of its weekdays, and the weekday from Monday = 0.
ON_A_WEEKDAY = {
    "母亲节": (5, 2, 6), "母親節": (5, 2, 6), "mother's day": (5, 2, 6),
    "父亲节": (6, 3, 6), "father's day": (6, 3, 6),
    "感恩节": (11, 4, 3), "感恩節": (11, 4, 3), "thanksgiving": (11, 4, 3),
}  # fmt: skip
LUNAR = {
    "春节": (1, 1), "春節": (1, 1), "元宵": (1, 15), "端午": (5, 5), "七夕": (7, 7),
    "中元": (7, 15), "中秋": (8, 15), "重阳": (9, 9), "重陽": (9, 9), "腊八": (12, 8),
    "臘八": (12, 8), "lunar new year": (1, 1), "mid-autumn festival": (8, 15),
    "dragon boat festival": (5, 5),
}  # fmt: skip
# No rule of a calendar program has words for the lunar year (RFC 7529 is understood by few): its
# days are written out for so many years, from that in which a document comes into force.
YEARS_WRITTEN_OUT = 30
EVES = ("除夕", "大年三十")
SOLAR_TERMS = ("清明", "冬至")

# Only what cannot be meant of the common calendar: 农历八月十五, 正月十五, 九月初九.
_LUNAR_DATE = re.compile(
    r"(?=农历|農曆|阴历|陰曆|正月|冬月|腊月|臘月|.*[初廿])(?:农历|農曆|阴历|陰曆)?(正|[一二三四五六七八九十]|十[一二]|冬|腊|臘)月"
    r"(初[一二三四五六七八九十]|[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十)"
)
_DIGITS = "一二三四五六七八九"


def lunar_feast(words: str) -> str:
    """Return the name by which `feast_days` knows a day of the lunar year; "" for others."""
    name = words.strip().lower()
    for each in (name, name.removesuffix("节").removesuffix("節")):
        if each in LUNAR or each in EVES or each in SOLAR_TERMS:
            return each
    return name if _LUNAR_DATE.fullmatch(name) else ""


def has_a_name(words: str) -> bool:
    """Tell whether a day is called by a name, not by its date."""
    name = words.strip().lower()
    return name in ON_A_DATE or name in ON_A_WEEKDAY or bool(lunar_feast(words))


@cache
def feast_days(name: str, year: int) -> tuple[datetime.date, ...]:
    """Return the days of a year of the common calendar on which a lunar feast falls.

    One as a rule; 腊八 may fall twice in a year or not at all.
    """
    from lunar_python import Solar

    if name in SOLAR_TERMS:
        terms = Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()
        # The winter solstice of the year itself stands at the end of the table, by another name.
        found = terms["DONG_ZHI" if name == "冬至" else name]
        return (datetime.date(found.getYear(), found.getMonth(), found.getDay()),)
    if name in EVES:
        return tuple(day - datetime.timedelta(1) for day in feast_days("春节", year))
    month, day = LUNAR[name] if name in LUNAR else _lunar_date(name)
    days = (_on_the_common_calendar(lunar, month, day) for lunar in (year - 1, year))
    return tuple(found for found in days if found is not None and found.year == year)


def _on_the_common_calendar(year: int, month: int, day: int) -> datetime.date | None:
    """Return the date of a lunar day; None where that month has 29 days only."""
    from lunar_python import Lunar, LunarMonth

    if day > LunarMonth.fromYm(year, month).getDayCount():
        return None
    found = Lunar.fromYmd(year, month, day).getSolar()
    return datetime.date(found.getYear(), found.getMonth(), found.getDay())


def _lunar_date(words: str) -> tuple[int, int]:
    found = _LUNAR_DATE.fullmatch(words)
    if found is None:
        raise ValueError(f"no day of the lunar year: {words}")
    month, day = found.groups()
    named = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
    return named.get(month) or _number(month), _number(day.removeprefix("初"))


def _number(words: str) -> int:
    """Read a number up to thirty: 八, 十五, 廿三, 三十."""
    tens, ten, ones = words.replace("廿", "二十").rpartition("十")
    number = _DIGITS.index(ones) + 1 if ones else 0
    return number + (10 * (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0)
