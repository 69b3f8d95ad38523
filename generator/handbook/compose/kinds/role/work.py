"""What someone does: the steps of procedures in which a role or unit acts or is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.kinds.procedure.elsewhere import duty_name, times_in
from handbook.compose.setting import addresses
from handbook.compose.setting.labels import Labels
from handbook.compose.setting.medium import Screen
from handbook.derive.duties import RHYTHMS, duties_by_person
from handbook.derive.responsibilities import parts_by_person
from handbook.derive.work import (
    DOES,
    FILLS,
    GETS_A_COPY,
    RECEIVES,
    SIGNS,
    PartOfWork,
    forms_of,
    groups_of,
    in_order,
    involvements,
    own_steps,
    scripts_of,
)  # fmt: skip
from handbook.model.kinds import Definition, Form, Procedure, Role, Script, Unit
from handbook.model.kinds.procedure import Step


@dataclass(frozen=True)
class Task:
    """A step someone takes part in; `part` says as what when they do not do it themselves."""

    number: int
    name: Markup
    part: str
    limit: Markup
    is_critical: bool


@dataclass(frozen=True)
class Assignment:
    """A procedure with the steps someone takes part in, and the group on whose behalf."""

    procedure: Markup
    on_behalf: Markup | None
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Oversight:
    """A procedure with the steps someone answers for as the superior of who does them."""

    procedure: Markup
    steps: Markup


class WorkView:
    """What a role or a unit does in the procedures of the handbook."""

    def __init__(self, doer: Role | Unit, screen: Screen) -> None:
        self.doer = doer
        self.screen = screen
        self.handbook = screen.handbook

    @property
    def groups(self) -> tuple[Definition, ...]:
        """The roles that stand for a group this one belongs to, by name or through its unit."""
        return groups_of(self.handbook, self.doer)

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """What it does itself, then what it does as one of a group."""
        return tuple(
            assignment
            for doer in (self.doer, *self.groups)
            for assignment in self._of(doer)
        )  # fmt: skip

    def _of(self, doer: Definition) -> Iterable[Assignment]:
        on_behalf = None if doer is self.doer else self.screen.setter.name(doer)
        for found in involvements(self.handbook, doer):
            procedure = found.procedure
            tasks = tuple(
                self._task(procedure, number, step, found.parts[str(step.id)])
                for number, step in enumerate(procedure.steps, 1)
                if str(step.id) in found.parts
            )
            yield Assignment(self.screen.setter.name(procedure), on_behalf, tasks)

    def _task(
        self, procedure: Procedure, number: int, step: Step, parts: tuple[PartOfWork, ...]
    ) -> Task:
        page = addresses.relative(addresses.page_of(procedure) + ".html", self.screen.base)
        times = self.screen.times_in(procedure)
        words = times.setter.bare(step.do)
        return Task(
            number=number,
            name=Markup('<a class="ref" href="{}#{}">{}</a>').format(page, step.id, words),
            part=as_what(parts, self.screen.t),
            limit=times.begun(times.limit(step.within)),
            is_critical=step.critical and DOES in parts,
        )

    @property
    def overseen(self) -> tuple[Oversight, ...]:
        """What it answers for only because others who do it report to it."""
        steps: dict[Procedure, list[Step]] = {}
        for part in parts_by_person(self.handbook).get(self.doer, ()):
            if part.derived:
                steps.setdefault(part.procedure, []).append(part.step)
        return tuple(
            Oversight(self.screen.setter.name(each), self._numbers(each, steps[each]))
            for each in in_order(steps)
        )

    def _numbers(self, procedure: Procedure, steps: list[Step]) -> Markup:
        href = self.screen.href(procedure)
        numbers = procedure.numbers
        return Markup(self.screen.t("list-comma")).join(
            Markup('<a href="{}#{}">{}</a>').format(
                href, step.id, self.screen.t("step-n", number=numbers[str(step.id)])
            )
            for step in steps
        )

    @property
    def due(self) -> tuple[tuple[Markup, Markup], ...]:
        """What is due by it, as (when, what), from the shortest interval to the longest."""
        by_person = duties_by_person(self.handbook)
        found = [duty for doer in (self.doer, *self.groups) for duty in by_person.get(doer, ())]
        return tuple(
            (times_in(duty, self.screen), duty_name(duty, self.screen))
            for duty in sorted(found, key=lambda duty: RHYTHMS.index(duty.rhythm))
        )

    @property
    def scripts(self) -> tuple[Markup, ...]:
        """The scripts spoken in its own steps, and those that name it."""
        named = scripts_of(self.handbook, (self.doer, *self.groups))
        setter = self.screen.setter
        return tuple(dict.fromkeys((*self._named(Script, "say"), *map(setter.name, named))))

    @property
    def forms(self) -> tuple[Markup, ...]:
        """The forms it fills in, by the form's own word or in its steps."""
        own = forms_of(self.handbook, (self.doer, *self.groups), FILLS)
        return self._named(Form, "fill", own)

    @property
    def signed(self) -> tuple[Markup, ...]:
        """The forms it signs or receives."""
        return tuple(
            self.screen.setter.name(form)
            for form in forms_of(self.handbook, (self.doer,), SIGNS, RECEIVES, GETS_A_COPY)
        )

    def _named(
        self, kind: type[Definition], field: str, first: Iterable[Definition] = ()
    ) -> tuple[Markup, ...]:
        found = list(first)
        for _, steps in own_steps(self.handbook, (self.doer, *self.groups)):
            for step in steps:
                found += self.handbook.all_of(getattr(step, field))
        return tuple(
            self.screen.setter.name(each)
            for each in dict.fromkeys(found)
            if isinstance(each, kind) and not each.is_retired
        )


def as_what(parts: Iterable[PartOfWork], t: Labels) -> str:
    """Say as what someone takes part in a step; nothing where they do it themselves."""
    parts = tuple(parts)
    return "" if DOES in parts else t("list-comma").join(t(part.label) for part in parts)
