"""A procedure as pages and sheets show it: numbered steps, phases, branches with targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from handbook.compose.kinds.procedure.step_parts import BESIDE, PARTS, Place, StepPart
from handbook.compose.kinds.script.view import Opening, opening_of
from handbook.compose.setting.medium import Medium
from handbook.model.flow import Edge, Flow
from handbook.model.json_schema.words import field_words
from handbook.model.kinds import Procedure, Script
from handbook.model.kinds.procedure import END, Branch, Step
from handbook.model.references import Reference
from handbook.read.nodes import Text


@dataclass(frozen=True)
class BranchView:
    """A branch: its condition (None: otherwise) and where it leads."""

    when: Markup | None
    target: Markup


@dataclass(frozen=True)
class ShownPart:
    """A part of a step that a place shows: in which manner, and under which label, if any."""

    part: StepPart
    manner: str
    label: str


@dataclass(frozen=True)
class StepView:
    """A step with its number and everything that depends on the steps around it."""

    step: Step
    procedure: Procedure
    medium: Medium
    number: int
    branches: tuple[BranchView, ...]
    jump: Markup | None  # where the work goes on when that is not the next step
    together: tuple[int, ...]
    by: tuple[Markup, ...]
    limit: Markup
    scripts: tuple[Script, ...]
    never: tuple[Text, ...]  # what must not be said here

    @property
    def id(self) -> str:
        return str(self.step.id)

    @property
    def is_critical(self) -> bool:
        return self.step.critical

    def parts(self, place: Place) -> Iterator[ShownPart]:
        """Yield what a place shows of the step, in the order in which it stands everywhere."""
        return self._shown(place, is_beside=False)

    def beside(self, place: Place) -> Iterator[ShownPart]:
        """Yield what stands with who does it: who else has a part."""
        return self._shown(place, is_beside=True)

    def _shown(self, place: Place, *, is_beside: bool) -> Iterator[ShownPart]:
        for part in PARTS:
            manner = part.on(place)
            if manner and (manner == BESIDE) is is_beside and part.is_said_by(self.step):
                yield ShownPart(part, manner, self._label(part))

    def _label(self, part: StepPart) -> str:
        if part.label is not None:
            return self.medium.t(part.label) if part.label else ""
        language = str(self.medium.handbook.settings.language)
        return str(field_words(Step, part.keys[0], language)["label"])

    @property
    def openings(self) -> list[Opening]:
        """Its scripts with their first words."""
        return [opening_of(script, self.medium) for script in self.scripts]

    @property
    def new_forms(self) -> Markup:
        """The forms that come into play with it: those no earlier step has filled."""
        earlier = self.procedure.steps[: self.number - 1]
        before = {str(form.text) for each in earlier for form in each.fill}
        return self.medium.listed(form for form in self.step.fill if str(form.text) not in before)

    @property
    def turns(self) -> list[BranchView]:
        """The ways out of it, without one that only says "otherwise, go on"."""
        following = self.procedure.steps[self.number : self.number + 1]
        ahead = [str(each.id) for each in following] or [END]
        turns = [
            view
            for branch, view in zip(self.step.branches, self.branches, strict=True)
            if branch.when or str(branch.go.text) not in ahead
        ]
        jump = [BranchView(escape(self.medium.t("then")), self.jump)] if self.jump else []
        return turns + jump

    @property
    def schedule(self) -> Markup:
        """When it is due by itself."""
        return Markup("<br>").join(self.medium.times.schedules(self.step.schedule))

    @property
    def with_steps(self) -> str:
        """With which steps it runs at the same time; empty when with none."""
        if not self.together:
            return ""
        numbers = self.medium.t("list-comma").join(map(str, self.together))
        return self.medium.t("step-together", numbers=numbers, count=len(self.together))


@dataclass(frozen=True)
class PhaseView:
    """The steps from one phase heading to the next; `title` is None where there are no phases."""

    title: Markup | None
    steps: tuple[StepView, ...]

    @property
    def critical_steps(self) -> tuple[StepView, ...]:
        return tuple(step for step in self.steps if step.is_critical)


class ProcedureView:
    """What the templates ask about a procedure."""

    def __init__(self, procedure: Procedure, medium: Medium) -> None:
        self.procedure = procedure
        self.medium = medium
        self._numbers = procedure.numbers

    @property
    def flow(self) -> Flow:
        return self.medium.handbook.flow(self.procedure)

    @cached_property
    def steps(self) -> tuple[StepView, ...]:
        """All steps in order."""
        return tuple(self._view(step) for step in self.procedure.steps)

    @cached_property
    def phases(self) -> tuple[PhaseView, ...]:
        """The steps by phase; one phase without a title where none is written."""
        groups: list[tuple[Markup | None, list[StepView]]] = []
        for view in self.steps:
            if view.step.phase or not groups:
                title = self.medium.setter.plain(view.step.phase)
                groups.append((title or None, []))
            groups[-1][1].append(view)
        return tuple(PhaseView(title, tuple(steps)) for title, steps in groups)

    @property
    def has_phases(self) -> bool:
        return any(phase.title for phase in self.phases)

    @property
    def promise(self) -> Markup:
        """The promise in words: 24 小时内（客户）."""
        promise = self.procedure.promise
        if promise is None:
            return Markup("")
        times = self.medium.times
        limit = times.begun(times.limit(promise.within))
        if promise.to is None:
            return limit
        to = self.medium.setter.plain(promise.to)
        return escape(self.medium.t("promise-to", limit=limit, to=to))

    @property
    def schedule(self) -> list[Markup]:
        return self.medium.times.schedules(self.procedure.schedule)

    def _view(self, step: Step) -> StepView:
        edges, times = self.flow.ways_from(step.id), self.medium.times
        scripts = self.medium.handbook.all_of(step.say, Script)
        return StepView(
            step=step,
            procedure=self.procedure,
            medium=self.medium,
            number=self._numbers[step.id],
            branches=tuple(self._branch(branch) for branch in step.branches),
            jump=self._jump(step, edges),
            together=tuple(
                n for id, n in self._numbers.items()
                if id in step.together_with and id != step.id
            ),
            by=self.medium.names(step.by),
            limit=times.begun(times.limit(step.within)),
            scripts=scripts,
            never=tuple(dict.fromkeys(word for script in scripts for word in script.never)),
        )  # fmt: skip

    def _branch(self, branch: Branch) -> BranchView:
        when = self.medium.setter.line(branch.when) if branch.when else None
        return BranchView(when, self._target(branch.go.text))

    def _jump(self, step: Step, edges: tuple[Edge, ...]) -> Markup | None:
        if step.next is None:
            return None
        following = self._numbers[step.id] + 1
        if self._numbers.get(str(step.next.text)) == following:
            return None
        return self._target(step.next.text)

    def _target(self, text: Text) -> Markup:
        return way_to(text, self.procedure, self.medium)


def way_to(text: Text, procedure: Procedure, medium: Medium) -> Markup:
    """Say where a way of a procedure leads: a step by number, the end, or another procedure."""
    if text == END:
        return escape(medium.t("end"))
    if text in procedure.numbers:
        return medium.anchor(str(text), medium.t("go-to-step", number=procedure.numbers[text]))
    reference = Reference(text, ("procedure",), procedure.section.path)
    return escape(medium.t("go-to-procedure", title=medium.setter.name(reference)))
