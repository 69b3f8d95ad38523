"""Time limits: how long something may take, from when, and by which clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import GetCoreSchemaHandler, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import core_schema

from handbook.languages import united
from handbook.model.audiences.evened import evened
from handbook.model.clocks import clock
from handbook.model.durations import DAY, Duration, days_meant, parse_duration
from handbook.model.numerals import folded
from handbook.model.part import Part
from handbook.model.references import HasScope, Reference, Scope
from handbook.model.values import SCALAR, Line, OneOrMany, as_text, fault, is_open
from handbook.read.nodes import Node, Sequence, Text
from handbook.write.spelling import one_line

# Words that set a limit without a number: the seconds they allow, None where nobody can tell.
WORDS: dict[str, float | None] = {
    **dict.fromkeys(united(lambda says: says.limits.at_once), 0),
    **dict.fromkeys(united(lambda says: says.limits.same_day), DAY),
    **dict.fromkeys(united(lambda says: says.limits.next_day), 2 * DAY),
    **dict.fromkeys(united(lambda says: says.limits.nobody_knows)),
}
_ENGLISH_MOST = (
    r"(?:within|in(?: under)?|under|less than|at most|up to|(?:no|not) (?:more|longer|later) than|"
    r"(?:a )?max(?:imum)?(?: of|\.)?|about|around|approximately|approx\.?)(?![a-z])"
)
_MOST = re.compile(
    rf"(?:不超过|不超過|最多|最长|最長|最迟|最遲|最晚|在|约|約|大约|大約|{_ENGLISH_MOST})?\s*(.*?)\s*"
    r"(?:以内|以內|之内|之內|内|內|之前|左右|at (?:the )?(?:latest|most)|max(?:imum|\.)?|or less)?",
    re.I | re.S,
)
_POINT = re.compile(
    r"(?:最迟|最遲|最晚|在|于|於|"
    r"(?:by|before|until|till|at|on|within|in|(?:no|not) later than)(?![a-z]))?\s*(.*?)\s*"
    r"(?:前|之前|以前|内|內|at the latest|or earlier|sharp)?",
    re.S,
)
_NO_MATTER = re.compile(r"\b(?:the|working|business|calendar) (?!$)")
_A_DAY = (
    r"(?:(?:on )?(?:the )?(?:same|next|following) (?:(?:working|business|calendar) )?day|tomorrow"
    r"|当天|當天|当日|當日|次日|第二天|隔天|翌日|[次下]一?[个個]?工作日)"
)
_ON_A_DAY = re.compile(rf"(?:{_A_DAY}[\s,]*)?(.*?)(?:[\s,]+{_A_DAY})?", re.S)


def _named(words: str) -> str | None:
    """Return which of `WORDS` a limit is: by the end of the next working day is `next day`."""
    plain = _NO_MATTER.sub("", folded(words).replace("close of ", "end of "))
    point = _inside(_POINT, plain)
    names = (plain, point, point.removeprefix("end of "))
    return next((name for name in names if name in WORDS), None)


def _is_clock(words: str) -> bool:
    """Tell whether a limit is a time, on this day or another: by 4 pm next day, 次日12:00前."""
    core = _inside(_ON_A_DAY, _inside(_POINT, folded(words)))
    return clock(_inside(_POINT, core)) is not None


def _inside(pattern: re.Pattern[str], words: str) -> str:
    """Return what stands between the words that a pattern allows around anything."""
    found = pattern.fullmatch(words)
    return found[1] if found else words


def _length(text: Text) -> Duration | None:
    """Return the length of time in a limit, without the words around it: within 2 days, 2天以内."""
    words = text.strip()
    cores = (words, _inside(_MOST, words))
    found = (parse_duration(Text.at(core, text.path, text.line, text.column)) for core in cores)
    return next((each for each in found if each), None)


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
        # Words for what is kept back may stand here too.
        return WORDS.get(_named(self.text) or "") if self.kind == "word" else None

    def __str__(self) -> str:
        return str(self.text)


def span_of(text: Text, scope: Scope) -> Span | None:
    """Read a limit, or the value of a standard that stands for one; None for anything else."""
    words = text.strip()
    link = re.fullmatch(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]", words)
    if link:
        target = Text.at(link[1].strip(), text.path, text.line, text.column + 2, text.block)
        return Span(text, "standard", standard=Reference(target, ("standard",), scope))
    if is_open(words):
        return Span(text, "open")
    if _named(words):
        return Span(text, "word")
    if _is_clock(words):
        return Span(text, "clock")
    duration = _length(text)
    return Span(text, "duration", duration) if duration else None


def as_span(node: Node, info: ValidationInfo[HasScope]) -> Span:
    """Take a limit; raise `not-a-limit` for anything that is none."""
    text = as_text(node)
    span = span_of(text, info.context.scope)
    if span is not None:
        return span
    started = _with_a_start(text)
    if days := days_meant(text):
        raise fault("not-a-limit", text, "days", text=text, days=days)
    raise fault("not-a-limit", text, "start" if started else "example", text=text, **started)


_STARTS = (
    re.compile(r"(?P<within>.+?) (?P<relation>after|before|following|from|of) (?P<event>.+)", re.I),
    re.compile(r"(?P<event>.+?)(?:之|以)?(?P<relation>[后後前])[，,]?\s*(?P<within>.+)"),
)


def _with_a_start(text: Text) -> dict[str, str]:
    """Part a limit from the event it counts from: 2 days after receipt, 收到后2天内."""
    for pattern in _STARTS:
        found = pattern.fullmatch(text.strip())
        if found is None:
            continue
        within = Text.at(found["within"], text.path, text.line, text.column)
        if _length(within) or _named(within):
            is_before = found["relation"].lower() in ("before", "前")
            relation = "before" if is_before else "after"
            event = one_line(found["event"], flow=True)
            return {"within": one_line(within, flow=True), "relation": relation, "event": event}
    return {}


Within = Annotated[Span, PlainValidator(as_span), WithJsonSchema(SCALAR)]


@dataclass(frozen=True, slots=True)
class CountsFrom:
    """The event from which a limit counts, and whether what is to be done comes after or before."""

    relation: Literal["after", "before"]
    event: Text


class Limit(Part):
    """A span with its own start or end: {within: 1-2周, after: 安装完成}; in one case: `when`."""

    shorthand: ClassVar = "within"
    when: Line | None = None
    within: Within
    after: Line | None = None
    before: Line | None = None

    @property
    def seconds(self) -> float | None:
        """The most seconds it allows, or None when the words alone do not tell."""
        return self.within.seconds

    @property
    def counts_from(self) -> CountsFrom | None:
        """The event from which it counts; None where it counts from what it is a limit of."""
        if self.before is not None:
            return CountsFrom("before", self.before)
        return CountsFrom("after", self.after) if self.after is not None else None

    def __str__(self) -> str:
        return str(self.within)


class ByCase(OneOrMany):
    """Let a list of limits stand for one: [{when: 一级, within: 3天}, {within: 5天}].

    A limit of no case stays as it is; cases are a tuple of them.
    """

    def as_list(self, node: Any) -> Any:
        if isinstance(node, Sequence) and not node:
            raise fault("empty-field", node, "remove")
        return super().as_list(node)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        several = handler.generate_schema(tuple[Limit, ...])
        listed = core_schema.no_info_before_validator_function(self.as_list, several)
        return core_schema.no_info_after_validator_function(_told_apart, listed)


def _told_apart(limits: tuple[Limit, ...]) -> Limit | tuple[Limit, ...]:
    """Return the limits of several cases, each of another one; or the only limit there is."""
    if len(limits) == 1 and limits[0].when is None:
        return limits[0]
    seen: set[str] = set()
    for limit in limits:
        case = evened(limit.when or "")
        if case in seen:
            kind = "case" if case else "otherwise"
            raise fault("repeated-case", limit, "cases", kind=kind, when=limit.when or "")
        seen.add(case)
    return limits


Limits = Annotated[Limit | tuple[Limit, ...], ByCase()]  # one for all, or one a case


def cases_of(limits: Limit | tuple[Limit, ...] | None) -> tuple[Limit, ...]:
    """Return the limits that may apply: one, one a case, or none."""
    if limits is None:
        return ()
    return limits if isinstance(limits, tuple) else (limits,)
