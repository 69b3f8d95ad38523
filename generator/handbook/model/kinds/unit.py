"""Units: the parts an organisation is made of."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.kinds.definition import Definition
from handbook.model.part import Part
from handbook.model.references import UnitRef, Who
from handbook.model.values import Clock, Count, Line, Prose, Proses, Some, YesNo


class Shift(Part):
    """A shift of a unit: its days and hours."""

    shorthand: ClassVar = "title"
    title: Line | None = None
    days: Line | None = None
    from_: Clock | None = Field(None, alias="from")
    to: Clock | None = None
    note: Line | None = None


class Unit(Definition):
    """A department, group, shop or team; or a partner outside the organisation."""

    kind = "unit"
    folder = "units"
    order = 60
    sheets = ()
    registered = False
    instead_of_summary = "function"
    concerns = ()
    weight = 1
    ways = None
    parent: UnitRef | None = None
    head: Who = ()
    headcount: Count | None = None
    function: Prose | None = None
    duties: Proses = ()
    shifts: Some[Shift] = ()
    external: YesNo = False
    planned: YesNo = False
