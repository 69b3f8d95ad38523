"""Chains that must come to an end: units, superiors, members, successors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Role, Unit
from handbook.model.references import Reference
from handbook.problems import Problem, problem

D = TypeVar("D", bound=Definition)
Upward = Callable[[D], Iterable[Reference]]


def unit_cycles(handbook: Handbook) -> Iterator[Problem]:
    """No unit stands above itself."""
    return _told("unit-cycle", handbook, Unit, lambda unit: (unit.parent,) if unit.parent else ())


def reports_to_cycles(handbook: Handbook) -> Iterator[Problem]:
    """No role is its own superior, however far up."""
    return _told("reports-to-cycle", handbook, Role, lambda role: role.reports_to)


def members_cycles(handbook: Handbook) -> Iterator[Problem]:
    """No role stands for itself."""
    return _told("members-cycle", handbook, Role, lambda role: role.members)


def replaced_by_cycles(handbook: Handbook) -> Iterator[Problem]:
    """No definition is its own successor."""
    return _told(
        "replaced-by-cycle", handbook, Definition,
        lambda definition: (definition.replaced_by,) if definition.replaced_by else (),
    )  # fmt: skip


def _told(
    rule: str, handbook: Handbook, kind: type[D], upward: Upward[D]
) -> Iterator[Problem]:
    for cycle in _cycles(handbook, handbook.of(kind), kind, upward):
        ids = [str(reference.text) for _, reference in cycle]
        way = " → ".join((str(cycle[0][0].id), *ids))
        yield problem(rule, cycle[0][1].place, "break", way=way, id=cycle[0][0].id)


Way = list[tuple[Definition, Reference]]  # a definition and where it says what is above it


def _cycles(
    handbook: Handbook, definitions: Iterable[D], kind: type[D], upward: Upward[D]
) -> Iterator[Way]:
    """Yield each cycle once, from the member that stands first in the handbook.

    A walk in depth: whoever is met again while still on the way closes a cycle.
    """
    done: set[D] = set()
    for start in definitions:
        if start in done:
            continue
        way: Way = []
        on_the_way: dict[D, int] = {start: 0}
        branches = [(start, iter(upward(start)))]
        while branches:
            definition, ahead = branches[-1]
            reference = next(ahead, None)
            if reference is None:
                branches.pop()
                on_the_way.pop(definition)
                done.add(definition)
                if way:
                    way.pop()
                continue
            above = handbook.find(reference)
            if not isinstance(above, kind):
                continue
            if above in on_the_way:
                yield [*way[on_the_way[above] :], (definition, reference)]
            elif above not in done:
                way.append((definition, reference))
                on_the_way[above] = len(way)
                branches.append((above, iter(upward(above))))
