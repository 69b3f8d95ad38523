"""A role on paper: everything one person in this post needs, and the page to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup, escape

from handbook.compose.kinds.role.contact import contact_of
from handbook.compose.kinds.role.steps import RoleProcedure, RoleSteps
from handbook.compose.kinds.script.card import ScriptCard
from handbook.compose.kinds.script.view import ScriptView
from handbook.compose.kinds.standard import StandardView
from handbook.compose.kinds.unit.view import headcount
from handbook.compose.setting.medium import Paper
from handbook.derive.duties import Duty, duties
from handbook.derive.work import (
    FILLS,
    GETS_A_COPY,
    RECEIVES,
    SIGNS,
    forms_of,
    groups_of,
    scripts_of,
)
from handbook.model.kinds import Definition, Form, Role, Script, Standard

LINES_TO_SIGN = 12
D = TypeVar("D", bound=Definition)
LISTS = ("duties", "authority", "not_for", "answers_for", "requirements", "entitlements")


@dataclass(frozen=True)
class FormRow:
    """A form the role has to do with."""

    name: str
    code: str
    use: str
    route: Markup  # where it is kept


@dataclass(frozen=True)
class DutyRow:
    """Something due: when, and what."""

    when: Markup
    what: Markup
    procedure: Markup | None  # where it is a step


class RolePack:
    """What the template of the role pack asks."""

    def __init__(self, role: Role, medium: Paper) -> None:
        self.role = role
        self.medium = medium
        self._steps = RoleSteps(role, groups_of(medium.handbook, role), medium)

    @property
    def facts(self) -> list[tuple[str, Markup]]:
        """Where the role belongs and how its holder is reached, as (label, value)."""
        t, role, medium = self.medium.t, self.role, self.medium
        facts = [
            (t("unit"), medium.listed(role.unit)),
            (t("role-superior"), medium.listed(role.reports_to)),
            (t("deputies"), medium.listed(role.deputies)),
            (t("also"), medium.listed(role.also)),
            (t("members"), medium.listed(role.members)),
            (t("headcount"), escape(headcount(role.headcount, medium))),
            (t("contact"), contact_of(role, medium)),
        ]
        return [(label, value) for label, value in facts if value]

    @property
    def lists(self) -> list[tuple[str, list[Markup]]]:
        """Duties, authority and what else is written point by point, as (label, points)."""
        found = ((key.replace("_", "-"), getattr(self.role, key)) for key in LISTS)
        return [
            (self.medium.t(key), [self.medium.setter.line(point) for point in points])
            for key, points in found
            if points
        ]

    @property
    def kpis(self) -> list[tuple[Markup, Markup]]:
        """The figures the role is measured by, as (name, figure)."""
        rows = []
        for reference in self.role.kpis:
            found = self.medium.handbook.find(reference, Standard)
            figure = StandardView(found, self.medium).in_words if found else Markup("")
            rows.append((self.medium.setter.name(reference), figure))
        return rows

    @property
    def procedures(self) -> tuple[RoleProcedure, ...]:
        return self._steps.procedures

    @cached_property
    def scripts(self) -> list[ScriptCard]:
        """The scripts of its own steps, and those that name it, in full."""
        found = dict.fromkeys((
            *self._named("say", Script),
            *scripts_of(self.medium.handbook, self._steps.doers),
        ))  # fmt: skip
        return [
            ScriptCard(ScriptView(script, self.medium.within(script.section))) for script in found
        ]

    @cached_property
    def forms(self) -> list[FormRow]:
        """The forms it fills in, then those it signs or receives."""
        handbook, t = self.medium.handbook, self.medium.t
        doers = self._steps.doers
        filled = [*forms_of(handbook, doers, FILLS), *self._named("fill", Form)]
        signed = forms_of(handbook, doers, SIGNS, RECEIVES, GETS_A_COPY)
        uses: dict[Form, list[str]] = {}
        for key, found in (("filled", filled), ("signed", signed)):
            for form in dict.fromkeys(found):
                uses.setdefault(form, []).append(t(f"role-form-{key}"))
        return [
            FormRow(
                str(form.title), str(form.code or ""), t("list-comma").join(use), self._kept(form)
            )
            for form, use in uses.items()
        ]

    @cached_property
    def calendar(self) -> list[tuple[str, list[DutyRow]]]:
        """What is due, as (rhythm, rows), from the shortest interval to the longest."""
        doers = set(self._steps.doers)
        concerned = dict.fromkeys(found.procedure for found in self.procedures)
        due = [d for d in duties(self.medium.handbook, concerned) if doers & set(d.who)]
        return [
            (self.medium.t(f"rhythm-{rhythm}"), [self._due(duty) for duty in group])
            for rhythm, group in groupby(due, key=lambda duty: duty.rhythm)
        ]

    @property
    def lines_to_sign(self) -> range:
        """A line for each who may hold the post."""
        return range(LINES_TO_SIGN)

    def _due(self, duty: Duty) -> DutyRow:
        inside = self.medium.within(duty.procedure.section)
        name = inside.setter.name(duty.procedure)
        what = name if duty.step is None else inside.setter.line(duty.done)
        when = inside.times.begun(inside.times.schedule(duty.schedule))
        return DutyRow(when, what, name if duty.step else None)

    def _kept(self, form: Form) -> Markup:
        inside = self.medium.within(form.section)
        keep = inside.times.length(form.keep)
        parts = [inside.setter.plain(form.filed_at)]
        parts += [escape(self.medium.t("keep-for", time=keep))] if keep else []
        return Markup(self.medium.t("list-comma")).join(part for part in parts if part)

    def _named(self, field: str, kind: type[D]) -> list[D]:
        return list(dict.fromkeys(self._mentioned(field, kind)))

    def _mentioned(self, field: str, kind: type[D]) -> Iterator[D]:
        for step in self._steps.own_steps:
            for found in self.medium.handbook.all_of(getattr(step, field)):
                if isinstance(found, kind) and not found.is_retired:
                    yield found
