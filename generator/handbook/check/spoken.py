"""Find a phrase in what is said, whatever signs and spaces stand between the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from handbook.model.handbook import Handbook
from handbook.model.kinds import Script
from handbook.read.nodes import Text

# In Chinese a word of one or two characters is part of a hundred others (喂 in 喂养, 不行 in
# 行不行): such a phrase is met only where it is all that is said between two signs.
SHORT = 2
_LATIN = re.compile(r"[a-z0-9]")


def words_of(script: Script, handbook: Handbook | None = None) -> Iterator[Text]:
    """Yield what a script gives to say: its lines and its phrases.

    With a handbook, without the lines of those who hold no post in it, such as a customer.
    """
    for line in script.lines:
        if handbook is None or line.by is None or handbook.find(line.by) is not None:
            yield line.say
    for phrase in script.phrases:
        yield from phrase.words


class Spoken:
    """A text as it sounds: letters and characters only."""

    def __init__(self, text: Text) -> None:
        self.text = text
        lowered = str(text).lower()
        same_length = len(lowered) == len(text)
        lowered = lowered if same_length else str(text)
        self._offsets = [n for n, sign in enumerate(lowered) if sign.isalnum()]
        self.sound = "".join(lowered[n] for n in self._offsets)

    def holds(self, phrase: str) -> bool:
        """Tell whether a phrase is met, also inside a longer one."""
        return next(self._meetings(phrase), None) is not None

    def find(self, phrase: str) -> int | None:
        """Return the offset in the text where a phrase is said, or None."""
        sound = sound_of(phrase)
        short = len(sound) <= SHORT and not sound.isascii()
        for at in self._meetings(phrase):
            if not short or self._stands_alone(at, len(sound)):
                return self._offsets[at]
        return None

    def _meetings(self, phrase: str) -> Iterator[int]:
        sound = sound_of(phrase)
        at = self.sound.find(sound) if sound else -1
        while at >= 0:
            if self._is_whole_word(at, len(sound)):
                yield at
            at = self.sound.find(sound, at + 1)

    def _is_whole_word(self, at: int, length: int) -> bool:
        """Tell whether Latin letters at the ends of a meeting begin and end a word."""
        start, end = self._offsets[at], self._offsets[at + length - 1]
        text = str(self.text).lower()
        return not (
            (start and _LATIN.match(text[start]) and _LATIN.match(text[start - 1]))
            or (end + 1 < len(text) and _LATIN.match(text[end]) and _LATIN.match(text[end + 1]))
        )

    def _stands_alone(self, at: int, length: int) -> bool:
        start, end = self._offsets[at], self._offsets[at + length - 1]
        text = str(self.text)
        before = text[start - 1] if start else " "
        after = text[end + 1] if end + 1 < len(text) else " "
        return not before.isalnum() and not after.isalnum()


@lru_cache(maxsize=4096)
def sound_of(phrase: str) -> str:
    """Return the letters and characters of a phrase, in lower case."""
    return "".join(sign for sign in str(phrase).lower() if sign.isalnum())
