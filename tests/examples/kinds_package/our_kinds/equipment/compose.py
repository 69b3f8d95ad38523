"""Equipment as pages and sheets show it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from handbook.compose.kinds.record import Rows, Shown, no_files, several
from handbook.compose.setting.dates import date_in_words
from handbook.compose.setting.medium import Medium, Screen
from our_kinds.equipment.model import Equipment, Service


class EquipmentView:
    """What the templates of equipment ask."""

    def __init__(self, equipment: Equipment, medium: Medium) -> None:
        self.equipment = equipment
        self.medium = medium

    @property
    def facts(self) -> list[tuple[str, Markup]]:
        """The first rows of its sheet."""
        rows = _facts(self.equipment, self.medium)
        return [(self.medium.t(key), value) for key, value in rows if value]

    def line_of(self, service: Service) -> Markup:
        """Who does a service, how often, and on which form it is noted."""
        medium = self.medium
        rules = (medium.times.begun(medium.times.schedule(each)) for each in service.schedule)
        said = (medium.listed(service.by), *rules, medium.listed(service.fill))
        return Markup(" · ").join(each for each in said if each)


def _facts(equipment: Equipment, medium: Medium) -> Rows:
    yield "purpose", medium.setter.line(equipment.purpose)
    yield "where", medium.setter.plain(equipment.where)
    yield "keeper", medium.listed(equipment.keeper)
    yield "equipment-bought", escape(date_in_words(equipment.bought, medium.t))
    times = medium.times
    yield "schedule", several(times.begun(times.schedule(each)) for each in equipment.schedule)


def _fact(equipment: Equipment, medium: Medium) -> Markup:
    return medium.setter_in(equipment).plain(equipment.where)


def _body(equipment: Equipment, screen: Screen) -> dict[str, Any]:
    return {"view": EquipmentView(equipment, screen)}


SHOWN = Shown(
    kind=Equipment,
    facts=_facts,
    fact=_fact,
    body=_body,
    files=no_files,
    scripts=(),
    sheets={"equipment": EquipmentView},
    book="line",
    book_place=55,
    book_view=None,
)
