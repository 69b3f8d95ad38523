"""What is promised to the customer against what the steps are given."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.check.flow import flows
from handbook.derive.limits import promised
from handbook.model.durations import DAY, UNITS, Duration, spell
from handbook.model.flow import Flow
from handbook.model.handbook import Handbook
from handbook.model.kinds import Procedure, Standard
from handbook.model.limits import Span
from handbook.model.part import Part
from handbook.problems import Problem, problem
from handbook.read.nodes import Text

MONTH = UNITS["月"]


def broken_promises(handbook: Handbook) -> Iterator[Problem]:
    """What is promised is not shorter than the limits on the longest way through the steps.

    A promise that counts from an event of its own is not judged, nor is a clock time. The promise
    is read as generously as its words allow: months of 31 days; working days with the free days
    between them wherever a step counts whole calendar days.
    """
    for procedure, flow in flows(handbook):
        limit = promised(handbook, procedure)
        if limit is None or limit.counts_from is not None:
            continue
        allowed = _generous(handbook, limit.within, flow)
        if allowed is None or flow.seconds <= allowed:
            continue
        counted = [step for step in flow.longest if flow.weight(str(step.id))]
        limits = {step: flow.longest_limit(step).within for step in counted}
        way = " + ".join(f"{step.id} {_words(handbook, span)}" for step, span in limits.items())
        yield problem(
            "broken-promise", limit.within.text.place, "longest",
            promise=_words(handbook, limit.within), way=way,
            sum=spell(flow.seconds, handbook.settings.language),
        )  # fmt: skip


def standards_without_time(handbook: Handbook) -> Iterator[Problem]:
    """A standard that stands for a limit is a length of time, a time of day, or 待定."""
    for procedure in handbook.whole(Procedure):
        for span in _spans(procedure):
            standard = handbook.find(span.standard, Standard) if span.standard is not None else None
            if standard is None or standard.address in handbook.damaged:
                continue
            for words, meant in handbook.meant_by(span) or _only_itself(standard):
                if meant is None:
                    yield problem(
                        "standard-without-time", span.text.place, "value",
                        title=standard.title, value=words.strip(), where=words.place,
                    )  # fmt: skip


def _only_itself(standard: Standard) -> list[tuple[Text, None]]:
    """Return what a standard says that names itself and nothing else."""
    return [] if standard.value is None else [(standard.value, None)]


def _spans(part: Part) -> Iterator[Span]:
    """Yield every limit in a part and the parts within it."""
    ahead: list[object] = [part]
    while ahead:
        at = ahead.pop()
        if isinstance(at, Span):
            yield at
        elif isinstance(at, tuple):
            ahead += reversed(at)
        elif isinstance(at, Part):
            ahead += reversed(at.__dict__.values())


def _generous(handbook: Handbook, span: Span, flow: Flow) -> float | None:
    seconds = handbook.seconds(span)
    duration = handbook.duration(span)
    if seconds is None or duration is None:
        return seconds
    seconds += duration.margin
    if seconds >= MONTH:
        seconds *= 31 / 30
    if duration.in_working_days and not _in_working_time(handbook, flow):
        working_days = seconds / DAY
        seconds += 2 * DAY * -(-working_days // 5)
    return seconds


def _in_working_time(handbook: Handbook, flow: Flow) -> bool:
    """Tell whether every limit on the longest way is in working days, or shorter than a day."""
    counted = [step for step in flow.longest if flow.weight(str(step.id))]
    spans = [flow.longest_limit(step).within for step in counted]
    durations: list[Duration | None] = [handbook.duration(span) for span in spans]
    return all(each and (each.in_working_days or each.high < DAY) for each in durations)


def _words(handbook: Handbook, span: Span) -> str:
    """Return a limit as people read it: that of a standard is its value."""
    duration = handbook.duration(span)
    return str(duration.text if duration and span.standard else span.text).strip()
