"""What the tool says in each language: messages about problems, labels of pages and sheets."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from handbook.languages.filling import fill, with_singular
from handbook.languages.folders import LANGUAGES, record_of
from handbook.packages import insist_on_words, words_of_packages
from handbook.problems import BETWEEN_NAMES, BETWEEN_WORDS, RULES, Problem

PROBLEM_FILES = ("read", "model", "check", "consistency", "sheets", "links")

insist_on_words(LANGUAGES)


@cache
def catalogue(language: str, topic: str) -> dict[str, Any]:
    """Return the messages of one topic, with those of installed packages.

    Raises FileNotFoundError for an unknown one.
    """
    path = record_of(language).folder / "words" / f"{topic}.toml"
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    for of_kind in _words_of_kinds(language):
        words |= of_kind.get(topic, {})
    return with_singular(words | words_of_packages(language, topic), record_of(language).singular)


@cache
def _words_of_kinds(language: str) -> tuple[dict[str, Any], ...]:
    """Return what stands in a file a kind, a table a topic, as packages have it too."""
    found = sorted((record_of(language).folder / "kinds").iterdir())
    return tuple(tomllib.loads(each.read_text(encoding="utf-8")) for each in found)


@cache
def rules(language: str) -> dict[str, dict[str, Any]]:
    """Return what the catalogues say of each rule: line, message and hints."""
    told: dict[str, dict[str, Any]] = {}
    for topic in PROBLEM_FILES:
        told |= catalogue(language, topic)
    return {rule: told[rule] for rule in RULES}


def tell(problem: Problem, language: str) -> tuple[str, str | None]:
    """Return the sentence and the hint of a problem in a language.

    What is told once for several places says so, in the rule's `often`; what may be of several
    kinds says which, in the words of its `kind`; `between` stands between several words.
    """
    words = rules(language)[problem.rule]
    between = words.get("between")
    details = {name: listed(detail, language, between) for name, detail in problem.details}
    if "kind" in words:
        details["kind"] = fill(words["kind"][details["kind"]], details)
    often = words["often"] if details.get("times", "1") != "1" else ""
    message = fill(words["message"] + often, details)
    hint = fill(words["hint"][problem.hint], details) if problem.hint else None
    return message, hint


def listed(detail: str, language: str, between: str | None = None) -> str:
    """Put the signs of a language, or `between`, where a detail holds several words or names."""
    signs = catalogue(language, "labels")
    words = detail.replace(BETWEEN_WORDS, signs["list-comma"] if between is None else between)
    return words.replace(BETWEEN_NAMES, signs["name-comma"])
