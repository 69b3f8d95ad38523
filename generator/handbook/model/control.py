"""Document control: what a controlled document says of itself, section defaults included."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from handbook.model.durations import Duration, later
from handbook.model.kinds import ControlledDocument
from handbook.model.references import Reference
from handbook.read.nodes import Text


@dataclass(frozen=True, slots=True)
class Control:
    """The control block of a document; None or () where nothing is known, 待定 as text."""

    code: Text | None
    version: Text | None
    effective: datetime.date | Text | None
    reviewed: datetime.date | Text | None
    owner: tuple[Reference, ...]
    approved_by: tuple[Reference, ...]
    review_every: Duration | Text | None
    next_review: datetime.date | None  # None when that is not settled, and when it is retired

    @property
    def last_look(self) -> datetime.date | None:
        """The newest day on which it came into force or was reviewed."""
        return _newest(self.effective, self.reviewed)


def control_of(document: ControlledDocument) -> Control:
    """Return a document's control block."""

    def own_or_default(key: str) -> Any:
        written = getattr(document, key)
        if written is None or written == ():
            default = document.section.default(key)
            return written if default is None else default
        return written

    effective, reviewed = own_or_default("effective"), own_or_default("reviewed")
    every = own_or_default("review_every")
    counts_from = None if document.is_retired else _newest(effective, reviewed)
    is_settled = isinstance(every, Duration)
    return Control(
        code=document.code,
        version=own_or_default("version"),
        effective=effective,
        reviewed=reviewed,
        owner=own_or_default("owner"),
        approved_by=own_or_default("approved_by"),
        review_every=every,
        next_review=later(counts_from, every) if counts_from and is_settled else None,
    )


def _newest(*days: datetime.date | Text | None) -> datetime.date | None:
    return max((day for day in days if isinstance(day, datetime.date)), default=None)
