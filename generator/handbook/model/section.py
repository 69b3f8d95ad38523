"""Sections: service lines, branches and shops, nested as the folders are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from handbook.model.durations import Length
from handbook.model.hours import Hours
from handbook.model.part import Part
from handbook.model.references import Scope, Who
from handbook.model.values import Date, Line, Number, OneOf, Prose, Proses, Some, Word, is_open

CONTROL_KEYS = ("code", "version", "effective", "owner", "approved_by", "review_every")
ControlKey = Annotated[str, OneOf(CONTROL_KEYS)]


class Defaults(Part):
    """What the definitions of a section have where they do not say otherwise."""

    owner: Who = ()
    approved_by: Who = ()
    version: Word | None = None
    effective: Date | None = None
    reviewed: Date | None = None
    review_every: Length | None = None
    audience: Word | None = None


class SectionSheet(Part):
    """What a section.yml says."""

    title: Word
    summary: Prose | None = None
    order: Number | None = None
    source: Line | None = None
    hours: Hours | None = None
    defaults: Defaults | None = None
    requires: Some[ControlKey] = ()
    open: Proses = ()
    note: Line | None = None


@dataclass(frozen=True, eq=False)
class Section:
    """A section in its place: `path` is () for the organisation itself."""

    path: Scope
    title: str
    parent: Section | None
    sheet: SectionSheet | None
    sheet_is_whole: bool = True  # all that its section.yml says was understood

    @property
    def address(self) -> str:
        """The folders below content/, joined by slashes."""
        return "/".join(self.path)

    @property
    def lineage(self) -> tuple[Section, ...]:
        """This section, then each one around it, up to the organisation."""
        return (self, *(self.parent.lineage if self.parent else ()))

    def default(self, key: str) -> Any:
        """Return the nearest default for `key` from here outwards, or None."""
        for section in self.lineage:
            defaults = section.sheet and section.sheet.defaults
            if defaults and getattr(defaults, key, None):
                return getattr(defaults, key)
        return None

    @property
    def requires(self) -> tuple[str, ...]:
        """The control fields that every active document here must have."""
        asked = (section.sheet.requires for section in self.lineage if section.sheet)
        return tuple(
            dict.fromkeys(str(key) for keys in asked for key in keys if not is_open(key))
        )

    @property
    def rank(self) -> tuple[float, str]:
        """Where it stands among its neighbours."""
        order = self.sheet.order if self.sheet else None
        return (order if isinstance(order, int | float) else 1e9, self.address)
