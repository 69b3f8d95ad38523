"""The many ways to write a date, told in one: 1 May, May 1st, 五月一日 are 5月1日."""

from __future__ import annotations

import re

from handbook.languages import numbered

_MONTHS = numbered(lambda says: says.days.months)
_NAME = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
_DAY = rf"(?:the )?{_NUMBER}"
_TO = r"\s*(?:-|–|—|~|to|until)\s*"
# Words around a date that say nothing: on the 1st of each month, every Monday.
_BEFORE = re.compile(r"(?:on |by |every |each |the |day )+", re.I)
_AFTER = re.compile(r"(?: (?:of|in) (?:the|each|every|a) month| (?:each|every) month)$", re.I)
_DAY_AFTER = re.compile(r"(?<=\d(?:st|nd|rd|th)) day$", re.I)
_FORMS = (
    (re.compile(rf"{_DAY}(?: of)? ({_NAME})\.?{_TO}{_DAY}(?: of)? ({_NAME})\.?", re.I),
     "{b}月{a}日至{d}月{c}日"),
    (re.compile(rf"({_NAME})\.? {_DAY}{_TO}({_NAME})\.? {_DAY}", re.I),
     "{a}月{b}日至{c}月{d}日"),
    (re.compile(rf"{_DAY}{_TO}{_DAY}(?: of)? ({_NAME})\.?", re.I),
     "{c}月{a}日至{c}月{b}日"),
    (re.compile(rf"({_NAME})\.? {_DAY}{_TO}{_DAY}", re.I),
     "{a}月{b}日至{a}月{c}日"),
    (re.compile(rf"{_DAY}(?: of)?[ -]({_NAME})\.?", re.I), "{b}月{a}日"),
    (re.compile(rf"({_NAME})\.?[ -]{_DAY}", re.I), "{a}月{b}日"),
    (re.compile(rf"{_NUMBER}{_TO}{_DAY}", re.I), "{a}日至{b}日"),
    (re.compile(rf"({_NAME})\.?{_TO}({_NAME})\.?", re.I), "{a}月至{b}月"),
    (re.compile(rf"{_NUMBER}", re.I), "{a}日"),
    (re.compile(rf"({_NAME})\.?", re.I), "{a}月"),
)  # fmt: skip
_DIGITS = "一二三四五六七八九"
_CHINESE = re.compile(rf"(?<![初第])([{_DIGITS}]?十[{_DIGITS}]?|[{_DIGITS}])(?=[月日号號])")


def in_figures(words: str) -> str:
    """Return a date in words or in English as 5月1日, 1日 or 5月; anything else as it stands."""
    words = re.sub(r"\s+", " ", words.strip())
    core = _DAY_AFTER.sub("", _AFTER.sub("", words))
    begins = _BEFORE.match(core)
    core = core[begins.end() :] if begins else core
    for pattern, form in _FORMS:
        found = pattern.fullmatch(core)
        if found:
            parts = (month_named(part) or int(part) for part in found.groups())
            return form.format(**dict(zip("abcd", parts, strict=False)))
    if core != words and re.match(r"[A-Za-z]", core):
        return core
    if words.startswith(("农历", "農曆", "阴历", "陰曆")) or re.search("[初廿正冬腊臘]", words):
        return words
    return _CHINESE.sub(lambda found: str(_number(found[1])), words)


def month_named(word: str) -> int | None:
    """Return which month a name is: May, Sept; None for other words."""
    at = _MONTHS.get(word.lower())
    return None if at is None else at + 1


def _number(words: str) -> int:
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS.index(ones) + 1
    return 10 * (_DIGITS.index(tens) + 1 if tens else 1) + (_DIGITS.index(ones) + 1 if ones else 0)
