"""How rule 1 takes what was typed: what reads alike is alike."""

from __future__ import annotations

import re
from unicodedata import normalize

_TYPED = re.compile(r"\s")
_BLANKS = re.compile(r"(?<=\S)[ \t]+")
_GAP = re.compile(
    r"(?<=[\u4e00-\u9fff])[ \u2009\u00a0](?=[0-9A-Za-z])"
    r"|(?<=[0-9A-Za-z])[ \u2009\u00a0](?=[\u4e00-\u9fff])"
)
_EMPTY_LINES = re.compile(r"\n{3,}")
_UNITS = {
    "秒": "秒钟 秒鐘 秒 seconds second secs sec s",
    "分钟": "分钟 分鐘 分 minutes minute mins min m",
    "小时": "个小时 個小時 小时 小時 个钟头 個鐘頭 hours hour hrs hr h",
    "天": "天 日 days day d",
    "个工作日": "个工作日 個工作日 工作日 个工作天 個工作天 工作天 working_days working_day "
    "business_days business_day wd",
    "周": "个星期 個星期 星期 个礼拜 個禮拜 周 週 weeks week w",
    "个月": "个月 個月 月 months month mo",
    "个季度": "个季度 個季度 季度 quarters quarter q",
    "年": "年 years year yrs yr y",
}
_UNIT_OF = {
    word.replace("_", " "): unit for unit, words in _UNITS.items() for word in words.split()
}
_LONGEST_FIRST = sorted(_UNIT_OF, key=len, reverse=True)
_UNIT = re.compile(
    rf"(?<=[\d半一二两兩三四五六七八九十]) ?({'|'.join(_LONGEST_FIRST)})(?![A-Za-z])", re.IGNORECASE
)
# A figure is a length of time where its unit cannot mean anything else: 100分 may be points.
_SURE = "|".join(word for word in _LONGEST_FIRST if word not in ("分", "日", "月", "m"))
_LENGTH = re.compile(rf"[\d.]+(?: ?[-–—~～] ?[\d.]+)? ?(?:{_SURE})", re.IGNORECASE)
_DASH = re.compile(r"(?<=\d) ?[-–—~～] ?(?=\d)")


def evened(text: str) -> str:
    """Return a text as it reads, however it was typed.

    Blanks at its ends and at those of lines are gone, several are one but for those that indent a
    line, and none stands where Chinese meets letters or figures; empty lines are one; letters with
    accents are single signs.
    """
    if _TYPED.search(text) is None:
        return normalize("NFC", text)
    lines = [_BLANKS.sub(" ", line.rstrip()) for line in normalize("NFC", text).split("\n")]
    return _EMPTY_LINES.sub("\n\n", _GAP.sub("", "\n".join(lines))).strip()


def length(text: str) -> str:
    """Return a length of time however its units were written."""
    return _UNIT.sub(lambda found: _UNIT_OF[found[1].lower()], _DASH.sub("-", evened(text)))


def figure(text: str) -> str:
    """Return a figure, which may be a length of time."""
    return length(text) if _LENGTH.fullmatch(text) else text
