"""Who acts where: the parts that people take in work, and in which steps and forms they take them.

A part is written as a key in which people are named. Each has one row here; pages, sheets, the
matrix and the checks ask this table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from handbook.model.handbook import Handbook
from handbook.model.index import rank
from handbook.model.kinds import Definition, Form, Procedure, Role, Script
from handbook.model.kinds.procedure import Step

Letter = Literal["R", "A", "C", "I"]


@dataclass(frozen=True, slots=True)
class PartOfWork:
    """One way to take part: the key that names who does, its label, its letter in the matrix."""

    key: str
    label: str
    letter: Letter | None = None


DOES = PartOfWork("by", "by", "R")
ANSWERS = PartOfWork("accountable", "accountable", "A")
IS_ASKED = PartOfWork("consult", "consult", "C")
IS_TOLD = PartOfWork("inform", "inform", "I")
IS_ESCALATED_TO = PartOfWork("to", "escalate")
# The parts in a step, in the order in which they are told.
IN_STEPS = (DOES, ANSWERS, IS_ASKED, IS_TOLD, IS_ESCALATED_TO)

FILLS = PartOfWork("filled_by", "filled-by")
RECEIVES = PartOfWork("received_by", "received-by")
SIGNS = PartOfWork("approvals", "approvals")
GETS_A_COPY = PartOfWork("to", "received-by")
SPEAKS = PartOfWork("used_by", "script-used-by")
IN_FORMS = (FILLS, RECEIVES, SIGNS, GETS_A_COPY)

_OF_STEP = {part.key: part for part in IN_STEPS}


@dataclass(frozen=True, slots=True)
class Involvement:
    """The steps of a procedure in which someone takes part, by id, and which parts, in order."""

    procedure: Procedure
    parts: Mapping[str, tuple[PartOfWork, ...]]


def involvements(handbook: Handbook, who: Definition) -> tuple[Involvement, ...]:
    """Return in which steps someone is named, in the order of the handbook, without retired ones.

    What someone answers for without being named is no involvement: see `responsibilities`.
    """
    named: dict[Procedure, dict[str, set[PartOfWork]]] = {}
    for link in handbook.used_by(who):
        part = _OF_STEP.get(link.relation)
        if part and link.part and isinstance(link.source, Procedure):
            named.setdefault(link.source, {}).setdefault(str(link.part), set()).add(part)
    return tuple(
        Involvement(
            procedure,
            {
                id: tuple(part for part in IN_STEPS if part in parts)
                for id, parts in named[procedure].items()
            },
        )
        for procedure in in_order(named)
    )


def own_steps(
    handbook: Handbook, everyone: Iterable[Definition]
) -> list[tuple[Procedure, list[Step]]]:
    """Return the steps that any of several does, by procedure, in the order of the handbook."""
    done: dict[Procedure, set[str]] = {}
    for who in everyone:
        for found in involvements(handbook, who):
            ids = {id for id, parts in found.parts.items() if DOES in parts}
            if ids:
                done.setdefault(found.procedure, set()).update(ids)
    return [
        (procedure, [step for step in procedure.steps if str(step.id) in done[procedure]])
        for procedure in in_order(done)
    ]


def forms_of(
    handbook: Handbook, everyone: Iterable[Definition], *parts: PartOfWork
) -> list[Form]:
    """Return the forms in which any of several has one of these parts, without retired ones."""
    keys = {part.key for part in parts}
    found = (
        link.source
        for who in everyone
        for link in handbook.used_by(who)
        if link.relation in keys and isinstance(link.source, Form)
    )
    return [form for form in dict.fromkeys(found) if not form.is_retired]


def scripts_of(handbook: Handbook, everyone: Iterable[Definition]) -> list[Script]:
    """Return the scripts that name any of several as who speaks by them, without retired ones."""
    found = (
        link.source
        for who in everyone
        for link in handbook.used_by(who)
        if link.relation == SPEAKS.key and isinstance(link.source, Script)
    )
    return [script for script in dict.fromkeys(found) if not script.is_retired]


def in_order(procedures: Iterable[Procedure]) -> list[Procedure]:
    """Return procedures that are not retired in the order of the handbook."""
    return sorted((each for each in procedures if not each.is_retired), key=rank)


def acting_as(handbook: Handbook, who: Definition) -> tuple[Definition, ...]:
    """Return someone, and the groups on whose behalf they act too."""
    return (who, *groups_of(handbook, who))


def groups_of(handbook: Handbook, who: Definition) -> tuple[Role, ...]:
    """Return the roles that stand for a group someone belongs to, by name or through a unit."""
    units = handbook.all_of(getattr(who, "unit", ()))
    return tuple(
        dict.fromkeys(
            link.source
            for member in (who, *units)
            for link in handbook.used_by(member)
            if link.relation == "members"
            and isinstance(link.source, Role)
            and link.source is not who
        )
    )
