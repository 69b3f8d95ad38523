"""A script on its desk card: what stands beside the lines."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.kinds.script.view import ScriptView


@dataclass(frozen=True)
class PhraseView:
    """Words for one purpose."""

    label: Markup
    words: tuple[Markup, ...]


class ScriptCard:
    """What the template of the card asks."""

    def __init__(self, view: ScriptView) -> None:
        self.script = view.script
        self.medium = view.medium
        self.lines = view.lines
        self._view = view

    @property
    def channels(self) -> str:
        return self.medium.t("list-comma").join(self._view.channels)

    @property
    def used_by(self) -> Markup:
        return self._view.used_by

    @property
    def phrases(self) -> list[PhraseView]:
        plain = self.medium.setter.plain
        return [
            PhraseView(plain(phrase.label), tuple(map(self._view.spoken, phrase.words)))
            for phrase in self.script.phrases
        ]

    @property
    def slots(self) -> list[tuple[str, Markup]]:
        """The blanks that have an example, as (name, example)."""
        return [
            (str(name), self.medium.setter.plain(slot.example))
            for name, slot in self.script.slots.items()
            if slot.example
        ]
