"""Read figures with their units out of running text: 24小时, 7至10天, 85分, 1.5%, 第7日, 三次."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.durations import UNITS, WORKING_DAYS

_CHINESE = "零一二两兩三四五六七八九"
_NUMBER = rf"(?:\d{{1,9}}(?:,\d{{3}})*(?:\.\d{{1,4}})?|[{_CHINESE}十百]{{1,5}}|半)"
# Units that stand for themselves; the Chinese 分 is a mark here, minutes are written 分钟.
_COUNTED = {
    "元": "元 yuan", "%": "% ％ percent", "分": "分 points", "次": "次 times", "人": "人 名 people",
    "份": "份", "件": "件", "台": "台", "辆": "辆 輛", "张": "张 張", "页": "页 頁", "条": "条 條",
    "项": "项 項", "倍": "倍", "字": "字", "声": "声 聲", "句": "句", "通": "通", "户": "户 戶",
    "家": "家", "吨": "吨 噸", "公里": "公里 千米 km", "公斤": "公斤 千克 kg", "米": "米",
    "升": "升",
}  # fmt: skip
_SAME = {word: unit for unit, words in _COUNTED.items() for word in words.split()}
_AMBIGUOUS = frozenset({"分", "月", "年", "季度"})
_TIMES = {unit: size for unit, size in UNITS.items() if unit not in _AMBIGUOUS}
_LARGE = {"万元": 10_000, "萬元": 10_000}
_UNIT = "|".join(
    re.escape(unit) for unit in sorted((*_TIMES, *_SAME, *_LARGE), key=len, reverse=True)
)
_TO = r"\s*(?:-|–|—|~|～|至|到)\s*"
_FIGURE = re.compile(
    rf"(?<![\d.A-Za-z{_CHINESE}十百])(第)?({_NUMBER})\s*(?:({_UNIT})?{_TO}({_NUMBER})\s*)?({_UNIT})"
    r"(?![A-Za-z])"
)
_DIGIT = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure, or a range of two, in one unit; `start` and `end` are offsets into the text.

    Times are in seconds (unit `s`), working days in days (`wd`), sums of money in 元.
    """

    low: float
    high: float
    unit: str
    words: str
    start: int
    end: int

    def equals(self, other: Quantity) -> bool:
        """Tell whether both say the same amount."""
        return (self.low, self.high, self.unit) == (other.low, other.high, other.unit)


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the figures with units in a text; dates and figures without a unit are none."""
    for match in _FIGURE.finditer(text):
        first, unit_of_first, second, unit = match[2], match[3], match[4], match[5]
        if unit == "日" and not match[1] and text[max(match.start() - 1, 0)] in "月.-/":
            continue  # the day of a date
        if unit == "日" and "." in (first + (second or "")):
            continue  # 10.8日 is a date to many
        size, name = _measure(unit.lower())
        first_size = _measure(unit_of_first.lower())[0] if unit_of_first else size
        name = "no." + name if match[1] else name
        low = number(first) * first_size
        high = number(second) * size if second else low
        if low <= high:  # 10-8日 is a date
            yield Quantity(low, high, name, match[0], match.start(), match.end())


def _measure(unit: str) -> tuple[float, str]:
    if unit in _LARGE:
        return _LARGE[unit], "元"
    if unit in WORKING_DAYS:
        return 1, "wd"
    if unit in _TIMES:
        return _TIMES[unit], "s"
    return 1, _SAME[unit]


def number(words: str) -> float:
    """Return the number that digits or Chinese numerals up to 999 stand for."""
    if words == "半":
        return 0.5
    if words[0].isdigit():
        return float(words.replace(",", ""))
    total = digit = 0
    for sign in words:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = _DIGIT[sign]
    return float(total + digit)
