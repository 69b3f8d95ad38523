"""What a change of the handbook comes to: files with other contents, and what is to be said of it.

Its words stand in languages/*/words/revise.toml, for the command line and whatever else asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handbook.languages import catalogue, fill, listed
from handbook.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Told:
    """Something a person should know of a change, and where it is seen."""

    key: str
    place: Place | None = None
    details: tuple[tuple[str, object], ...] = ()

    def told(self, language: str) -> str:
        """Say it in a language, in one sentence."""
        return _filled("told", self.key, dict(self.details), language)


@dataclass(frozen=True, slots=True)
class Changes:
    """Files by path: what each is to hold, or None where it goes.

    `moved` says from which path a file came; `told` are what a person should know; `brought` are
    findings that the handbook had not before, none of them an error.
    """

    files: Mapping[str, bytes | None]
    moved: Mapping[str, str] = field(default_factory=dict)
    told: tuple[Told, ...] = ()
    brought: tuple[Problem, ...] = ()


class CannotRevise(Exception):
    """A change that cannot be made: `key` names its sentence, `problems` and `told` are why.

    `is_usage` tells what was asked wrongly from what the handbook itself stands in the way of.
    """

    def __init__(
        self,
        key: str,
        *,
        problems: Iterable[Problem] = (),
        told: Iterable[Told] = (),
        is_usage: bool = False,
        **details: object,
    ) -> None:
        super().__init__(key)
        self.key = key
        self.details = details
        self.problems = tuple(problems)
        self.reasons = tuple(told)
        self.is_usage = is_usage

    def told(self, language: str) -> str:
        """Say it in a language, in one sentence."""
        return _filled("refused", self.key, self.details, language)


def tell(key: str, place: Place | None = None, **details: object) -> Told:
    """Make something to be told."""
    return Told(key, place, tuple(details.items()))


def _filled(table: str, key: str, details: Mapping[str, object], language: str) -> str:
    shown = {
        name: listed(each, language) if isinstance(each, str) else each
        for name, each in details.items()
    }
    return fill(catalogue(language, "revise")[table][key], shown)
