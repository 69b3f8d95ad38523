"""A standard as pages show it: its figure, and which side of the figure is right."""

from __future__ import annotations

from markupsafe import Markup, escape

from handbook.compose.lengths import length_in_words
from handbook.compose.medium import Medium
from handbook.model.kinds import Standard
from handbook.model.values import is_open


class StandardView:
    """What the templates ask about a standard."""

    def __init__(self, standard: Standard, medium: Medium) -> None:
        self.standard = standard
        self.medium = medium

    @property
    def sense(self) -> str:
        """Which side of the figure is right, in words: 不超过, at least."""
        sense = self.standard.sense
        if sense is None or is_open(sense):
            return str(sense or "")
        return self.medium.t(f"sense-{sense}")

    @property
    def value(self) -> Markup:
        """The figure, spaced for reading; what it links to stays a link."""
        value = self.standard.value
        if value is None:
            return Markup("")
        plain = self.medium.setter.plain(value)
        return plain if "<" in plain else escape(length_in_words(value, self.medium.t))

    @property
    def per(self) -> str:
        per = self.standard.per
        return self.medium.t("per", unit=per) if per else ""

    @property
    def in_words(self) -> Markup:
        """The whole in one line: 不超过 20 秒."""
        parts = (escape(self.per), escape(self.sense), self.value)
        return Markup(" ").join(part for part in parts if part)
