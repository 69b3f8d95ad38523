"""Fill a message with its details, in the form that a number asks for.

`{number:# step|# steps}` is "1 step" or "3 steps": the first form is for the numbers that take the
singular, the second for any other, and # stands for the number. Which numbers these are, a language
says in its record; where they are others than 1, they are put into each form as it is read:
`{number=0,1:# étape|# étapes}`. Scripts of pages fill in the same way (page/said.js).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

FORMS = re.compile(r"\{(\w+)(?:=([\d,]+))?:([^{}|]*)\|([^{}|]*)\}")
ONE = "1"


def in_its_form(template: str, details: Mapping[str, object]) -> str:
    """Choose the form of each counted word; what is left has plain fields only."""

    def form(found: re.Match[str]) -> str:
        name, numbers, one, many = found.groups()
        chosen = one if str(details[name]) in (numbers or ONE).split(",") else many
        return chosen.replace("#", f"{{{name}}}")

    return FORMS.sub(form, template)


def with_singular(words: dict[str, Any], singular: tuple[int, ...]) -> dict[str, Any]:
    """Write into each counted word which numbers take its first form."""
    numbers = ",".join(map(str, singular))
    return words if numbers == ONE else {key: _marked(each, numbers) for key, each in words.items()}


def _marked(said: Any, numbers: str) -> Any:
    if isinstance(said, dict):
        return {key: _marked(each, numbers) for key, each in said.items()}
    if isinstance(said, str):
        return FORMS.sub(lambda found: f"{{{found[1]}={numbers}:{found[3]}|{found[4]}}}", said)
    return said


def fill(template: str, details: Mapping[str, object]) -> str:
    """Fill a message; raises KeyError for a detail that is missing."""
    return in_its_form(template, details).format_map(details)
