"""Read one source line as an editor does: indentation, dashes, key, value, comment."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FRONT = re.compile(r" *(?:-(?: +|$))*")
_KEY = re.compile(r"(\"[^\"]*\"|'[^']*'|[^\s\"'\[{#&*!|>%@`,\]}][^#]*?) *:(?: +|$)")
_COMMENT = re.compile(r"(?:^|\s+)#.*$")
LONG = 4000  # characters no one has typed in one line
SHORT = 40
_PAIRS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line in parts; columns count from 0, as offsets into `source`."""

    number: int
    source: str
    indent: int
    start: int  # where the body begins, behind indentation and dashes
    key: str | None
    at: int  # where the value (or the body, without a key) begins
    part: str  # the value (or the body), without the comment behind it

    @property
    def body(self) -> str:
        return self.source[self.start :]

    @property
    def unreadable(self) -> bool:
        """True where there is nothing to suspect, or so much that looking would take long."""
        return self.blank or len(self.source) > LONG

    @property
    def blank(self) -> bool:
        """True for an empty line and for one with only a comment."""
        return not self.source.strip() or self.source.lstrip().startswith("#")

    def with_part(self, part: str) -> str:
        """Return the source with another value."""
        return self.source[: self.at] + part + self.source[self.at + len(self.part) :]

    def with_sign(self, at: int, length: int, new: str) -> str:
        """Return the source with `length` characters replaced."""
        return self.source[:at] + new + self.source[at + length :]


def read_line(number: int, source: str) -> Line:
    indent = len(source) - len(source.lstrip(" "))
    front = _FRONT.match(source)
    start = front.end() if front else 0
    if len(source) > LONG:
        return Line(number, source, indent, start, None, start, source[start:])
    match = _KEY.match(source, start)
    key, at = (match.group(1), match.end()) if match else (None, start)
    rest = source[at:]
    if rest[:1] and rest[0] in "\"'":
        end = closing_quote(rest)
        tail = _COMMENT.search(rest, 0 if end is None else end + 1)
        part = rest[: tail.start()] if tail and end is not None else rest
    else:
        part = _COMMENT.sub("", rest)
    return Line(number, source, indent, start, key, at, part.rstrip())


def closing_quote(text: str, start: int = 0) -> int | None:
    """Find the quote that closes the one at `start`."""
    quote, at = text[start], start + 1
    while at < len(text):
        if quote == '"' and text[at] == "\\":
            at += 2
            continue
        if text[at] == quote:
            if quote == "'" and text[at + 1 : at + 2] == "'":
                at += 2
                continue
            return at
        at += 1
    return None


@dataclass(frozen=True, slots=True)
class Brackets:
    """What became of the bracket a text begins with."""

    end: int | None  # where it is closed
    open: tuple[int, ...]  # those never closed
    wrong: int | None  # a closing bracket of the other shape


def match_brackets(text: str) -> Brackets:
    """Follow the brackets from the first character on, over quoted parts."""
    opened: list[int] = []
    at = 0
    while at < len(text):
        sign = text[at]
        if sign in _PAIRS:
            opened.append(at)
        elif sign in "]}" and opened:
            if _PAIRS[text[opened[-1]]] != sign:
                return Brackets(None, tuple(opened), at)
            opened.pop()
            if not opened:
                return Brackets(at, (), None)
        elif sign in "\"'" and text[:at].rstrip()[-1:] in "[{,:":
            end = closing_quote(text, at)
            if end is None:
                break
            at = end
        at += 1
    return Brackets(None, tuple(opened), None)


def closers(text: str, opened: tuple[int, ...]) -> str:
    """Return the brackets that would close the open ones."""
    return "".join(_PAIRS[text[at]] for at in reversed(opened))


def quoted(text: str) -> str:
    """Put a text into quotes: double ones, or single ones where those would need escapes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def example(text: str) -> str:
    """Show a text in quotes, short enough to stand in a hint."""
    return quoted(short(text))


def short(text: str) -> str:
    """Cut a text to what a sentence can hold."""
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
