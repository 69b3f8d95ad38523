"""People: who answers for a step, who stands in, and to whom things are escalated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from handbook.check.speakers import People
from handbook.derive.responsibilities import accountable_by_default, superior_of
from handbook.model.control import control_of
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure, Role, Unit
from handbook.model.kinds.procedure import Escalation, Step
from handbook.problems import Problem, names_of, problem, words_of


def not_exactly_one_accountable(handbook: Handbook) -> Iterator[Problem]:
    """One role or unit answers for each step, written down or following from who does it.

    Nobody answering is told only in a procedure that says of other steps who does: elsewhere it
    is not known, rather than wrong.
    """
    for procedure in handbook.current(Procedure):
        tells = handbook.complete and any(
            handbook.all_of(step.accountable) for step in procedure.steps
        )
        for step in procedure.steps:
            if len(step.accountable) > 1:
                yield problem(
                    "several-accountable", step.place_of("accountable"), "choose",
                    id=step.id, who=names_of(step.accountable),
                )  # fmt: skip
            elif tells and step.by and not step.accountable:
                doers = handbook.all_of(step.by)
                if len(doers) < len(step.by) or accountable_by_default(handbook, procedure, step):
                    continue
                settled = not control_of(procedure).owner  # else it says 待定
                if settled and not any(_answers_alone(handbook, doer) for doer in doers):
                    yield problem(
                        "nobody-accountable", step.place, "add",
                        id=step.id, do=step.do, doer=doers[0].id,
                    )  # fmt: skip


def _answers_alone(handbook: Handbook, who: Definition) -> bool:
    """Tell whether someone is at the top, or outside, or their superior is still to be settled."""
    if isinstance(who, Role):
        if who.reports_to or any(who in handbook.all_of(u.head) for u in handbook.of(Unit)):
            return True
        return any(_is_outside(handbook, unit) for unit in handbook.all_of(who.unit))
    return _is_outside(handbook, who)


def _is_outside(handbook: Handbook, unit: Definition) -> bool:
    return isinstance(unit, Unit) and any(each.external for each in handbook.lineage(unit))


def escalations_not_upwards(handbook: Handbook) -> Iterator[Problem]:
    """What goes wrong is taken to someone above whoever does the step.

    Told where everyone it goes to does the step, reports (through others) to who does it, or has
    the same superior in the same unit. A deputy named for who does the step, or for someone above,
    stands where that one stands; who answers for the step is above it.
    """
    people = People(handbook)
    for procedure in handbook.current(Procedure):
        for step in procedure.steps:
            doers = handbook.all_of(step.by)
            if not doers or len(doers) < len(step.by):
                continue
            for escalation in step.escalate:
                yield from _not_upwards(people, step, doers, escalation)


def _not_upwards(
    people: People, step: Step, doers: tuple[Definition, ...], escalation: Escalation
) -> Iterator[Problem]:
    handbook = people.handbook
    found: list[Problem] = []
    for reference in escalation.to:
        to = handbook.find(reference)
        if to is None or to in handbook.all_of(step.accountable) or _stands_in(people, to, doers):
            return
        posts = _posts(handbook, to)
        levels = [_level(handbook, post, doer) for doer in doers for post in posts]
        told = [level for level in levels if level is not None]
        if len(told) < len(levels):
            return
        found.append(
            problem(
                "escalation-not-upwards", reference.place, max(told),
                title=to.title, doer=words_of(each.title for each in doers),
            )
        )  # fmt: skip
    yield from found


def _stands_in(people: People, who: Definition, doers: tuple[Definition, ...]) -> bool:
    """Tell whether someone is a deputy of one of the doers, or of someone above them."""
    handbook = people.handbook
    above = {each for doer in doers for each in (doer, *_above(handbook, doer))}
    deputies = [
        deputy for role in above if isinstance(role, Role)
        for deputy in handbook.all_of(role.deputies)
    ]  # fmt: skip
    return who in people.of(tuple(deputies))


def _posts(handbook: Handbook, who: Definition) -> tuple[Definition, ...]:
    """Return someone with the other posts that the same person holds."""
    if not isinstance(who, Role):
        return (who,)
    others = (role for role in handbook.of(Role) if who in handbook.all_of(role.also))
    return tuple(dict.fromkeys((who, *handbook.all_of(who.also), *others)))


def _level(handbook: Handbook, to: Definition, doer: Definition) -> str | None:
    """Return "same" or "lower" where someone stands so to a doer, else None."""
    if to is doer:
        return "same"
    if doer in _above(handbook, to):
        return "lower"
    if isinstance(to, Role) and isinstance(doer, Role):
        together = set(handbook.all_of(to.unit, Unit)) & set(handbook.all_of(doer.unit, Unit))
        superiors = set(handbook.all_of(to.reports_to)) & set(handbook.all_of(doer.reports_to))
        heads = any(to in handbook.all_of(unit.head) for unit in together)
        return "same" if together and superiors and not heads else None
    return None


def _above(handbook: Handbook, who: Definition) -> set[Definition]:
    """Return everyone to whom someone reports, through others too."""
    seen: set[Definition] = set()
    at = superior_of(handbook, who) if isinstance(who, Role) else None
    while at is not None and at not in seen and at is not who:
        seen.add(at)
        at = superior_of(handbook, at)
    return seen


def roles_without_deputy(handbook: Handbook) -> Iterator[Problem]:
    """Where one person alone does a whole procedure, someone stands in for them.

    Told of posts of one person, once a role, with the procedures that would stop.
    """
    people = People(handbook)
    alone: dict[Role, list[Procedure]] = defaultdict(list)
    for procedure in handbook.current(Procedure):
        doers = {handbook.all_of(step.by) for step in procedure.steps}
        if len(doers) != 1 or not procedure.is_live:
            continue
        (only,) = doers
        if len(only) == 1 and isinstance(only[0], Role) and _is_one_person(people, only[0]):
            alone[only[0]].append(procedure)
    for role, procedures in alone.items():
        listed = words_of(procedure.title for procedure in procedures[:3])
        yield problem(
            "no-deputy", role.place_of("id"), "name",
            title=role.title, procedures=listed, count=len(procedures),
        )  # fmt: skip


def _is_one_person(people: People, role: Role) -> bool:
    others = people.of((role,))
    return role.is_live and role.headcount == 1 and not role.deputies and len(others) == 1
