"""The headcount of units against that of the roles in them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from handbook.model.handbook import Handbook
from handbook.model.kinds import Role, Unit
from handbook.model.references import Reference
from handbook.problems import Problem, problem


@dataclass
class Count:
    """How many people, at least and at most, and what was added up to find it."""

    low: float = 0
    high: float = 0
    terms: list[str] = field(default_factory=list)
    taken_off: float = 0

    @property
    def way(self) -> str:
        """What was added up, as a sum."""
        return " + ".join(self.terms) + (f" − {self.taken_off:g}" if self.taken_off else "")

    def add(self, low: float, high: float, name: str) -> None:
        """Count some people more."""
        self.low += low
        self.high += high
        if low:
            self.terms.append(f"{name} {low:g}")


def wrong_headcounts(handbook: Handbook) -> Iterator[Problem]:
    """The headcount of a unit can be made up of its roles and of the units below it.

    What is certain is added up, and only what cannot be is reported:
    - a role counts in its unit; a unit below with a headcount of its own counts with that, another
      one with its roles. Retired ones, outside partners and `members` roles count nothing; a role
      or unit without headcount, a draft, a planned unit may be any number up to what is written.
    - a role in several units may be anywhere among them, so in each it is none to all of it.
    - two roles that one person holds (`also`) count once: the smaller one is taken off.
    More people than the headcount is always a contradiction; fewer only where every number is
    known and no unit below is without roles. Nothing is judged while a role or unit could not be
    understood.
    """
    if not _everyone_is_known(handbook):
        return
    staffed = _Staff(handbook)
    for unit in handbook.whole(Unit):
        if not isinstance(unit.headcount, int) or unit.is_retired:
            continue
        count = staffed.count(unit)
        if count.low <= unit.headcount <= count.high:
            continue
        yield problem(
            "wrong-headcount", unit.place_of("headcount"),
            "more" if unit.headcount < count.low else "fewer",
            title=unit.title, headcount=unit.headcount, way=count.way,
            sum=f"{count.low:g}",
        )  # fmt: skip


def _everyone_is_known(handbook: Handbook) -> bool:
    if handbook.unreadable or not handbook.nothing_lost:
        return False
    people: tuple[Role | Unit, ...] = (*handbook.of(Role), *handbook.of(Unit))
    references = (
        reference
        for one in people
        for reference in _above(one)
        if reference is not None
    )
    return all(each.address not in handbook.damaged for each in people) and all(
        each.is_open or handbook.find(each) for each in references
    )


def _above(one: Role | Unit) -> tuple[Reference | None, ...]:
    return (*one.unit, *one.also, *one.members) if isinstance(one, Role) else (one.parent,)


class _Staff:
    """The roles and units of a handbook by the unit they belong to."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.roles: dict[Unit, list[Role]] = defaultdict(list)
        self.below: dict[Unit, list[Unit]] = defaultdict(list)
        self.units_of: dict[Role, tuple[Unit, ...]] = {}
        for role in handbook.current(Role):
            self.units_of[role] = handbook.all_of(role.unit, Unit)
            for unit in dict.fromkeys(self.units_of[role]):
                self.roles[unit].append(role)
        for unit in handbook.current(Unit):
            parent = handbook.find(unit.parent, Unit) if unit.parent else None
            if parent is not None:
                self.below[parent].append(unit)
        self.doubles = tuple(self._doubles())

    def count(self, unit: Unit) -> Count:
        """Count the people of a unit by its roles and the units below, not by its own headcount."""
        count = Count()
        roles: dict[Role, None] = {}
        units, ahead = {unit}, [unit]
        while ahead:
            at = ahead.pop()
            roles |= dict.fromkeys(self.roles[at])
            for below in self.below[at]:
                if below in units:
                    continue
                units.add(below)
                if not self._count_as_a_whole(below, count):
                    ahead.append(below)
            if not self.roles[at] and not self.below[at]:
                count.high = math.inf
        for role in roles:
            self._count_role(role, units, count)
        self._take_off_doubles(roles, count)
        return count

    def _count_as_a_whole(self, unit: Unit, count: Count) -> bool:
        """Count a unit below by its own headcount; tell whether that settles it."""
        if unit.external:
            return True
        people = unit.headcount if isinstance(unit.headcount, int) else None
        if unit.planned or not unit.is_live:
            count.add(0, math.inf if people is None else people, str(unit.title))
            return True
        if people is not None:
            count.add(people, people, str(unit.title))
        return people is not None

    def _count_role(self, role: Role, units: set[Unit], count: Count) -> None:
        if role.members:
            return
        if not isinstance(role.headcount, int):
            count.high = math.inf
            return
        somewhere_else = any(unit not in units for unit in self.units_of[role])
        certain = role.is_live and not somewhere_else
        count.add(role.headcount if certain else 0, role.headcount, str(role.title))

    def _doubles(self) -> Iterator[tuple[Role, Role, int]]:
        """Yield the pairs of roles that the same person holds, and how many people that is.

        Roles tied by `also` form groups; every role of a group is tied to it by one pair.
        """
        group = {role: role for role in self.units_of}

        def first_of(role: Role) -> Role:
            while group[role] is not role:
                role = group[role]
            return role

        for role in self.units_of:
            for other in self.handbook.all_of(role.also, Role):
                if other in group and first_of(role) is not first_of(other):
                    group[first_of(other)] = first_of(role)
                    if isinstance(role.headcount, int) and isinstance(other.headcount, int):
                        yield role, other, min(role.headcount, other.headcount)

    def _take_off_doubles(self, roles: Collection[Role], count: Count) -> None:
        """Count once who was counted in two roles; perhaps not here at all, if one is elsewhere."""
        for role, other, people in self.doubles:
            if role in roles and other in roles:
                count.low -= people
                count.high -= people
                count.taken_off += people
            elif role in roles or other in roles:
                count.low -= people
