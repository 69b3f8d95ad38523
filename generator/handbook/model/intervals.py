"""Say how an interval is written that holds a day or a time besides: 工作日, 月末, 每天10:00."""

from __future__ import annotations

import re

_WORKDAYS = re.compile(
    r"(?:个|個)?(?:工作日|上班日|平日)|(?:working|work|business|week) ?days?", re.I
)
_WEEKENDS = re.compile(r"(?:个|個)?(?:周末|週末|双休日|雙休日|休息日)|weekends?", re.I)
_EACH = re.compile(r"(?:(?:every|each|per|on|all) |每|逢)?\s*(.*)", re.I | re.S)
_CHINESE = re.compile(r"(?:个|個)?(班|日|天|周|週|月|季度|季|半年|年)的?\s*(.+)", re.S)
_ENGLISH = re.compile(
    r"(shift|day|week|month|quarter|half-year|year)s?,?\s+(?:(?:on|in|at|by)\s+)?(?:the\s+)?(.+)",
    re.I | re.S,
)
_TIME = re.compile(
    r"(?:早上|上午|中午|下午|傍晚|晚上|晚)?\s*\d{1,2}(?:[:：]\d{2}|[点點时時].*)?(?:\s*[ap]\.?m\.?)?",
    re.I,
)
_END = {"月": "月末", "month": "last day"}  # of all ends calendars know that of a month
_ENDS = re.compile(r"[末底]|end|last day", re.I)
_HOW_OFTEN = re.compile(r"[\d一二两兩三四五六七八九十]+ ?(?:个|個)?(?:天|次|回)")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:日|号|號|st|nd|rd|th)?", re.I)


def as_written(text: str) -> str | None:
    """Return how `every` is written with a day or a time in keys of their own; None if unknown."""
    found = _EACH.fullmatch(text.strip())
    words = found[1] if found else ""
    is_chinese = not words.isascii()
    if _WORKDAYS.fullmatch(words):
        return "{every: 日, on: 工作日}" if is_chinese else "{every: day, on: weekdays}"
    if _WEEKENDS.fullmatch(words):
        return "{every: 周, on: 周末}" if is_chinese else "{every: week, on: weekends}"
    parts = (_CHINESE if is_chinese else _ENGLISH).fullmatch(words)
    if parts is None:
        return None
    unit, rest = parts[1].lower(), parts[2].strip()
    if _HOW_OFTEN.fullmatch(rest):  # 每周5天: on which days, only the editor knows
        return None
    if _ENDS.fullmatch(rest):
        return f"{{every: {unit}, on: {_END[unit]}}}" if unit in _END else None
    if unit in ("班", "日", "天", "shift", "day"):
        return f"{{every: {unit}, at: {_quoted(rest)}}}" if _TIME.fullmatch(rest) else None
    weekday = re.match(r"[一二三四五六日天]", rest) if unit in ("周", "週") else None
    if weekday:
        time = rest[1:].strip()
        if not _TIME.fullmatch(time):
            return f"{{every: {unit}, on: {unit}{rest}}}"
        return f"{{every: {unit}, on: {unit}{rest[0]}, at: {_quoted(time)}}}"
    day = _DAY_OF_MONTH.fullmatch(rest)
    if unit == "月" and day:
        rest = f"{day[1]}日"
    return f"{{every: {unit}, on: {_quoted(rest)}}}"


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r"[,\[\]{}:#\"]", text) else text
