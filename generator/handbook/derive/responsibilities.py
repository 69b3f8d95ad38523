"""Who is responsible for what: the RACI matrix of every step.

Convention (RACI): R does it, A answers for it (exactly one), C is asked before, I is told after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from handbook.derive.work import IN_STEPS, Letter
from handbook.model.control import control_of
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure, Role, Unit
from handbook.model.kinds.procedure import Step

FIELD_OF: dict[Letter, str] = {part.letter: part.key for part in IN_STEPS if part.letter}


@dataclass(frozen=True, slots=True)
class Assignment:
    """One role or unit has one part in one step; `derived` when no editor wrote it down."""

    procedure: Procedure
    step: Step
    letter: Letter
    who: Definition
    derived: bool = False


def assignments(handbook: Handbook, procedure: Procedure) -> Iterator[Assignment]:
    """Yield who has which part in the steps of a procedure, step by step, R A C I."""
    for step in procedure.steps:
        for letter, field in FIELD_OF.items():
            written = handbook.all_of(getattr(step, field))
            for who in written:
                yield Assignment(procedure, step, letter, who)
            if letter == "A" and not step.accountable:
                superior = accountable_by_default(handbook, procedure, step)
                if superior is not None:
                    yield Assignment(procedure, step, letter, superior, derived=True)


def accountable_by_default(
    handbook: Handbook, procedure: Procedure, step: Step
) -> Definition | None:
    """Return who answers for a step when nobody is named.

    Convention of this handbook: the superior of the first doer (for a unit, its head), else the
    owner of the document; None when neither is known.
    """
    doers = handbook.all_of(step.by)
    if doers:
        superior = superior_of(handbook, doers[0])
        if superior is not None:
            return superior
    owners = handbook.all_of(control_of(procedure).owner)
    return owners[0] if owners else None


def superior_of(handbook: Handbook, who: Definition) -> Definition | None:
    """Return a role's superior or a unit's head; None when not known."""
    if isinstance(who, Role):
        named = handbook.all_of(who.reports_to)
        if named:
            return named[0]
        others = [
            head
            for unit in handbook.all_of(who.unit)
            if isinstance(unit, Unit)
            for head in handbook.all_of(unit.head)
            if head is not who
        ]
        return others[0] if others else None
    if isinstance(who, Unit):
        heads = handbook.all_of(who.head)
        return heads[0] if heads else None
    return None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A step and the letters of each who has a part in it."""

    procedure: Procedure
    step: Step
    number: int
    letters: dict[Definition, tuple[Assignment, ...]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix of some procedures: columns in the order in which they first appear."""

    columns: tuple[Definition, ...]
    rows: tuple[MatrixRow, ...]


def matrix(handbook: Handbook, procedures: Iterable[Procedure]) -> Matrix:
    """Return the responsibility matrix of procedures, a row a step.

    Where nobody has a part in any of them there are no rows: there is nothing to say.
    """
    columns: dict[Definition, None] = {}
    rows: list[MatrixRow] = []
    for procedure in procedures:
        parts: dict[str, dict[Definition, list[Assignment]]] = {}
        for part in assignments(handbook, procedure):
            columns.setdefault(part.who)
            parts.setdefault(part.step.id, {}).setdefault(part.who, []).append(part)
        for number, step in enumerate(procedure.steps, 1):
            letters = {who: tuple(found) for who, found in parts.get(step.id, {}).items()}
            rows.append(MatrixRow(procedure, step, number, letters))
    return Matrix(tuple(columns), tuple(rows) if columns else ())


def those_with_parts(handbook: Handbook, among: Iterable[Definition]) -> Iterator[Procedure]:
    """Yield the procedures in which anybody has a part."""
    for each in among:
        if isinstance(each, Procedure) and any(True for _ in assignments(handbook, each)):
            yield each


_PARTS: WeakKeyDictionary[Handbook, dict[Definition, tuple[Assignment, ...]]] = WeakKeyDictionary()


def parts_by_person(handbook: Handbook) -> dict[Definition, tuple[Assignment, ...]]:
    """Return everything each role or unit does, answers for, is asked or told.

    Every role's page asks this, so it is worked out once for a handbook.
    """
    if handbook not in _PARTS:
        parts: dict[Definition, list[Assignment]] = {}
        for procedure in handbook.of(Procedure):
            for part in assignments(handbook, procedure):
                parts.setdefault(part.who, []).append(part)
        _PARTS[handbook] = {who: tuple(found) for who, found in parts.items()}
    return _PARTS[handbook]
