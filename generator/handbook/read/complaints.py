"""Understand what the parser complains of: where the trouble is, and our rule for it."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from handbook.read.lines import Line, example, short
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
    for translate in (_quotes, _brackets, _signs, _keys, _indentation):
        found = translate(complaint, lines)
        if found is not None:
            return found
    return Slip("not-yaml", complaint.line, complaint.column, "check", {}, {})


def _quotes(complaint: Complaint, lines: list[Line]) -> Slip | None:
    if "quoted scalar" not in complaint.words:
        return None
    if "escape" in complaint.words or "hexde" in complaint.words or "hexade" in complaint.words:
        here = lines[complaint.line]
        at = max(0, here.source.rfind("\\", 0, complaint.column + 1))
        return slip(here, "unknown-escape", at, "single", here.with_sign(at, 1, "\\\\"))
    since, at = lines[complaint.since_line], complaint.since_column
    sign = since.source[at : at + 1] or '"'
    return Slip("unclosed-quote", since.number, at, "close", {"sign": sign}, {})


def _brackets(complaint: Complaint, lines: list[Line]) -> Slip | None:
    here, at = lines[complaint.line], complaint.column
    sign = here.source[at : at + 1]
    if sign == "," and ("flow" in complaint.words or "node content" in complaint.words):
        return slip(here, "stray-comma", at, "delete", here.with_sign(at, 1, ""))
    if sign and sign in "]}" and "node content" in complaint.words:
        details = {"sign": sign}
        return Slip("stray-bracket", here.number, at, "delete", details, {})
    if "flow" not in complaint.words:
        return None
    if sign and sign in "]}":
        return slip(here, "stray-bracket", at, "delete", here.with_sign(at, 1, ""), sign=sign)
    since, since_at = lines[complaint.since_line], complaint.since_column
    if here is since and at < len(here.source.rstrip()):
        return slip(here, "missing-comma", at, "comma", here.with_sign(at, 0, ", "))
    opened = since.source[since_at : since_at + 1]
    close = "}" if opened == "{" else "]"
    before = _before(lines, here.number)
    details = {"sign": opened or "[", "close": close}
    mended = {before.number: before.source + close}
    return Slip("unclosed-bracket", since.number, since_at, "close", details, mended)


def _signs(complaint: Complaint, lines: list[Line]) -> Slip | None:
    """Explain what the parser takes for an anchor, a tag, a block header or a directive."""
    here, since, at = lines[complaint.line], lines[complaint.since_line], complaint.since_column
    if any(word in complaint.words for word in ("anchor", "alias", "block scalar", "tag")):
        text = since.source[at:]
        details = {"sign": text[:1], "example": example(text)}
        return Slip("sign-at-start", since.number, at, "quote", details, {})
    for line in (here, since):
        if line.source.startswith("%"):
            return slip(line, "directive", 0, "delete", "#" + line.source[1:])
    return None


def _keys(complaint: Complaint, lines: list[Line]) -> Slip | None:
    here, since, at = lines[complaint.line], lines[complaint.since_line], complaint.column
    if "simple key" in complaint.words:
        return Slip("missing-colon", since.number, complaint.since_column, "continue", {}, {})
    if "mapping values" in complaint.words and here.key is not None and at >= here.at:
        details = {"key": short(here.key), "example": example(here.part)}
        return Slip("colon-in-text", here.number, at, "quote", details, {})
    return None


def _indentation(complaint: Complaint, lines: list[Line]) -> Slip | None:
    words = ("block mapping", "block collection", "mapping values", "block sequence entries")
    if not any(word in complaint.words for word in words):
        return None
    here = lines[complaint.line]
    before = _before(lines, here.number)
    hint = "mixed" if here.indent == before.indent else "line-up"
    details = {"have": here.indent, "want": before.indent, "other": before.number + 1}
    return Slip("indentation", here.number, here.indent, hint, details, {})


def _before(lines: list[Line], number: int) -> Line:
    """Return the nearest line above with something on it."""
    return next((lines[n] for n in range(number - 1, -1, -1) if not lines[n].blank), lines[number])
