"""Where a definition is used: the other ends of its links, gathered by kind."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.setting import addresses
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import KINDS, Definition, Procedure

# Every document names its owner and approver; on a role's page that is noise.
CONTROL_RELATIONS = ("owner", "approved_by")


@dataclass(frozen=True)
class Use:
    """One definition that uses another: its link, and the steps in which it does."""

    name: Markup
    steps: tuple[Markup, ...]


def used_by(definition: Definition, screen: Screen) -> list[tuple[str, list[Use]]]:
    """Return who uses a definition as (kind, uses), in the order of kinds."""
    places: dict[Definition, list[str]] = {}
    for link in screen.handbook.used_by(definition):
        if link.relation not in CONTROL_RELATIONS:
            parts = places.setdefault(link.source, [])
            if link.part and link.part not in parts:
                parts.append(link.part)
    return [
        (kind, [_use(source, parts, screen) for source, parts in places.items()
                if source.kind == kind])
        for kind in KINDS
        if any(source.kind == kind for source in places)
    ]  # fmt: skip


def _use(source: Definition, parts: list[str], screen: Screen) -> Use:
    if not isinstance(source, Procedure):
        return Use(screen.setter.name(source), ())
    page = addresses.relative(addresses.page_of(source) + ".html", screen.base)
    numbers = source.numbers
    steps = tuple(
        Markup('<a href="{}#{}">{}</a>').format(page, id, screen.t("step-n", number=numbers[id]))
        for id in sorted(parts, key=lambda id: numbers.get(id, 0))
        if id in numbers
    )
    return Use(screen.setter.name(source), steps)
