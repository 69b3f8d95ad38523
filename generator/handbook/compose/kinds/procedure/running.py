"""A procedure to be run: its steps, their ways and limits, in words without markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handbook.compose.setting import addresses
from handbook.compose.setting.markdown import bare
from handbook.compose.setting.medium import Screen
from handbook.model.edition import mark_of
from handbook.model.flow import Edge
from handbook.model.kinds import Procedure
from handbook.model.kinds.procedure import END, Check, Step
from handbook.model.limits import Limit
from handbook.model.references import Reference


def running(procedure: Procedure, screen: Screen) -> dict[str, Any]:
    """Return the plan of a run; times are in seconds, None where nobody can tell."""
    promise = procedure.promise
    return {
        "address": procedure.address,
        "href": addresses.page_of(procedure) + ".html",
        "title": str(procedure.title),
        "code": str(procedure.code or ""),
        "version": str(procedure.version or ""),
        "edition": screen.handbook.edition(procedure),
        "retired": procedure.status == "retired",
        "promise": screen.handbook.seconds(promise.within.within) if promise else None,
        "steps": [
            _step(number, step, procedure, screen) for number, step in enumerate(procedure.steps, 1)
        ],
    }


def _step(number: int, step: Step, procedure: Procedure, screen: Screen) -> dict[str, Any]:
    flow = screen.handbook.flow(procedure)
    return {
        "id": str(step.id),
        "number": number,
        "do": bare(screen.setter.line(step.do)),
        "critical": bool(step.critical),
        "mark": mark_of(step, procedure, screen.handbook),
        "limit": _limit(step.within, screen),
        "checks": _checks(step.checks, screen),
        "ways": [_way(edge, procedure, screen) for edge in flow.ways_from(str(step.id))],
        "together": sorted(
            str(other.id)
            for other in procedure.steps
            if other is not step
            and (other.id in step.together_with or step.id in other.together_with)
        ),
    }


def _limit(limit: Limit | None, screen: Screen) -> dict[str, Any] | None:
    """Return a limit; the clock of one with an event of its own starts when someone says so."""
    if limit is None or limit.before:
        return None
    seconds = screen.handbook.seconds(limit.within)
    if not seconds:
        return None
    return {
        "seconds": seconds,
        "from": "event" if limit.after else "step",
        "event": bare(screen.setter.line(limit.after)),
    }


def _checks(checks: Iterable[Check], screen: Screen) -> list[dict[str, Any]]:
    """Return what to tick or write; the key stays the same when others are added around it."""
    found: list[dict[str, Any]] = []
    for check in checks:
        words = bare(screen.setter.line(check.text))
        alike = sum(each["text"] == words for each in found)
        found.append((check.field_type.on_screen if check.field_type else {}) | {
            "key": f"{words} {alike + 1}" if alike else words,
            "text": words,
            "value": check.field_type is not None,
            "options": [str(option) for option in check.options],
        })  # fmt: skip
    return found


def _way(edge: Edge, procedure: Procedure, screen: Screen) -> dict[str, Any]:
    when = bare(screen.setter.line(edge.branch.when)) if edge.branch and edge.branch.when else ""
    return {"when": when, "to": edge.target, "words": _target(edge, procedure, screen)}


def _target(edge: Edge, procedure: Procedure, screen: Screen) -> str:
    if edge.target == END:
        return screen.t("end")
    if edge.target is not None:
        numbers = {str(step.id): number for number, step in enumerate(procedure.steps, 1)}
        return screen.t("go-to-step", number=numbers[edge.target])
    reference = Reference(edge.text, ("procedure",), procedure.section.path)
    return screen.t("go-to-procedure", title=bare(screen.setter.name(reference)))
