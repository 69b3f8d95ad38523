"""Roles and units as pages show them: where they stand, and who belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.setting.medium import Medium
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Role, Unit


@dataclass(frozen=True)
class Post:
    """A role within a unit, with the number of people who hold it."""

    name: Markup
    headcount: str
    summary: Markup


class UnitView:
    """What the templates ask about a unit."""

    def __init__(self, unit: Unit, medium: Medium) -> None:
        self.unit = unit
        self.medium = medium

    @property
    def subunits(self) -> tuple[Markup, ...]:
        """The units directly below it."""
        handbook = self.medium.handbook
        return tuple(
            self.medium.setter.name(unit)
            for unit in handbook.of(Unit)
            if unit.parent is not None and handbook.find(unit.parent) is self.unit
        )

    @property
    def posts(self) -> tuple[Post, ...]:
        """The roles that belong to it."""
        return tuple(
            Post(
                self.medium.setter.name(role),
                headcount(role.headcount, self.medium),
                self.medium.setter.within(role.section.path).line(role.summary),
            )
            for role in roles_of(self.unit, self.medium.handbook)
        )

    @property
    def shifts(self) -> tuple[tuple[Markup, Markup, str], ...]:
        """Its shifts as (title, days, hours)."""
        plain = self.medium.setter.plain
        return tuple(
            (plain(shift.title), plain(shift.days), _hours(shift.from_, shift.to))
            for shift in self.unit.shifts
        )


def units_of(definitions: Iterable[Definition]) -> tuple[Unit, ...]:
    """Return the units among definitions that are not retired."""
    return tuple(u for u in definitions if isinstance(u, Unit) and not u.is_retired)


def units_above(own: Iterable[Unit], handbook: Handbook) -> tuple[Unit, ...]:
    """Return the other units that some belong to, the highest first."""
    own = tuple(own)
    found: dict[Unit, None] = {}
    for unit in own:
        for above in reversed(handbook.lineage(unit)):
            if above not in own:
                found[above] = None
    return tuple(found)


def roles_of(unit: Unit, handbook: Handbook) -> tuple[Role, ...]:
    """Return the roles of a unit that are not retired."""
    return tuple(
        role
        for role in handbook.of(Role)
        if not role.is_retired and unit in handbook.all_of(role.unit)
    )


def headcount(count: object, medium: Medium) -> str:
    """Say how many people hold a post: 2 人; an open point as written."""
    if count is None:
        return ""
    return medium.t("people", number=count) if isinstance(count, int) else str(count)


def _hours(start: str | None, end: str | None) -> str:
    return "–".join(str(each) for each in (start, end) if each)
