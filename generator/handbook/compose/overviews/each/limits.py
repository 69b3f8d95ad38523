"""Every time limit: of steps, of escalations, and what procedures promise."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup, escape

from handbook.compose.kinds.procedure.budget import budget_of
from handbook.compose.kinds.procedure.elsewhere import step_link
from handbook.compose.overviews.record import (
    Among,
    OnPaper,
    Overview,
    TablePages,
    live_among,
    on_paper,
)
from handbook.compose.overviews.sifting import size_of
from handbook.compose.overviews.table import Group, Row, Table, live_in, named
from handbook.compose.setting.medium import Medium
from handbook.derive.limits import TimeLimit, time_limits
from handbook.derive.responsibilities import parts_by_person
from handbook.model.handbook import Handbook
from handbook.model.kinds import Procedure
from handbook.model.section import Section


def limit_table(section: Section, medium: Medium) -> Table:
    """Return every limit of a section's procedures."""
    t, live = medium.t, live_in(section, medium, Procedure)
    found = groupby(time_limits(medium.handbook, live), key=lambda limit: limit.procedure)
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
        promise = limit.procedure.promise
        who, what = setter.plain(promise.to if promise else None), escape(mark)
    else:
        who, what = named(limit.who, medium), step_link(limit.procedure, limit.step, medium)
        if mark:
            what += Markup(' <span class="mark">{}</span>').format(mark)
    counted_from = Markup("")
    counts = limit.limit.counts_from
    if counts is not None:
        event = setter.plain(counts.event)
        counted_from = Markup(t(f"moment-{counts.relation}", event=event))
    within = times.span(limit.limit.within)
    if limit.limit.when:
        within = times.in_case(limit.limit, within)
    return Row((what, who, within, counted_from), limit.who, size_of(limit.seconds))


def _note(procedure: Procedure, medium: Medium) -> Markup:
    view = budget_of(procedure, medium)
    if view is None:
        return Markup("")
    mark = " budget--exceeded" if view.is_exceeded else ""
    sign = Markup('<span aria-hidden="true">▲</span> ') if view.is_exceeded else ""
    return Markup('<span class="budget{}">{}{}</span>').format(mark, sign, view.words)


def _has_any(handbook: Handbook, among: Among) -> bool:
    return any(
        isinstance(each, Procedure)
        and (each.promise or any(
            step.within or any(told.after for told in step.escalate) for step in each.steps
        ))
        for each in live_among(among)
    )  # fmt: skip


def _of_person(handbook: Handbook, everyone: Among) -> Iterable[Procedure]:
    parts = (part for who in everyone for part in parts_by_person(handbook).get(who, ()))
    return (part.procedure for part in parts if part.letter == "R" and part.step.within)


OVERVIEW = Overview(
    name="limits",
    order=30,
    gathers=(Procedure,),
    has_any=_has_any,
    by_section=True,
    pages=TablePages(table=limit_table, by_role=True, by_size=True),
    sheets=(OnPaper(name="limits", make=on_paper(limit_table), fewest=3, is_wide=False),),
    of_person=_of_person,
)
