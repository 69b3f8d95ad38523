"""A script as pages and cards show it: lines with their slots marked, and where they lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from handbook.compose.setting.medium import Medium, Paper
from handbook.model.kinds import Script
from handbook.model.kinds.procedure import END
from handbook.model.kinds.script import SpokenLine
from handbook.model.references import Reference
from handbook.read.nodes import Text

SLOT = re.compile(r"\{([^{}\n]{1,40})\}")


@dataclass(frozen=True)
class ReplyView:
    """What the customer says, and where the talk goes on."""

    when: Markup | None
    target: Markup


@dataclass(frozen=True)
class LineView:
    """A line to speak; `anchor` is its id, or None."""

    anchor: str | None
    number: int
    words: Markup  # with who says it, where that is someone else
    tone: Markup  # and how long to wait after it
    replies: tuple[ReplyView, ...]
    own: tuple[tuple[str, Markup], ...]


class ScriptView:
    """What the templates ask about a script."""

    def __init__(self, script: Script, medium: Medium) -> None:
        self.script = script
        self.medium = medium
        self._numbers = {str(line.id): n for n, line in enumerate(script.lines, 1) if line.id}

    @cached_property
    def lines(self) -> tuple[LineView, ...]:
        return tuple(
            LineView(
                anchor=str(line.id) if line.id else None,
                number=number,
                words=self._said_by(line) + self.spoken(line.say),
                tone=self._tone(line),
                replies=tuple(
                    ReplyView(
                        self.medium.setter.line(reply.when) if reply.when else None,
                        self._target(reply.go.text),
                    )
                    for reply in line.branches
                ),
                own=tuple(self.medium.own(line)),
            )
            for number, line in enumerate(self.script.lines, 1)
        )

    def _said_by(self, line: SpokenLine) -> Markup:
        if line.by is None:
            return Markup("")
        words = self.medium.t("said-by", who=self.medium.setter.name(line.by))
        return Markup('<span class="label">{}</span>').format(words)

    def _tone(self, line: SpokenLine) -> Markup:
        pause = self.medium.times.length(line.pause)
        words = [
            self.medium.setter.plain(line.tone),
            self.medium.t("pause-after", length=pause) if pause else Markup(""),
        ]
        return Markup(" · ").join(each for each in words if each)

    @property
    def used_by(self) -> Markup:
        """Who speaks by it."""
        return self.medium.listed(self.script.used_by)

    def spoken(self, text: Text) -> Markup:
        """Set words to speak, with every slot marked as a blank to fill."""
        return mark_slots(self.medium.setter.line(text))

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(self.medium.word("channel", channel) for channel in self.script.channel)

    def _target(self, text: Text) -> Markup:
        t = self.medium.t
        if text == END:
            return escape(t("end"))
        if text in self._numbers:
            return self.medium.anchor(str(text), t("go-to-line", number=self._numbers[text]))
        reference = Reference(text, ("script", "procedure"), self.script.section.path)
        return escape(t("go-to-script", title=self.medium.setter.name(reference)))


@dataclass(frozen=True)
class Opening:
    """A script's title, the first words of it, and on paper of which edition they are.

    The words may change while the edition of what prints them stays: it counts the title alone.
    """

    name: Markup
    words: Markup
    code: str
    edition: str


def opening_of(script: Script, medium: Medium) -> Opening:
    """Return how a script begins; without lines, its first ready phrase."""
    words = [line.say for line in script.lines] or [
        word for phrase in script.phrases for word in phrase.words
    ]
    line = medium.setter.within(script.section.path).line(words[0]) if words else Markup("")
    edition = medium.handbook.edition(script) if isinstance(medium, Paper) else ""
    return Opening(medium.setter.name(script), mark_slots(line), str(script.code or ""), edition)


def mark_slots(html: Markup) -> Markup:
    """Mark {slots} in text that is HTML already; braces mean nothing to HTML."""
    return Markup(SLOT.sub(r'<span class="slot">\1</span>', str(html)))
