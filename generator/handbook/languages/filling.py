"""Fill a message with its details, in the form that a number asks for.

`{number:# step|# steps}` is "1 step" or "3 steps": the first form is for one, the second for any
other number, and # stands for the number. Scripts of pages fill in the same way (page/said.js).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FORMS = re.compile(r"\{(\w+):([^{}|]*)\|([^{}|]*)\}")


def in_its_form(template: str, details: Mapping[str, object]) -> str:
    """Choose the form of each counted word; what is left has plain fields only."""

    def form(found: re.Match[str]) -> str:
        name, one, many = found.groups()
        chosen = one if str(details[name]) == "1" else many
        return chosen.replace("#", f"{{{name}}}")

    return FORMS.sub(form, template)


def fill(template: str, details: Mapping[str, object]) -> str:
    """Fill a message; raises KeyError for a detail that is missing."""
    return in_its_form(template, details).format_map(details)
