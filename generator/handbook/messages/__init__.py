"""The words of the tool in each language: messages about problems, labels of pages and sheets.

One folder a language, one TOML file a topic. Texts are str.format templates.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from handbook.problems import RULES, Problem

LANGUAGES = ("zh-CN", "zh-TW", "en")
PROBLEM_FILES = ("read", "model", "check", "consistency", "sheets")


@cache
def catalogue(language: str, topic: str) -> dict[str, Any]:
    """Return the messages of one topic; raises FileNotFoundError for an unknown one."""
    path = files(__name__).joinpath(language, f"{topic}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


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
    kinds says which, in the words of its `kind`.
    """
    words = rules(language)[problem.rule]
    details = dict(problem.details)
    if "kind" in words:
        details["kind"] = words["kind"][details["kind"]].format_map(details)
    often = words["often"] if details.get("times", "1") != "1" else ""
    message = (words["message"] + often).format_map(details)
    hint = words["hint"][problem.hint].format_map(details) if problem.hint else None
    return message, hint
