"""Time limits as a table, and a procedure's longest way against its promise."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from handbook.compose.setting.lengths import gapped, length_in_words
from handbook.compose.setting.medium import Medium
from handbook.compose.views.table import Group, Row, Table, named
from handbook.derive.limits import TimeLimit, budget, time_limits
from handbook.model.durations import DAY, HOUR, spell
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


def step_link(procedure: Procedure, step, medium: Medium) -> Markup:
    """Draw a step as its number and what is done, leading to it."""
    number = next(n for n, each in enumerate(procedure.steps, 1) if each is step)
    done = medium.setter_in(procedure).bare(step.do)
    words = Markup('<span class="n">{}</span> {}').format(number, done)
    href = medium.href(procedure)
    if href is None:
        return words
    return Markup('<a class="ref" href="{}#{}">{}</a>').format(href, step.id, words)


@dataclass(frozen=True)
class BudgetView:
    """A procedure's longest way: how long it may take in words, and whether that is too long."""

    words: str
    steps: Markup
    is_exceeded: bool


def budget_of(procedure: Procedure, medium: Medium) -> BudgetView | None:
    """Return the longest way of a procedure, or None where no limit of it is certain."""
    handbook, t = medium.handbook, medium.t
    found = budget(handbook, procedure)
    if found is None:
        return None
    language = str(handbook.settings.language)
    total = gapped(spell(found.total, language))
    if found.promised is None:
        words = t("budget-total", total=total)
    else:
        promised = length_in_words(handbook_words(procedure, medium), t)
        key = "budget-exceeded" if found.is_exceeded else "budget-kept"
        words = t(key, total=total, promised=promised)
    numbers = {id(step): number for number, step in enumerate(procedure.steps, 1)}
    steps = Markup(" + ").join(
        medium.anchor(str(step.id), str(numbers[id(step)])) for step in found.way
    )
    return BudgetView(words, steps, found.is_exceeded)


def handbook_words(procedure: Procedure, medium: Medium) -> str:
    """Return what is promised, as written; a standard's value where one is named."""
    return medium.setter_in(procedure).bare(procedure.promise.within.within.text)


def _note(procedure: Procedure, medium: Medium) -> Markup:
    view = budget_of(procedure, medium)
    if view is None:
        return Markup("")
    mark = " budget--exceeded" if view.is_exceeded else ""
    sign = Markup('<span aria-hidden="true">▲</span> ') if view.is_exceeded else ""
    return Markup('<span class="budget{}">{}{}</span>').format(mark, sign, view.words)
