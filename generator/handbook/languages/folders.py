"""The languages that are there: a folder each, here and in installed packages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from handbook.languages.loading import FILE, IncompleteLanguage, language_in
from handbook.languages.record import Language
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
        gone = {*each.told_beside, UNNAMED, FALLBACK} - known.keys()
        if gone:
            raise IncompleteLanguage(f"The language {each.tag} needs {', '.join(sorted(gone))}")
    return known


def record_of(tag: str) -> Language:
    """Return the language that a tag names."""
    return languages()[tag]


LANGUAGES = tuple(languages())
