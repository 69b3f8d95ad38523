"""The control block: what says whether a sheet or page is the valid one."""

from __future__ import annotations

import datetime

from markupsafe import Markup, escape

from handbook.compose.frame.revisions import Revision, revisions_of
from handbook.compose.setting.dates import date_in_words
from handbook.compose.setting.lengths import length_in_words
from handbook.compose.setting.medium import Medium
from handbook.model.control import control_of
from handbook.model.kinds import ControlledDocument, Definition


class ControlView:
    """The rows of a control block, and the short forms that heads and feet use."""

    def __init__(self, definition: Definition, medium: Medium) -> None:
        self.definition = definition
        self.medium = medium
        self._control = None
        if isinstance(definition, ControlledDocument):
            self._control = control_of(definition)

    @property
    def code(self) -> str:
        return str(getattr(self.definition, "code", None) or "")

    @property
    def version(self) -> str:
        return str(self._control.version or "") if self._control else ""

    @property
    def edition(self) -> str:
        return self.medium.handbook.edition(self.definition)

    @property
    def effective(self) -> str:
        return date_in_words(self._control.effective, self.medium.t) if self._control else ""

    @property
    def reviewed(self) -> str:
        return date_in_words(self._control.reviewed, self.medium.t) if self._control else ""

    @property
    def days(self) -> dict[str, str]:
        """The days by which a reader's own tells whether it is in force, also in words."""
        if self._control is None or not self.definition.is_live:
            return {}
        dates = {"effective": self._control.effective, "review": self._control.next_review}
        found = {key: day for key, day in dates.items() if isinstance(day, datetime.date)}
        told = {f"{key}-told": date_in_words(day, self.medium.t) for key, day in found.items()}
        return {key: day.isoformat() for key, day in found.items()} | told

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """What changed from version to version, the newest first."""
        return revisions_of(self.definition, self.medium)

    @property
    def owner(self) -> Markup:
        return self.medium.listed(self._control.owner) if self._control else Markup("")

    @property
    def approved_by(self) -> Markup:
        return self.medium.listed(self._control.approved_by) if self._control else Markup("")

    @property
    def next_review(self) -> str:
        return date_in_words(self._control.next_review, self.medium.t) if self._control else ""

    @property
    def review_every(self) -> str:
        every = self._control.review_every if self._control else None
        return length_in_words(every, self.medium.t) if every else ""

    @property
    def status(self) -> str:
        """The word for a draft or retired definition; empty for an active one."""
        definition = self.definition
        return "" if definition.is_live else self.medium.t(f"status-{definition.status}")

    @property
    def stamp(self) -> str:
        """The word printed across a sheet that must not be used."""
        definition = self.definition
        return "" if definition.is_live else self.medium.t(f"stamp-{definition.status}")

    @property
    def fate(self) -> Markup | str:
        """That it must not be used, and what is used instead; empty for an active one."""
        if self.definition.is_live:
            return ""
        banner = f"banner-{self.definition.status}"
        successor = self.medium.handbook.successor(self.definition)
        if successor is None:
            return self.medium.t(banner)
        return self.medium.t(f"{banner}-instead", title=self.medium.setter.name(successor))

    @property
    def rows(self) -> list[tuple[str, Markup]]:
        """The block as (label, value), without what is not known."""
        t = self.medium.t
        rows = [
            (t("code"), escape(self.code)),
            (t("version"), escape(self.version)),
            (t("edition"), escape(self.edition)),
            (t("effective"), escape(self.effective)),
            (t("reviewed"), escape(self.reviewed)),
            (t("owner"), self.owner),
            (t("approved-by"), self.approved_by),
            (t("next-review"), escape(self.next_review)),
        ]
        return [(label, value) for label, value in rows if value]
