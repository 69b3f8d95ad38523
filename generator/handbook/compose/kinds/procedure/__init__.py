"""Procedures: their steps, pictures and sheets, and their data to be run on a page."""

from __future__ import annotations

from markupsafe import Markup, escape

from handbook.compose.desk.embedded import embedded
from handbook.compose.kinds.procedure.budget import budget_of
from handbook.compose.kinds.procedure.desk_card import DeskCard
from handbook.compose.kinds.procedure.flow_picture import FlowPicture
from handbook.compose.kinds.procedure.running import running
from handbook.compose.kinds.procedure.sheet import ProcedureSheet
from handbook.compose.kinds.procedure.view import ProcedureView
from handbook.compose.kinds.record import Rows, Shown, no_files, several
from handbook.compose.setting.medium import Medium, Paper, Screen
from handbook.model.kinds import Procedure


def _facts(procedure: Procedure, screen: Screen) -> Rows:
    view = ProcedureView(procedure, screen)
    yield "purpose", screen.setter.line(procedure.purpose)
    yield "scope", screen.setter.line(procedure.scope)
    yield "trigger", screen.setter.line(procedure.trigger)
    yield "schedule", several(view.schedule)
    yield "promise", view.promise
    yield "mode", escape(screen.word("mode", procedure.mode))


def _fact(procedure: Procedure, medium: Medium) -> Markup:
    times = medium.times_in(procedure)
    rules = (times.schedule(schedule) for schedule in procedure.schedule)
    return times.begun(Markup(medium.t("semicolon")).join(rules))


def _body(procedure: Procedure, screen: Screen) -> dict[str, object]:
    return {
        "view": ProcedureView(procedure, screen),
        "flow": FlowPicture(procedure, screen),
        "budget": budget_of(procedure, screen),
        "desk": embedded(running(procedure, screen)),
    }


def _sheet(procedure: Procedure, paper: Paper) -> ProcedureSheet:
    return ProcedureSheet(ProcedureView(procedure, paper))


def _card(procedure: Procedure, paper: Paper) -> DeskCard:
    return DeskCard(ProcedureView(procedure, paper))


SHOWN = Shown(
    kind=Procedure,
    facts=_facts,
    fact=_fact,
    body=_body,
    files=no_files,
    scripts=(
        "time", "flow", "run", "runs", "csv", "record", "run_step", "run_bar", "run_notice",
        "run_record", "run_offer", "run_page",
    ),
    sheets={"checklist": _sheet, "card": _card, "procedure": _sheet, "observe": _sheet},
    book="full",
    book_place=10,
    book_view=_sheet,
)  # fmt: skip
