"""As of which day a register tells."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from handbook.model.control import control_of
from handbook.model.kinds import (
    KINDS,
    ControlledDocument,
    Definition,
    Form,
    Procedure,
    Role,
    Standard,
    Term,
    Unit,
)
from handbook.model.kinds.record import schedules_of

SCHEDULED = tuple(kind for kind in KINDS.values() if schedules_of(kind))
# What each register or overview gathers, by its name.
GATHERED: dict[str, tuple[type[Definition], ...]] = {
    "organisation": (Unit, Role),
    "responsibilities": (Procedure,),
    "limits": (Procedure,),
    "calendar": SCHEDULED,
    "month": SCHEDULED,
    "year": SCHEDULED,
    "dates": (Procedure,),
    "documents": tuple(kind for kind in KINDS.values() if kind.registered),
    "forms": (Form,),
    "records": (Procedure, Form),
    "standards": (Standard,),
    "glossary": (Term,),
    "open": (Definition,),
}


def as_of(register: str, among: Iterable[Definition]) -> datetime.date | None:
    """Return the newest day on which anything a register gathers came into force or was reviewed.

    Drafts are not in force yet, and what is retired no longer is. None where no day is known.
    """
    days = (
        control_of(each).last_look
        for each in among
        if isinstance(each, ControlledDocument)
        and isinstance(each, GATHERED[register])
        and each.is_live
    )
    return max((day for day in days if day is not None), default=None)
