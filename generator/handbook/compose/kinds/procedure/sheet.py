"""A procedure on paper: what its sheets need beyond the numbered steps."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from handbook.compose.frame.control import ControlView
from handbook.compose.kinds.procedure.flow_sheet import FlowSheet
from handbook.compose.kinds.procedure.view import ProcedureView
from handbook.model.values import is_open
from handbook.paper.palette import Palette

Fact = tuple[str, Markup]
IN_A_CELL = 2  # rules of a schedule; more take lines of their own


@dataclass(frozen=True)
class RecordView:
    """A record the work leaves behind: what, how long it is kept, and where."""

    what: Markup
    keep: Markup
    where: Markup


class ProcedureSheet:
    """What the templates of the procedure and the checklist ask."""

    def __init__(self, view: ProcedureView) -> None:
        self.procedure = view.procedure
        self.medium = view.medium
        self.phases = view.phases
        self._view = view

    @property
    def is_open(self) -> bool:
        """Whether the steps are still to be settled."""
        return not self.procedure.steps

    @property
    def critical_number(self) -> int:
        """How many of its steps are critical."""
        return sum(step.is_critical for step in self._view.steps)

    @property
    def texts(self) -> list[Fact]:
        """What the work is for, where it applies and what starts it, as (label, text)."""
        t, setter, procedure = self.medium.t, self.medium.setter, self.procedure
        facts = [
            (t(f"fact-{field}"), setter.prose(getattr(procedure, field)))
            for field in ("summary", "purpose", "scope", "trigger")
        ]
        if len(self._view.schedule) > IN_A_CELL:
            facts.append((t("fact-schedule"), self._schedule))
        facts.append((t("fact-source"), setter.plain(procedure.source)))
        return [(label, text) for label, text in facts if text]

    @property
    def figures(self) -> list[Fact]:
        """The promise, the schedule, the use and the reviews, as (label, value)."""
        t, procedure = self.medium.t, self.procedure
        control = ControlView(procedure, self.medium)
        is_short = len(self._view.schedule) <= IN_A_CELL
        facts = [
            (t("fact-promise"), self._view.promise),
            (t("fact-schedule"), self._schedule if is_short else Markup("")),
            (t("fact-mode"), escape(self.mode)),
            (t("reviewed"), escape(control.reviewed)),
            (t("next-review"), escape(control.next_review)),
        ]
        return [(label, value) for label, value in facts if value]

    @property
    def _schedule(self) -> Markup:
        return Markup("<br>").join(self._view.schedule)

    @property
    def mode(self) -> str:
        """How the sheet is worked with; empty while that is still to be settled."""
        mode = str(self.procedure.mode)
        return "" if is_open(mode) else self.medium.t(f"mode-{mode}")

    @property
    def records(self) -> list[RecordView]:
        setter, t = self.medium.setter, self.medium.t
        views = []
        for record in self.procedure.records:
            named = [setter.name(record.form)] if record.form else []
            told = [setter.line(record.text)] if record.text else []
            keep = self.medium.times.length(record.keep)
            what = Markup(t("list-comma")).join(named + told)
            views.append(RecordView(what, keep, setter.plain(record.where)))
        return views

    @property
    def filing(self) -> Markup:
        """Where the filled sheet goes: the places of the records, each once."""
        places = dict.fromkeys(record.where for record in self.records if record.where)
        return Markup(self.medium.t("list-comma")).join(places)

    def flow(self, accent: str, tint: str) -> FlowSheet:
        """The picture of its flow, before the steps or at the end."""
        palette = Palette(accent=accent, tint=tint)
        return FlowSheet(self.procedure, self.medium, palette, self.figures, self.texts)
