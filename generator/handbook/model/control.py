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
    owner: tuple[Reference, ...]
    approved_by: tuple[Reference, ...]
    review_every: Duration | Text | None

    @property
    def next_review(self) -> datetime.date | None:
        """The day by which it should be looked at again, or None when that is not settled."""
        if isinstance(self.effective, datetime.date) and isinstance(self.review_every, Duration):
            return later(self.effective, self.review_every)
        return None


def control_of(document: ControlledDocument) -> Control:
    """Return a document's control block."""

    def own_or_default(key: str) -> Any:
        written = getattr(document, key)
        if written is None or written == ():
            default = document.section.default(key)
            return written if default is None else default
        return written

    return Control(
        code=document.code,
        version=own_or_default("version"),
        effective=own_or_default("effective"),
        owner=own_or_default("owner"),
        approved_by=own_or_default("approved_by"),
        review_every=own_or_default("review_every"),
    )
