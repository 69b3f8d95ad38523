"""Time limits: how long something may take, from when, and by which clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from handbook.model.durations import DAY, Duration, parse_duration
from handbook.model.part import Part
from handbook.model.references import Reference
from handbook.model.values import CLOCK, SCALAR, Line, as_text, fault, is_open
from handbook.read.nodes import Node, Text

# Words that set a limit without a number: the seconds they allow, None where nobody can tell.
_AT_ONCE = "立即 即时 即時 当场 當場 马上 馬上 随即 隨即 immediately at_once"
_SAME_DAY = "当天 當天 当日 當日 当班 當班 same_day the_same_day"
_NEXT_DAY = "次日 第二天 隔天 next_day the_next_day"
_NOBODY_KNOWS = "及时 及時 尽快 盡快 儘快 随时 隨時 as_soon_as_possible at_any_time"
WORDS: dict[str, float | None] = {
    word.replace("_", " "): seconds
    for words, seconds in (
        (_AT_ONCE, 0), (_SAME_DAY, DAY), (_NEXT_DAY, 2 * DAY), (_NOBODY_KNOWS, None)
    )
    for word in words.split()
}  # fmt: skip
_AROUND = re.compile(
    r"(?:不超过|不超過|最多|最长|最長|最迟|最遲|within\s+|at most\s+|up to\s+)?"
    r"(.*?)\s*(?:以内|以內|之内|之內|内|內|之前)?",
    re.I,
)
_CLOCK_TIME = re.compile(
    rf"(?:(?:当天|當天|当日|當日|次日|第二天|隔天)\s*)?(?:before |by )?{CLOCK.pattern}\s*前?"
    r"(?:,? (?:the )?(?:same|next) day)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Span:
    """What stands as a limit: a duration, a clock time, a word, a standard, or an open point."""

    text: Text
    kind: Literal["duration", "clock", "word", "standard", "open"]
    duration: Duration | None = None
    standard: Reference | None = None

    @property
    def seconds(self) -> float | None:
        """The most seconds it allows, or None when that cannot be told from the words alone."""
        if self.duration:
            return self.duration.high
        return WORDS.get(self.text.strip().lower()) if self.kind == "word" else None

    def __str__(self) -> str:
        return str(self.text)


def as_span(node: Node, info: ValidationInfo) -> Span:
    """Take a limit; raise `not-a-limit` for anything that is none."""
    text = as_text(node)
    words = text.strip()
    link = re.fullmatch(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]", words)
    if link:
        target = Text.at(link[1].strip(), text.path, text.line, text.column + 2, text.block)
        reference = Reference(target, ("standard",), info.context.scope)
        return Span(text, "standard", standard=reference)
    if is_open(words):
        return Span(text, "open")
    if words.lower() in WORDS:
        return Span(text, "word")
    core = _AROUND.fullmatch(words)[1].strip()
    if _CLOCK_TIME.fullmatch(core):
        return Span(text, "clock")
    duration = parse_duration(Text.at(core, text.path, text.line, text.column, text.block))
    if duration:
        return Span(text, "duration", duration)
    raise fault("not-a-limit", text, "example", text=text)


Within = Annotated[Span, PlainValidator(as_span), WithJsonSchema(SCALAR)]


class Limit(Part):
    """A span with its own start or end: {within: 1-2周, after: 安装完成}."""

    shorthand: ClassVar = "within"
    within: Within
    after: Line | None = None
    before: Line | None = None

    @property
    def seconds(self) -> float | None:
        """The most seconds it allows, or None when the words alone do not tell."""
        return self.within.seconds

    def __str__(self) -> str:
        return str(self.within)
