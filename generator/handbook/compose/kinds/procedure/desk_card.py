"""A procedure on its desk card: what to do and say, on one side, with nothing to tick."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from markupsafe import Markup, escape

from handbook.compose.frame.sheet import is_long
from handbook.compose.kinds.procedure.sheet import ProcedureSheet
from handbook.compose.kinds.procedure.view import ProcedureView, ShownPart, StepView
from handbook.compose.setting.plain_words import bare
from handbook.paper.measures import (
    BAND,
    BELOW_BAND,
    BETWEEN_COLUMNS,
    CARD_LEADING,
    CARDS,
    INDENT,
    PAPERS,
    POINTS,
    SMALLEST_ON_CARD,
    text_width,
)

CARD = CARDS["card"]
# How a card may be set: columns, and points of its text. It takes the first in which it should fit.
SETTINGS = ((1, 18.0), (2, 15.0), (2, 13.5), (2, SMALLEST_ON_CARD))
HEIGHT = (PAPERS["A5"][0] - CARD.first - CARD.bottom - BAND - BELOW_BAND) * POINTS  # of a column
SOURCES = 11.0  # points that the line below the work takes
TURN = Markup('{} <span aria-hidden="true">→</span> <strong class="branch__go">{}</strong>')
FILLED = 0.9  # how much of the columns an estimate may fill: no line is cut where we think it is


@dataclass(frozen=True)
class CardLine:
    """A line below an action: what sort of line it is, its label, if any, and its words."""

    part: str
    label: str
    text: Markup


@dataclass(frozen=True)
class CardItem:
    """One thing to do, or to confirm at a pause."""

    step: StepView
    do: Markup
    facts: Markup  # who and within which time
    lines: tuple[CardLine, ...]

    @property
    def number(self) -> int:
        return self.step.number

    @property
    def is_critical(self) -> bool:
        return self.step.is_critical


@dataclass(frozen=True)
class Pause:
    """A phase on the card: where work stops to be read through or confirmed."""

    title: Markup
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
        pauses: list[Pause] = []
        said: set[str] = set()
        for phase in self.phases:
            steps = phase.critical_steps if only_critical else phase.steps
            if steps:
                items = tuple(self._item(step, said) for step in steps)
                pauses.append(Pause(phase.title or Markup(""), items))
        return tuple(pauses)

    @property
    def completion(self) -> Markup:
        """What is said aloud when all is done; a long title would not be said."""
        if is_long(str(self.procedure.title)):
            return escape(self.medium.t("card-completed-short"))
        return escape(self.medium.t("card-completed", title=self.procedure.title))

    @property
    def promise(self) -> Markup:
        return self._view.promise

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Of which scripts the words are, and of which edition.

        A script may change while the procedure, and so its own edition, stays as it is.
        """
        shown = {
            line.text
            for pause in self.pauses
            for item in pause.items
            for line in item.lines
            if line.part == "say"
        }
        openings = (opening for step in self._view.steps for opening in step.openings)
        found = {
            f"{opening.code or bare(opening.name)} {opening.edition}": None
            for opening in openings
            if opening.words in shown
        }
        return tuple(found)

    @cached_property
    def setting(self) -> tuple[int, float]:
        """Its columns and the size of its text: the largest in which it should fit."""
        for columns, size in SETTINGS:
            height = HEIGHT - SOURCES * bool(self.sources)
            room = columns * FILLED * height / (size * CARD_LEADING)
            if self._lines(line_width(columns, size) / size) <= room:
                return columns, size
        return SETTINGS[-1]

    @cached_property
    def doer(self) -> Markup:
        """Who does all of it; nothing where several have a part, who then stand at their steps."""
        names = {self._who(step) for step in self._view.steps}
        return names.pop() if len(names) == 1 else Markup("")

    def _who(self, step: StepView) -> Markup:
        return Markup(self.medium.t("list-comma")).join(step.by)

    def _item(self, step: StepView, said: set[str]) -> CardItem:
        """Return a step as the card shows it; what has been `said` above is not repeated."""
        who = "" if self.doer else self._who(step)
        limit = Markup('<strong class="limit">{}</strong>').format(step.limit)
        facts = [part for part in (who, limit if step.limit else "") if part]
        lines = [
            CardLine(shown.part.name, shown.label if shown.manner == "line" else "", text)
            for shown in step.parts("card")
            for text in self._words(step, shown, said)
            if text
        ]
        said |= {line.text for line in lines if line.part == "say"}
        return CardItem(
            step=step,
            do=self.medium.setter.line(step.step.do),
            facts=Markup(" ").join(facts),
            lines=tuple(lines),
        )

    def _words(self, step: StepView, shown: ShownPart, said: set[str]) -> Iterator[Markup]:
        """Yield the lines of a part, in the manner of cards."""
        setter, t = self.medium.setter, self.medium.t
        match shown.manner:
            case "line":
                yield setter.line(getattr(step.step, shown.part.keys[0]))
            case "opening":  # of one of its scripts; the rest is on that script's own card
                openings = (opening.words for opening in step.openings)
                yield from islice((words for words in openings if words not in said), 1)
            case "never":
                words = Markup(" · ").join(setter.line(word) for word in step.never)
                yield escape(t("card-not")) + words if words else words
            case "states":  # what must be true; on cards to confirm by
                checks = step.step.checks if self.is_confirmed else ()
                yield from (setter.line(check.text) for check in checks)
            case "turns":
                for turn in step.turns:
                    when = turn.when or escape(t("otherwise"))
                    yield TURN.format(when, turn.target)
            case unknown:
                raise ValueError(unknown)

    def _lines(self, width: float) -> float:
        """Estimate how many lines all items take; `width` is told in characters."""
        lines = 0.0
        for pause in self.pauses:
            lines += 1.9 if pause.title else 0
            for item in pause.items:
                lines += 0.6 + sum(_lines_of(text, width) for text in self._texts(item))
                for line in item.lines:
                    is_said = line.part == "say"
                    words = Markup("{} {}").format(line.label, line.text)
                    lines += 0.6 * is_said + _lines_of(words, width - 2 * is_said)
        return lines

    def _texts(self, item: CardItem) -> Iterator[Markup | str]:
        mark = Markup("▲{} ").format(self.medium.t("critical")) if item.is_critical else Markup("")
        yield mark + item.do
        yield item.facts


def line_width(columns: int, size: float) -> float:
    """Return how wide the lines of items are in points: a card lies on its long side."""
    between = (columns - 1) * BETWEEN_COLUMNS
    column = (text_width("A5", CARD, is_across=True) - between) / columns
    return column * POINTS - INDENT * size


def _lines_of(html: Markup | str, width: float) -> int:
    """Return how many lines words take; a Latin letter is half as wide as a Chinese one."""
    widths = sum(1 if letter >= "\u2e80" else 0.55 for letter in bare(html))
    return math.ceil(widths / width)
