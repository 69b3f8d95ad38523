"""As of which day something tells that gathers definitions: a register, an overview."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from handbook.model.control import control_of
from handbook.model.kinds import ControlledDocument, Definition


def as_of(
    kinds: tuple[type[Definition], ...], among: Iterable[Definition]
) -> datetime.date | None:
    """Return the newest day on which anything of some kinds came into force or was reviewed.

    Drafts are not in force yet, and what is retired no longer is. None where no day is known.
    """
    days = (
        control_of(each).last_look
        for each in among
        if isinstance(each, ControlledDocument) and isinstance(each, kinds) and each.is_live
    )
    return max((day for day in days if day is not None), default=None)
