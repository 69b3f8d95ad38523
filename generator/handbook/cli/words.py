"""The words of the command line in the user's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handbook.languages import catalogue
from handbook.languages.filling import fill


def words_of(language: str) -> Mapping[str, Any]:
    """Return languages/<language>/words/cli.toml."""
    return catalogue(language, "cli")


def say(language: str, key: str, **details: object) -> str:
    """Return what a command says: say(language, "new.made", path=…)."""
    topic, _, name = key.partition(".")
    template = words_of(language)["says"][topic][name]
    return fill(template, details)


def counted(language: str, thing: str, number: int) -> str:
    """Return a number with its noun: "1 error", "3 errors", “3 个错误”."""
    return fill(words_of(language)["counts"][thing], {"n": number})
