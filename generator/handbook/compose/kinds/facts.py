"""What a page tells of a definition in its first rows: one function a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from markupsafe import Markup, escape

from handbook.compose.kinds.procedure.view import ProcedureView
from handbook.compose.kinds.role.contact import contact_of
from handbook.compose.kinds.script.view import ScriptView
from handbook.compose.kinds.unit import headcount
from handbook.compose.setting.dates import date_in_words
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import Definition

Row = tuple[str, Markup]  # the key of the label, and the value
Rows = Iterator[Row]


def facts_of(definition: Definition, screen: Screen) -> list[tuple[str, Markup]]:
    """Return the rows of a definition as (label, value), without what is not written."""
    rows = [*_OF_KIND[definition.kind](definition, screen), *_of_all(definition, screen)]
    return [(screen.t(key), value) for key, value in rows if value]


def _procedure(procedure: Any, screen: Screen) -> Rows:
    view = ProcedureView(procedure, screen)
    yield "purpose", screen.setter.line(procedure.purpose)
    yield "scope", screen.setter.line(procedure.scope)
    yield "trigger", screen.setter.line(procedure.trigger)
    yield "schedule", several(view.schedule)
    yield "promise", view.promise
    yield "mode", escape(screen.word("mode", procedure.mode))


def _script(script: Any, screen: Screen) -> Rows:
    channels = ScriptView(script, screen).channels
    yield "situation", screen.setter.line(script.situation)
    yield "channel", escape(screen.t("list-comma").join(channels))


def _form(form: Any, screen: Screen) -> Rows:
    yield "filled-by", screen.listed(form.filled_by)
    yield "approvals", screen.listed(form.approvals)
    yield "received-by", screen.listed(form.received_by)
    yield "filed-at", screen.setter.plain(form.filed_at)
    yield "keep", screen.times.length(form.keep)
    yield (
        "copies",
        several(
            Markup("{} {}").format(screen.setter.plain(copy.title), screen.listed(copy.to))
            if copy.to
            else screen.setter.plain(copy.title)
            for copy in form.copies
        ),
    )
    yield "total-score", escape("" if form.total is None else form.total)


def _policy(policy: Any, screen: Screen) -> Rows:
    yield "purpose", screen.setter.line(policy.purpose)
    yield "applies-to", screen.listed(policy.applies_to)
    yield "issued", escape(date_in_words(policy.issued, screen.t))


def _role(role: Any, screen: Screen) -> Rows:
    yield "unit", screen.listed(role.unit)
    yield "reports-to", screen.listed(role.reports_to)
    yield "deputies", screen.listed(role.deputies)
    yield "also", screen.listed(role.also)
    yield "members", screen.listed(role.members)
    yield "headcount", escape(headcount(role.headcount, screen))
    yield "contact", contact_of(role, screen)


def _unit(unit: Any, screen: Screen) -> Rows:
    nature = [screen.t(key) for key in ("external", "planned") if getattr(unit, key)]
    yield "nature", escape(screen.t("list-comma").join(nature))
    yield "parent", screen.setter.name(unit.parent) if unit.parent else Markup("")
    yield "head", screen.listed(unit.head)
    yield "headcount", escape(headcount(unit.headcount, screen))
    yield "function", screen.setter.line(unit.function)


def _standard(standard: Any, screen: Screen) -> Rows:
    yield "except", screen.setter.line(standard.except_)
    yield "applies-to", screen.listed(standard.applies_to)
    yield "measured-by", screen.setter.line(standard.measured_by)
    yield "frequency", screen.setter.plain(standard.frequency)


def _term(term: Any, screen: Screen) -> Rows:
    yield from ()


def _document(document: Any, screen: Screen) -> Rows:
    yield "where", screen.setter.plain(document.where)
    yield "keeper", screen.listed(document.owner)
    yield "keep", screen.times.length(document.keep)


def _of_all(definition: Definition, screen: Screen) -> Rows:
    comma = screen.t("list-comma")
    asks = (Markup('<span class="ask">{}</span>').format(ask) for ask in definition.asks)
    yield "asks", Markup(" ").join(asks)
    yield "aliases", escape(comma.join(str(alias) for alias in definition.aliases))
    yield "source", screen.setter.plain(definition.source)


def several(values: Any) -> Markup:
    """Return values each on a line of its own."""
    return Markup("<br>").join(values)


_OF_KIND: dict[str, Callable[[Any, Screen], Rows]] = {
    "procedure": _procedure,
    "script": _script,
    "form": _form,
    "policy": _policy,
    "role": _role,
    "unit": _unit,
    "standard": _standard,
    "term": _term,
    "document": _document,
}
