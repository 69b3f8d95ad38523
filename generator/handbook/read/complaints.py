"""Understand what the parser complains of: where the trouble is, and our rule for it."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from handbook.read.lines import Line
from handbook.read.slips import Slip, slip


@dataclass(frozen=True, slots=True)
class Complaint:
    """The parser's words and marks; lines and columns count from 0, inside the text."""

    words: str
    line: int
    column: int
    since_line: int  # where the thing began that the parser could not finish
    since_column: int

    @property
    def reached(self) -> tuple[int, int]:
        """How far the parser understood the text: up to what it could not finish, or the end."""
        if "quoted scalar" in self.words or "simple key" in self.words:
            return self.since_line, self.since_column
        if "end of stream" in self.words or "flow" in self.words:
            return self.since_line, self.since_column
        return self.line, self.column


def understand(error: yaml.YAMLError, lines: list[Line]) -> Complaint:
    """Take an error apart; its marks may lie behind the last line."""
    words = " ".join(
        str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part
    )
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    since = getattr(error, "context_mark", None) or mark
    line, column = _inside(mark, lines)
    since_line, since_column = _inside(since, lines)
    return Complaint(words, line, column, since_line, since_column)


def _inside(mark: yaml.Mark | None, lines: list[Line]) -> tuple[int, int]:
    if mark is None:
        return 0, 0
    if mark.line < len(lines) and (mark.line < len(lines) - 1 or lines[mark.line].source):
        return mark.line, min(mark.column, len(lines[mark.line].source))
    last = max((line.number for line in lines if line.source.strip()), default=0)
    return last, len(lines[last].source)


def slip_complained_of(complaint: Complaint, lines: list[Line]) -> Slip:
    """Turn the parser's words into the nearest of our rules; always finds one."""
    words = complaint.words
    here, since = lines[complaint.line], lines[complaint.since_line]
    at, since_at = complaint.column, complaint.since_column
    before = _before(lines, complaint.line)

    if "quoted scalar" in words:
        sign = since.source[since_at : since_at + 1] or '"'
        if "escape" in words or "hexdecimal" in words or "hexadecimal" in words:
            column = here.source.rfind("\\", 0, at + 1)
            column = column if column >= 0 else at
            mended = here.with_sign(column, 1, "\\\\")
            return slip(here, "unknown-escape", column, "single", mended)
        return slip(since, "unclosed-quote", since_at, "close", since.source, sign=sign)
    if "flow" in words:
        sign = since.source[since_at : since_at + 1]
        close = {"[": "]", "{": "}"}.get(sign, "]")
        if complaint.line == complaint.since_line and at < len(here.source.rstrip()):
            return slip(here, "missing-comma", at, "comma", here.with_sign(at, 0, ", "))
        mended = before.source + close
        found = slip(before, "unclosed-bracket", since_at, "close", mended, sign=sign, close=close)
        return Slip(
            found.rule, since.number, since_at, found.hint, found.details, found.mended
        )
    if "simple key" in words:
        return slip(since, "missing-colon", since_at, "continue", since.source, key=since.part)
    if "anchor" in words or "alias" in words or "block scalar" in words or "tag" in words:
        sign = since.source[since_at : since_at + 1]
        text = since.source[since_at:]
        return slip(since, "sign-at-start", since_at, "quote", since.source, sign=sign, text=text)
    if here.source.startswith("%") or since.source.startswith("%"):
        spoiled = here if here.source.startswith("%") else since
        return slip(spoiled, "directive", 0, "delete", "#" + spoiled.source[1:])
    if "mapping values" in words and here.source[:at].strip(" -") and here.key is not None:
        key = here.key
        if at >= here.at:
            return slip(here, "colon-in-text", at, "quote", "", key=key, text=here.part)
    if "block mapping" in words or "block collection" in words or "mapping values" in words:
        hint = "mixed" if here.indent == before.indent else "line-up"
        details = {"have": here.indent, "want": before.indent, "other": before.number + 1}
        return Slip("indentation", here.number, here.indent, hint, details, {})
    return Slip("not-yaml", here.number, at, "check", {}, {})


def _before(lines: list[Line], number: int) -> Line:
    """Return the nearest line above with something on it."""
    return next((lines[n] for n in range(number - 1, -1, -1) if not lines[n].blank), lines[number])
