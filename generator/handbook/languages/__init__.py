"""The languages that the tool speaks: one folder each, with its record and all its words.

What is not a word stands in language.toml (record.py). Words stand in words/, one TOML file a
topic: templates of str.format, in which a counted word has its forms (filling.py).
"""

from handbook.languages.filling import fill
from handbook.languages.folders import FALLBACK, LANGUAGES, UNNAMED, numbered, record_of, united
from handbook.languages.loading import IncompleteLanguage
from handbook.languages.record import DayWords, Language
from handbook.languages.words import PROBLEM_FILES, catalogue, listed, rules, tell

__all__ = [
    "FALLBACK", "LANGUAGES", "PROBLEM_FILES", "UNNAMED", "DayWords", "IncompleteLanguage",
    "Language", "catalogue", "fill", "listed", "numbered", "record_of", "rules", "tell", "united",
]  # fmt: skip
