"""Equipment as editors write it."""

from __future__ import annotations

from handbook.model.kinds import ControlledDocument
from handbook.model.part import Part
from handbook.model.references import AnyRefs, FormRefs, Who
from handbook.model.schedules import Schedule
from handbook.model.values import Date, Id, Line, Prose, Some


class Service(Part):
    """What is done to keep it working, by whom and how often."""

    id: Id
    do: Prose
    by: Who = ()
    schedule: Some[Schedule] = ()
    fill: FormRefs = ()
    note: Line | None = None


class Equipment(ControlledDocument):
    """A machine or tool that people work with."""

    kind = "equipment"
    folder = "equipment"
    order = 45
    sheets = ("equipment",)
    registered = True
    instead_of_summary = "purpose"
    concerns = ("keeper", "services.by")
    weight = 1.1
    ways = None
    purpose: Prose | None = None
    where: Line | None = None
    keeper: Who = ()
    bought: Date | None = None
    schedule: Some[Schedule] = ()
    services: Some[Service] = ()
    related: AnyRefs = ()
