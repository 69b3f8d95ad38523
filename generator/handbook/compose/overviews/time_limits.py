"""Time limits as a table, and a procedure's longest way against its promise."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup, escape

from handbook.compose.kinds.procedure.budget import budget_of
from handbook.compose.kinds.procedure.elsewhere import step_link
from handbook.compose.overviews.table import Group, Row, Table, named
from handbook.compose.setting.medium import Medium
from handbook.derive.limits import TimeLimit, time_limits
from handbook.model.durations import DAY, HOUR
from handbook.model.kinds import Procedure
from handbook.model.section import Section

# How long is long: the filter's words, and up to how many seconds each counts.
SIZES = (("hour", HOUR), ("day", DAY), ("week", 7 * DAY), ("longer", float("inf")))
OPEN_SIZE = "unknown"


def limit_table(section: Section, medium: Medium) -> Table:
    """Return every limit of a section's procedures."""
    t, handbook = medium.t, medium.handbook
    live = [
        each for each in handbook.in_section(section)
        if isinstance(each, Procedure) and each.status != "retired"
    ]  # fmt: skip
    found = groupby(time_limits(handbook, live), key=lambda limit: limit.procedure)
    return Table(
        columns=(t("col-what"), t("col-people"), t("col-within"), t("col-counted-from")),
        groups=tuple(
            Group(
                medium.setter.name(procedure),
                tuple(_row(limit, medium) for limit in limits),
                _note(procedure, medium),
            )
            for procedure, limits in found
        ),
        grouped_by=t("kind-procedure"),
        wide=(0,),
        short=(2,),
    )


def _row(limit: TimeLimit, medium: Medium) -> Row:
    t = medium.t
    mark = "" if limit.kind == "step" else t(f"limit-kind-{limit.kind}")
    times = medium.times_in(limit.procedure)
    setter = times.setter
    if limit.step is None:
        promised = limit.procedure.promise.to
        who, what = setter.plain(promised), escape(mark)
    else:
        who, what = named(limit.who, medium), step_link(limit.procedure, limit.step, medium)
        if mark:
            what += Markup(' <span class="mark">{}</span>').format(mark)
    counted_from = Markup("")
    if limit.limit.after:
        event = setter.plain(limit.limit.after)
        counted_from = Markup(t("moment-after", event=event))
    elif limit.limit.before:
        event = setter.plain(limit.limit.before)
        counted_from = Markup(t("moment-before", event=event))
    within = times.span(limit.limit.within)
    return Row((what, who, within, counted_from), limit.who, size_of(limit.seconds))


def size_of(seconds: float | None) -> str:
    """Return which of the sizes a limit has."""
    if seconds is None:
        return OPEN_SIZE
    return next(name for name, most in SIZES if seconds <= most)


def _note(procedure: Procedure, medium: Medium) -> Markup:
    view = budget_of(procedure, medium)
    if view is None:
        return Markup("")
    mark = " budget--exceeded" if view.is_exceeded else ""
    sign = Markup('<span aria-hidden="true">▲</span> ') if view.is_exceeded else ""
    return Markup('<span class="budget{}">{}{}</span>').format(mark, sign, view.words)
