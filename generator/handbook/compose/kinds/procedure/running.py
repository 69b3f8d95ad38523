"""A procedure to be run: its steps, their ways and limits, in words without markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from handbook.compose.desk.meanings import meanings_told
from handbook.compose.desk.worked import days_worked
from handbook.compose.kinds.procedure.view import way_to
from handbook.compose.setting import addresses
from handbook.compose.setting.markdown import bare
from handbook.compose.setting.medium import Screen
from handbook.derive.working_days import working_days
from handbook.model.durations import DAY
from handbook.model.edition import mark_of
from handbook.model.flow import Edge
from handbook.model.kinds import Procedure
from handbook.model.kinds.procedure import END, Check, Step
from handbook.model.limits import Limit, cases_of
from handbook.read.nodes import Text


def running(procedure: Procedure, screen: Screen) -> dict[str, object]:
    """Return the plan of a run; times are in seconds, None where nobody can tell.

    Where limits differ by case a limit is {"group", "cases"}: the answer to the question of that
    number in `cases`, which is asked once, tells which of them applies.
    """
    cases = _Cases(procedure, screen)
    return {
        "address": procedure.address,
        "href": addresses.page_of(procedure) + ".html",
        "title": str(procedure.title),
        "code": str(procedure.code or ""),
        "version": str(procedure.version or ""),
        "edition": screen.handbook.edition(procedure),
        "retired": procedure.is_retired,
        "promise": cases.promise(),
        "worked": days_worked(working_days(screen.handbook, procedure.section)),
        "cases": [{"among": each} for each in cases.groups],
        "steps": [
            _step(number, step, procedure, screen) | {"limit": cases.limit(step.within)}
            for number, step in enumerate(procedure.steps, 1)
        ],
    }


def _step(number: int, step: Step, procedure: Procedure, screen: Screen) -> dict[str, object]:
    flow = screen.handbook.flow(procedure)
    return {
        "id": str(step.id),
        "number": number,
        "do": bare(screen.setter.line(step.do)),
        "critical": bool(step.critical),
        "mark": mark_of(step, procedure, screen.handbook),
        "checks": _checks(step.checks, screen),
        "ways": [_way(edge, procedure, screen) for edge in flow.ways_from(str(step.id))],
        "together": sorted(
            str(other.id)
            for other in procedure.steps
            if other is not step
            and (other.id in step.together_with or step.id in other.together_with)
        ),
    }


class _Cases:
    """The cases by which limits of a procedure differ; those named together are one question."""

    def __init__(self, procedure: Procedure, screen: Screen) -> None:
        self.promised = procedure.promise.within if procedure.promise else None
        self.screen = screen
        groups: list[list[str]] = []
        for limits in (self.promised, *(step.within for step in procedure.steps)):
            named = [self._case(limit) for limit in cases_of(limits) if limit.when]
            if named:
                same = [group for group in groups if set(group) & set(named)]
                merged = [each for group in (*same, named) for each in group]
                groups = [each for each in groups if each not in same]
                groups.append(list(dict.fromkeys(merged)))
        self.groups = groups

    def _case(self, limit: Limit) -> str:
        return bare(self.screen.setter.line(limit.when)) if limit.when else ""

    def promise(self) -> dict[str, object] | None:
        """Return what is promised: a limit, or those by case."""
        return self._told(self.promised, _length)

    def limit(self, limits: Limit | tuple[Limit, ...] | None) -> dict[str, object] | None:
        """Return a limit, or those of several cases."""
        return self._told(limits, _limit)

    def _told(
        self,
        limits: Limit | tuple[Limit, ...] | None,
        one: Callable[[Limit, Screen], dict[str, object] | None],
    ) -> dict[str, object] | None:
        if not isinstance(limits, tuple):
            return one(limits, self.screen) if limits else None
        return {"group": self._group(limits), "cases": [
            {"when": self._case(each)} | (one(each, self.screen) or {}) for each in limits
        ]}  # fmt: skip

    def _group(self, limits: tuple[Limit, ...]) -> int:
        named = {self._case(limit) for limit in limits if limit.when}
        return next(n for n, each in enumerate(self.groups) if named & set(each))


def _limit(limit: Limit, screen: Screen) -> dict[str, object] | None:
    """Return a limit; the clock of one with an event of its own starts when someone says so."""
    if limit.counts_from is not None and limit.counts_from.relation == "before":
        return None
    length = _length(limit, screen)
    if length is None:
        return None
    return length | {
        "from": "event" if limit.counts_from else "step",
        "event": bare(screen.setter.line(limit.counts_from.event if limit.counts_from else None)),
    }


def _length(limit: Limit, screen: Screen) -> dict[str, object] | None:
    """Return how long it is: seconds, and working days where it is so many."""
    seconds = screen.handbook.seconds(limit.within)
    if not seconds:
        return None
    duration = screen.handbook.duration(limit.within)
    counts = duration is not None and duration.in_working_days and seconds % DAY == 0
    told: dict[str, object] = {"seconds": seconds}
    return told | ({"working": int(seconds // DAY)} if counts else {})


def _checks(checks: Iterable[Check], screen: Screen) -> list[dict[str, object]]:
    """Return what to tick or write; the key stays the same when others are added around it."""
    found: list[dict[str, object]] = []
    for check in checks:
        words = bare(screen.setter.line(check.text))
        alike = sum(each["text"] == words for each in found)
        found.append((check.field_type.on_screen if check.field_type else {}) | {
            "key": f"{words} {alike + 1}" if alike else words,
            "text": words,
            "value": check.field_type is not None,
            "options": [str(option) for option in check.options],
        } | meanings_told(check, screen))  # fmt: skip
    return found


def _way(edge: Edge, procedure: Procedure, screen: Screen) -> dict[str, object]:
    when = bare(screen.setter.line(edge.branch.when)) if edge.branch and edge.branch.when else ""
    words = bare(way_to(edge.text or Text(edge.target or END), procedure, screen))
    return {"when": when, "to": edge.target, "words": words}
