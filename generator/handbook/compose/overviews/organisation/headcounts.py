"""How many people units have, by what is written and by what their roles add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.kinds.unit.view import headcount, roles_of
from handbook.compose.setting.medium import Medium
from handbook.model.kinds import Unit


@dataclass(frozen=True, slots=True)
class HeadCount:
    """A unit: its name, level, posts, how many people it has, and what is special about it."""

    name: Markup
    level: int
    head: Markup
    posts: Markup
    count: str
    nature: str


def head_counts(units: Iterable[Unit], medium: Medium) -> list[HeadCount]:
    """Return the units as a list: the text alternative of the chart."""
    handbook, t = medium.handbook, medium.t
    shown = list(units)
    comma = t("list-comma")
    rows = []
    for unit in _in_order(shown, medium):
        posts = Markup(comma).join(
            Markup("{} {}").format(medium.setter.name(role), headcount(role.headcount, medium))
            if role.headcount is not None else medium.setter.name(role)
            for role in roles_of(unit, handbook)
        )  # fmt: skip
        nature = comma.join(t(key) for key in ("external", "planned") if getattr(unit, key))
        level = sum(above in shown for above in handbook.lineage(unit)) - 1
        count = headcount(unit.headcount, medium)
        rows.append(
            HeadCount(
                medium.setter.name(unit), level, medium.listed(unit.head), posts, count, nature
            )
        )
    return rows


def _in_order(units: list[Unit], medium: Medium) -> list[Unit]:
    """Return units so that each stands below the one it belongs to."""
    place = {unit: number for number, unit in enumerate(units)}

    def way(unit: Unit) -> list[int]:
        line = medium.handbook.lineage(unit)
        return [place[above] for above in reversed(line) if above in place]

    return sorted(units, key=way)
