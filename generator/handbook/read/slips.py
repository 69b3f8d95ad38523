"""Recognise the slips of an editor in one line, each with the line as it was meant.

A slip is only a suspicion. `mending` proves it: the parser must get further with the mended line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.read.lines import (
    Line,
    closers,
    closing_quote,
    example,
    match_brackets,
    quoted,
    read_line,
    short,
)

_WIDE_COLON = re.compile(
    r"(\"[^\"]*\"|'[^']*'|[^\s：﹕︰∶:\"'\[{，。；！？、]{1,30}) ?([：﹕︰∶])[ 　]*"
)
_TIGHT_COLON = re.compile(r"(\"[^\"]*\"|'[^']*'|[^\s：:\"'\[{，。；！？、#]{1,30}):(?=[^\s/])")
_WIDE_SPACE = re.compile(r"(?:^|[\w\"']:|-)[ ]*([　\u00a0\u2002\u2003\u2009])")
_WIDE_DASH = re.compile(r"([－—–−•])[ 　]*(?=\S)")
_TIGHT_DASH = re.compile(r"-(?=[^\s-])")
_WIDE_QUOTES = {"”": '"', "“": '"', "＂": '"', "’": "'", "‘": "'", "＇": "'"}


@dataclass(frozen=True, slots=True)
class Slip:
    """A suspected slip: rule, line and column (from 0), words for the message, mended lines."""

    rule: str
    line: int
    column: int
    hint: str
    details: Mapping[str, object]
    mended: dict[int, str]


def slips_in(line: Line) -> Iterator[Slip]:
    """Suspect, in the order of certainty, what may be wrong with one line."""
    if line.unreadable:
        return
    yield from _colons(line)
    yield from _dashes(line)
    yield from _spaces(line)
    yield from _quotes(line)
    yield from _signs(line)
    yield from _colon_in_text(line)
    yield from _no_colon(line)


def slip(line: Line, rule: str, column: int, hint: str, mended: str, **details: object) -> Slip:
    return Slip(rule, line.number, column, hint, details, {line.number: mended})


def _colons(line: Line) -> Iterator[Slip]:
    """`标题：开门` and `title:开门`."""
    if match := _WIDE_COLON.match(line.source, line.start):
        key, sign, at = match.group(1), match.group(2), match.start(2)
        mended = line.with_sign(at, match.end() - at, ": ")
        yield slip(line, "full-width-colon", at, "colon", mended, key=key, sign=sign)
    if line.source.startswith((": ", "："), line.start):
        mended = line.with_sign(line.start, 1, "'':")
        yield slip(line, "missing-key", line.start, "write", mended)
    if match := _TIGHT_COLON.match(line.source, line.start):
        mended = line.with_sign(match.end(), 0, " ")
        yield slip(line, "space-after-colon", match.end(), "space", mended, key=match.group(1))


def _dashes(line: Line) -> Iterator[Slip]:
    """`-投诉` and `－ 投诉`."""
    if match := _TIGHT_DASH.match(line.source, line.start):
        text = line.source[match.end() :]
        mended = line.with_sign(match.end(), 0, " ")
        yield slip(line, "space-after-dash", match.end(), "space", mended, text=short(text))
    if match := _WIDE_DASH.match(line.source, line.start):
        sign, at = match.group(1), match.start()
        mended = line.with_sign(at, len(match.group()), "- ")
        yield slip(line, "full-width-sign", at, "sign", mended, sign=sign, instead="-")


def _spaces(line: Line) -> Iterator[Slip]:
    """A wide or unbreakable space where YAML counts only the ordinary one."""
    wide = _WIDE_SPACE.match(line.source.lstrip(" ")) or _WIDE_SPACE.search(line.source)
    if wide:
        at = line.source.index(wide.group(1))
        mended = re.sub("[　\u00a0\u2002\u2003\u2009]", " ", line.source)
        name = f"U+{ord(wide.group(1)):04X}"
        yield slip(line, "full-width-space", at, "space", mended, code=name)


def _quotes(line: Line) -> Iterator[Slip]:
    """`"引号"开头`, `"未完`, `"开门”`."""
    part = line.part
    if not part or part[0] not in "\"'":
        return
    end = closing_quote(part)
    if end is None:
        instead = _WIDE_QUOTES.get(part[-1])
        if instead == part[0]:
            at = line.at + len(part) - 1
            mended = line.with_sign(at, 1, instead)
            yield slip(line, "full-width-sign", at, "sign", mended, sign=part[-1], instead=instead)
        if line.key is None and read_line(0, part[1:]).key is not None:
            mended = line.with_part(part[1:])
            yield slip(line, "unclosed-quote", line.at, "close", mended, sign=part[0])
        mended = line.with_part(quoted(part[1:]))
        yield slip(line, "unclosed-quote", line.at, "close", mended, sign=part[0])
    elif rest := part[end + 1 :].strip():
        at = line.at + part.index(rest, end + 1)
        inner = part.count(part[0]) > 2 and part[-1] == part[0]
        hint = "inside" if inner else "whole"
        text = part[1:-1] if inner else part
        mended = line.with_part(quoted(text))
        yield slip(line, "text-after-quotes", at, hint, mended, example=example(text), sign=part[0])


def _signs(line: Line) -> Iterator[Slip]:
    """A text that begins with a sign that means something to YAML."""
    part = line.part
    if not part:
        return
    sign = part[0]
    if sign in "[{":
        yield from _brackets(line)
    elif sign in "]}":
        mended = line.with_part(part[1:])
        yield slip(line, "stray-bracket", line.at, "delete", mended, sign=sign)
    elif sign == "%" and line.at == 0:
        yield slip(line, "directive", 0, "delete", "#" + line.source[1:])
    elif sign in "@%`&*!|>,?" or (part.startswith("- ") and line.key is not None):
        mended = line.with_part(quoted(part))
        yield slip(
            line, "sign-at-start", line.at, "quote", mended, sign=sign, example=example(part)
        )


def _brackets(line: Line) -> Iterator[Slip]:
    """`[[id]] …`, `{客户姓名}…`, `[一, 二]]`, `[一, 二`, `[一, 二}`."""
    part = line.part
    found = match_brackets(part)
    if found.end is not None:
        rest = part[found.end + 1 :].strip()
        if not rest:
            return
        if not rest.strip("]}"):
            at = line.at + part.index(rest, found.end + 1)
            mended = line.with_part(part[: found.end + 1])
            yield slip(line, "stray-bracket", at, "delete", mended, sign=rest[0])
        if re.search(r"[]}]$", rest) and re.search(r":\s", part[: found.end]):
            at, sign = line.at + found.end, part[found.end]
            yield slip(line, "stray-bracket", at, "delete", line.with_sign(at, 1, ""), sign=sign)
        link = part.startswith("[[")
        hint = "link" if link else "slot" if part[0] == "{" else "quote"
        sign = "[[" if link else part[0]
        mended = line.with_part(quoted(part))
        yield slip(line, "sign-at-start", line.at, hint, mended, sign=sign, example=example(part))
        return
    wide = re.search("[］｝]", part)
    if wide:
        mended = line.with_part(part.translate(str.maketrans("［］｛｝", "[]{}")))
        at, sign = line.at + wide.start(), wide.group()
        instead = "]" if sign == "］" else "}"
        yield slip(line, "full-width-sign", at, "sign", mended, sign=sign, instead=instead)
    opened = found.open[-1]
    sign = part[opened]
    if found.wrong is not None:
        mended = line.with_sign(line.at + found.wrong, 1, closers(part, (opened,)))
    elif sign_in_the_way := re.search(r"[,，、]$", part):
        mended = line.with_part(part[: sign_in_the_way.start()] + closers(part, found.open))
    else:
        mended = line.with_part(part + closers(part, found.open))
    close = closers(part, (opened,))
    at = line.at + opened
    yield slip(line, "unclosed-bracket", at, "close", mended, sign=sign, close=close)


def _colon_in_text(line: Line) -> Iterator[Slip]:
    """`say: 请注意: 先核对`."""
    part = line.part
    if line.key is None or part[:1] in ("", '"', "'", "[", "{"):
        return
    opener = {"]": "[", "}": "{"}.get(part[-1])
    if opener and opener not in part:
        at = line.at + len(part) - 1
        for opened in (line.at, line.start):
            mended = line.with_sign(opened, 0, opener)
            yield slip(line, "stray-bracket", at, "open", mended, sign=part[-1], opener=opener)
    if match := re.search(r":(?=\s|$)", part):
        at = line.at + match.start()
        mended = line.with_part(quoted(part))
        yield slip(
            line, "colon-in-text", at, "quote", mended, key=short(line.key), example=example(part)
        )


def _no_colon(line: Line) -> Iterator[Slip]:
    """`title 开门`, and a text that goes on in the next line without indentation."""
    if line.key is not None or not line.part or line.part[0] in "\"'[{]}":
        return
    if match := re.match(r"[a-z][a-z_]*(?=\s|$)", line.part):
        at = line.at + match.end()
        mended = line.with_sign(at, 0, ":")
        yield slip(line, "missing-colon", at, "key", mended, key=match.group())
    elif line.start == line.indent:
        mended = " " * 2 + line.source
        yield slip(line, "missing-colon", line.at, "continue", mended)
