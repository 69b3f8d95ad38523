"""The languages that the tool speaks: one folder each, with all its words in words/.

One TOML file a topic. Texts are str.format templates, in which a counted word has its forms: see
filling.py.
"""

from handbook.languages.filling import fill
from handbook.languages.words import (
    LANGUAGES,
    PROBLEM_FILES,
    THEME_LOCALES,
    catalogue,
    listed,
    rules,
    tell,
)

__all__ = [
    "LANGUAGES", "PROBLEM_FILES", "THEME_LOCALES", "catalogue", "fill", "listed", "rules", "tell",
]  # fmt: skip
