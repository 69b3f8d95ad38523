"""A procedure on its desk card: what to do and say, on one side, with nothing to tick."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from handbook.compose.typeset import bare_words
from handbook.compose.views.procedure import ProcedureView, StepView
from handbook.compose.views.procedure_sheet import ProcedureSheet
from handbook.compose.views.script import Opening, opening_of

# Sizes of text in points, the largest first, that a card may have: it takes the first that fits.
SIZES = (15.0, 13.5, 12.0)
LINE = 1.42  # heights of a line in sizes
COLUMN = (235.0, 268.0)  # points: the width of a line in one of the two columns, and its height
FILLED = 0.9  # how much of the columns an estimate may fill: no line is cut where we think it is


@dataclass(frozen=True)
class CardItem:
    """One thing to do, or to confirm at a pause."""

    step: StepView
    do: Markup
    facts: Markup  # who and within which time
    caution: Markup
    confirm: tuple[Markup, ...]  # what must be true; on cards to confirm by
    say: tuple[Opening, ...]
    never: tuple[Markup, ...]

    @property
    def number(self) -> int:
        return self.step.number

    @property
    def is_critical(self) -> bool:
        return self.step.is_critical


@dataclass(frozen=True)
class Pause:
    """A phase on the card: where work stops to be read through or confirmed."""

    title: str
    items: tuple[CardItem, ...]


class DeskCard(ProcedureSheet):
    """What the template of the card asks."""

    def __init__(self, view: ProcedureView) -> None:
        super().__init__(view)
        self.is_confirmed = str(self.procedure.mode) == "do-confirm"

    @cached_property
    def pauses(self) -> tuple[Pause, ...]:
        """The phases with what is done in each; to confirm by, the critical steps alone.

        Where no step is critical, all are shown: an empty card helps nobody.
        """
        only_critical = self.is_confirmed and any(step.is_critical for step in self._view.steps)
        pauses = []
        for phase in self.phases:
            steps = phase.critical_steps if only_critical else phase.steps
            if steps:
                pauses.append(Pause(str(phase.title or ""), tuple(map(self._item, steps))))
        return tuple(pauses)

    @property
    def completion(self) -> Markup:
        """What is said aloud when all is done."""
        return escape(self.medium.t("card-completed", title=self.procedure.title))

    @property
    def promise(self) -> Markup:
        return self._view.promise

    @cached_property
    def size(self) -> float:
        """The size of its text in points: the largest of SIZES in which it should fit."""
        for size in SIZES:
            widths, height = COLUMN[0] / size, COLUMN[1] / (size * LINE)
            if self._lines(widths) <= 2 * height * FILLED:
                return size
        return SIZES[-1]

    def _item(self, step: StepView) -> CardItem:
        setter, t = self.medium.setter, self.medium.t
        who = Markup(t("list-comma")).join(step.by)
        limit = Markup('<strong class="limit">{}</strong>').format(step.limit)
        facts = [part for part in (who, limit if step.limit else "") if part]
        checks = step.step.checks if self.is_confirmed else ()
        return CardItem(
            step=step,
            do=setter.line(step.step.do),
            facts=Markup(" ").join(facts),
            caution=setter.line(step.step.caution),
            confirm=tuple(setter.line(check.text) for check in checks),
            say=tuple(
                opening for each in step.scripts if (opening := opening_of(each, self.medium)).words
            ),
            never=tuple(setter.line(word) for word in step.never),
        )

    def _lines(self, width: float) -> float:
        """Estimate how many lines all items take; `width` is told in characters."""
        lines = 0.0
        for pause in self.pauses:
            lines += 1.9 if pause.title else 0
            for item in pause.items:
                lines += 0.6 + sum(_lines_of(text, width) for text in self._texts(item))
                lines += sum(0.6 + _lines_of(each.words, width - 2) for each in item.say)
        return lines

    def _texts(self, item: CardItem) -> Iterator[Markup | str]:
        mark = Markup("▲关键 ") if item.is_critical else Markup("")
        yield mark + item.do
        yield item.facts
        yield from item.confirm
        if item.caution:
            yield Markup("注意 ") + item.caution
        if item.never:
            yield Markup("不说：") + Markup("、").join(item.never)
        for turn in self.turns(item.step):
            yield (turn.when or Markup("否则")) + Markup(" → ") + turn.target


def _lines_of(html: Markup | str, width: float) -> int:
    """Return how many lines words take; a Latin letter is half as wide as a Chinese one."""
    widths = sum(1 if letter >= "\u2e80" else 0.55 for letter in bare_words(html))
    return math.ceil(widths / width)
