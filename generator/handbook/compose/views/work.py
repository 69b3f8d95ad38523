"""What someone does: the steps of procedures in which a role or unit acts or is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose import addresses
from handbook.compose.medium import Screen
from handbook.model.kinds import Definition, Form, Procedure, Role, Script, Unit
from handbook.model.kinds.procedure import Step

# The fields of a step in which someone is named, and what it means for them.
PARTS = ("by", "accountable", "consult", "inform", "to")


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


class WorkView:
    """What a role or a unit does in the procedures of the handbook."""

    def __init__(self, doer: Role | Unit, screen: Screen) -> None:
        self.doer = doer
        self.screen = screen
        self.handbook = screen.handbook

    @property
    def groups(self) -> tuple[Definition, ...]:
        """The roles that stand for a group this one belongs to, by name or through its unit."""
        units = self.handbook.all_of(getattr(self.doer, "unit", ()))
        return tuple(
            dict.fromkeys(
                link.source
                for member in (self.doer, *units)
                for link in self.handbook.used_by(member)
                if link.relation == "members"
                and isinstance(link.source, Role)
                and link.source is not self.doer
            )
        )

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """What it does itself, then what it does as one of a group."""
        return tuple(
            assignment
            for doer in (self.doer, *self.groups)
            for assignment in self._of(doer)
        )  # fmt: skip

    def _of(self, doer: Definition) -> Iterable[Assignment]:
        named: dict[Procedure, dict[str, list[str]]] = {}
        for link in self.handbook.used_by(doer):
            if isinstance(link.source, Procedure) and link.relation in PARTS and link.part:
                parts = named.setdefault(link.source, {}).setdefault(link.part, [])
                if link.relation not in parts:
                    parts.append(link.relation)
        on_behalf = None if doer is self.doer else self.screen.setter.name(doer)
        for procedure, steps in sorted(named.items(), key=lambda item: _rank(item[0])):
            tasks = tuple(
                self._task(procedure, number, step, steps[str(step.id)])
                for number, step in enumerate(procedure.steps, 1)
                if str(step.id) in steps
            )
            if tasks and procedure.status != "retired":
                yield Assignment(self.screen.setter.name(procedure), on_behalf, tasks)

    def _task(self, procedure: Procedure, number: int, step: Step, parts: list[str]) -> Task:
        page = addresses.relative(addresses.page_of(procedure) + ".html", self.screen.base)
        words = self.screen.setter.within(procedure.section.path).bare(step.do)
        t = self.screen.t
        as_what = "" if "by" in parts else t("list-comma").join(
            t("escalate" if part == "to" else part) for part in PARTS if part in parts
        )  # fmt: skip
        return Task(
            number=number,
            name=Markup('<a class="ref" href="{}#{}">{}</a>').format(page, step.id, words),
            part=as_what,
            limit=self.screen.times.limit(step.within),
            is_critical=step.critical and "by" in parts,
        )

    @property
    def scripts(self) -> tuple[Markup, ...]:
        """The scripts spoken in its own steps."""
        return self._named(Script, "say")

    @property
    def forms(self) -> tuple[Markup, ...]:
        """The forms it fills in, by the form's own word or in its steps."""
        own = [
            link.source
            for doer in (self.doer, *self.groups)
            for link in self.handbook.used_by(doer)
            if link.relation == "filled_by" and isinstance(link.source, Form)
        ]
        return self._named(Form, "fill", own)

    @property
    def signed(self) -> tuple[Markup, ...]:
        """The forms it signs or receives."""
        return tuple(
            self.screen.setter.name(form)
            for form in dict.fromkeys(
                link.source
                for link in self.handbook.used_by(self.doer)
                if link.relation in ("approvals", "received_by")
            )
        )

    def _named(
        self, kind: type[Definition], field: str, first: Iterable[Definition] = ()
    ) -> tuple[Markup, ...]:
        doers = {self.doer, *self.groups}
        found = list(first)
        for procedure in self.handbook.of(Procedure):
            for step in procedure.steps:
                if doers.intersection(self.handbook.all_of(step.by)):
                    found += self.handbook.all_of(getattr(step, field))
        return tuple(
            self.screen.setter.name(each)
            for each in dict.fromkeys(found)
            if isinstance(each, kind) and each.status != "retired"
        )


def _rank(procedure: Procedure) -> tuple:
    return (procedure.section.address, procedure.place)
