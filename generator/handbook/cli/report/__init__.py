"""Ways to show what is wrong: pure functions from findings to text, one file a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from handbook.languages import tell
from handbook.problems import Place, Problem, Severity

LineAt = Callable[[Place], str | None]  # the line at a place, None where none can be shown


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem told in a language."""

    place: Place
    rule: str
    severity: Severity
    message: str
    hint: str | None


Findings = Sequence[Finding]


def findings(problems: Iterable[Problem], language: str) -> Findings:
    """Tell problems in a language."""
    return [
        Finding(found.place, found.rule, found.severity, *tell(found, language))
        for found in problems
    ]
