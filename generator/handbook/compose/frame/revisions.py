"""The revisions of a document, the newest first."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.setting.dates import date_in_words
from handbook.compose.setting.medium import Medium
from handbook.model.kinds import ControlledDocument, Definition


@dataclass(frozen=True, slots=True)
class Revision:
    """A row of the revision table."""

    version: str
    on: str
    what: Markup
    why: Markup


def revisions_of(definition: Definition, medium: Medium) -> tuple[Revision, ...]:
    """Return the revisions of a document; those of a day in the order of writing, last first."""
    if not isinstance(definition, ControlledDocument):
        return ()
    line = medium.setter_in(definition).line
    latest = datetime.date.max  # what is still to be dated counts as the newest
    oldest_first = sorted(
        definition.changes,
        key=lambda row: row.on if isinstance(row.on, datetime.date) else latest,
    )
    return tuple(
        Revision(
            str(row.version or ""),
            date_in_words(row.on, medium.t),
            line(row.what),
            line(row.why) if row.why else Markup(""),
        )
        for row in reversed(oldest_first)
    )
