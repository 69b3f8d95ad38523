"""Roles: the posts people hold."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from handbook.model.hours import Hours
from handbook.model.kinds.definition import ControlledDocument
from handbook.model.part import Part
from handbook.model.references import Kpis, RoleRefs, UnitRefs, Who
from handbook.model.values import Count, Line, Proses


class Contact(Part):
    """How to reach whoever holds a role."""

    shorthand: ClassVar = "phone"
    phone: Line | None = None
    mail: Line | None = None
    hours: Hours | None = None
    place_: Line | None = Field(None, alias="place")  # `place` is where a part is written


class Role(ControlledDocument):
    """A post: where it belongs, what it does, decides and answers for."""

    kind = "role"
    folder = "roles"
    order = 50
    sheets = ("role",)
    registered = False  # people are no papers
    instead_of_summary = None
    concerns = ()
    weight = 1.2
    ways = None
    unit: UnitRefs = ()
    headcount: Count | None = None
    reports_to: Who = ()
    deputies: Who = ()
    also: RoleRefs = ()
    members: Who = ()
    duties: Proses = ()
    authority: Proses = ()
    not_for: Proses = ()
    answers_for: Proses = ()
    requirements: Proses = ()
    kpis: Kpis = ()
    entitlements: Proses = ()
    contact: Contact | None = None
