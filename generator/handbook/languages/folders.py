"""The languages that are there: a folder each, here and in installed packages."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from handbook.languages.loading import FILE, IncompleteLanguage, language_in
from handbook.languages.record import Language
from handbook.languages.vocabulary import Vocabulary, Words
from handbook.packages import language_packages

ROOM = Path(__file__).parent
UNNAMED = "zh-CN"  # the language of a handbook that names none
FALLBACK = "en"  # what is spoken where nobody's language is known


@cache
def languages() -> dict[str, Language]:
    """Return all languages by their tags, in the order in which they are listed."""
    found = {each.name: each for each in ROOM.iterdir() if (each / FILE).is_file()}
    read = (language_in(folder, tag) for tag, folder in (found | language_packages()).items())
    known = {each.tag: each for each in sorted(read, key=lambda each: (each.place, each.tag))}
    for each in known.values():
        gone = {*each.told_beside, *each.akin, UNNAMED, FALLBACK} - known.keys()
        if gone:
            raise IncompleteLanguage(f"The language {each.tag} needs {', '.join(sorted(gone))}")
    return known


def record_of(tag: str) -> Language:
    """Return the language that a tag names."""
    return languages()[tag]


LANGUAGES = tuple(languages())


def united(words: Callable[[Vocabulary], Words]) -> Words:
    """Return the words of all languages for one thing, each once; those of FALLBACK first."""
    tags = sorted(LANGUAGES, key=lambda tag: tag != FALLBACK)
    return tuple(dict.fromkeys(word for tag in tags for word in words(record_of(tag).reads)))


def numbered(names: Callable[[Vocabulary], tuple[Words, ...]]) -> dict[str, int]:
    """Return at which place of a row each name stands, in any language: Tue is 1."""
    rows = (names(record_of(tag).reads) for tag in LANGUAGES)
    return {name: at for row in rows for at, each in enumerate(row) for name in each}
