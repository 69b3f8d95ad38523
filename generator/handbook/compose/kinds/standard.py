"""A standard as pages show it: its figure, and which side of the figure is right."""

from __future__ import annotations

from markupsafe import Markup, escape

from handbook.compose.kinds.record import Rows, Shown, no_files
from handbook.compose.setting.medium import Medium, Screen
from handbook.model.kinds import Standard
from handbook.model.values import is_open


class StandardView:
    """What the templates ask about a standard."""

    def __init__(self, standard: Standard, medium: Medium) -> None:
        self.standard = standard
        self.medium = medium
        self._times = medium.times_in(standard)

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
        return self._times.length(self.standard.value)

    @property
    def per(self) -> Markup:
        per = self._times.setter.plain(self.standard.per)
        return escape(self.medium.t("per", unit=per)) if per else per

    @property
    def in_words(self) -> Markup:
        """The whole in one line: 不超过 20 秒."""
        parts = {"per": self.per, "sense": escape(self.sense), "value": self.value}
        order = self.medium.t("standard-order").split()
        return Markup(" ").join(parts[name] for name in order if parts[name])

    @property
    def in_full(self) -> Markup:
        """The whole with its levels and its exception, in one line."""
        t, setter = self.medium.t, self._times.setter
        parts = [self.in_words] if self.value else []
        for level in self.standard.levels:
            value = self._times.length(level.value)
            parts.append(Markup("{} {}").format(setter.line(level.when), value))
        if self.standard.except_:
            parts.append(Markup("{} {}").format(t("except"), setter.line(self.standard.except_)))
        return Markup(t("semicolon")).join(parts)


def _facts(standard: Standard, screen: Screen) -> Rows:
    yield "except", screen.setter.line(standard.except_)
    yield "applies-to", screen.listed(standard.applies_to)
    yield "measured-by", screen.setter.line(standard.measured_by)
    yield "frequency", screen.setter.plain(standard.frequency)


def _fact(standard: Standard, medium: Medium) -> Markup:
    return StandardView(standard, medium).in_full


def _body(standard: Standard, screen: Screen) -> dict[str, object]:
    return {"view": StandardView(standard, screen)}


SHOWN = Shown(
    kind=Standard,
    facts=_facts,
    fact=_fact,
    body=_body,
    files=no_files,
    scripts=(),
    sheets={},
    book="line",
    book_place=60,
    book_view=None,
)
