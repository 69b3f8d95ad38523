"""What the program must know of a language besides its words: languages/<tag>/language.toml.

Nothing here has a default. Code asks for a property of a language, never for its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from handbook.languages.vocabulary import Vocabulary

Forms = tuple[str, str]  # for the numbers that take the singular, and for all others


@dataclass(frozen=True, slots=True)
class Tags:
    """How others name the language."""

    page: str  # a page's own, for browsers and their typefaces: zh-Hans-CN
    theme: str  # the site's theme
    dates: str  # what a browser writes dates in
    systems: tuple[str, ...]  # locales of an operating system begin so, in small letters: zh-hk


@dataclass(frozen=True, slots=True)
class Typefaces:
    """Families by rank, as style sheets list them."""

    screen: str
    code: str
    paper: str
    picture: str
    form: str  # the typeface of fields: a script of typefaces/form.py


@dataclass(frozen=True, slots=True)
class Quotes:
    """The signs around what is said word by word."""

    open: str
    close: str


@dataclass(frozen=True, slots=True)
class Spelt:
    """How a length of time is spelt: what follows the figure one, and what any other figure."""

    day: Forms
    hour: Forms
    minute: Forms
    second: Forms
    between: str

    @property
    def units(self) -> tuple[Forms, ...]:
        """All of them, the largest first."""
        return self.day, self.hour, self.minute, self.second


@dataclass(frozen=True, slots=True)
class DayWords:
    """How the days of a schedule are said: every Monday, monthly on the 1st and the last day."""

    weekdays: tuple[str, ...]  # from Monday
    months: tuple[str, ...]
    which: tuple[str, ...]  # first, second, third, fourth, last
    ordinals: tuple[str, ...]  # of the 31 days of a month
    every: str  # {days}
    on: str  # {days}, after how often
    during: str  # {months}, after what comes round in them
    between: str
    before_last: str  # of several
    working_day: str
    weekday: str
    weekend: str
    nth_weekday: str  # {which} {weekday}
    weekdays_from_to: str  # {first} {last}
    nth_day: str  # {nth} of the ordinals
    last_day: str
    days_from_to: str  # {first} {last} of the ordinals
    date: str  # {day} {month}
    last_day_of: str  # {month}
    dates_from_to: str  # {first} {last} {month}


@dataclass(frozen=True, slots=True)
class Language:
    """One language."""

    tag: str  # the name of its folder, as handbook.yml says it
    folder: Path
    name: str  # in its own words
    place: int  # among the others, where they are listed
    script: Literal["Hans", "Hant", "Latn"]  # ISO 15924
    begins_lines_with_capitals: bool
    has_long_words: bool  # labels take wide columns on paper, and stamps small letters
    names_months: bool  # 1 December 2026, not 2026-12-01
    singular: tuple[int, ...]  # the numbers that take the first form of a counted word
    told_beside: tuple[str, ...]  # languages that help its editors, because keys are English words
    akin: tuple[str, ...]  # languages whose words count as its own: the other script
    open_word: str  # for what nobody knows yet
    tags: Tags
    typefaces: Typefaces
    quotes: Quotes
    spelt: Spelt
    days: DayWords | Literal["as typed"]
    reads: Vocabulary

    @property
    def is_of_signs(self) -> bool:
        """Whether it is written in Chinese signs, which stand upright in a column too."""
        return self.script != "Latn"
