"""Open a handbook: load it, judge it, and choose for whom it is; every command and the plugin do.

Nothing is printed here: what is wrong is a value or an exception, which each tells in its way.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.check.consistency.bare_names import leaks
from handbook.check.known import Judged
from handbook.compose.pages.judging import judge_with_links
from handbook.compose.setting.readers import read_by, told_released
from handbook.languages import tell
from handbook.model.handbook import Handbook
from handbook.model.load import load_tree
from handbook.model.memory import Memory
from handbook.model.nearest import nearest
from handbook.model.special_files import SETTINGS
from handbook.problems import Place, Problem, names_of, problem
from handbook.read import FolderTree, Tree
from handbook.read.collector import no_search_for_cycles

EPOCH = "SOURCE_DATE_EPOCH"


class UnknownAudience(Exception):
    """A handbook has no such audience; `known` are those it has."""

    def __init__(self, audience: str, known: tuple[str, ...]) -> None:
        super().__init__(audience)
        self.audience = audience
        self.known = known

    @property
    def problem(self) -> Problem:
        """What is wrong, as a problem of the settings."""
        near = nearest(self.audience, self.known)
        return problem(
            "unknown-audience", Place(SETTINGS.path), "nearest" if near else "known",
            audience=self.audience, nearest=near, known=names_of(self.known),
        )  # fmt: skip


class Leaking(Exception):
    """What these problems tell of would give something away to an audience."""

    def __init__(self, audience: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(audience)
        self.audience = audience
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Opened:
    """A handbook as it stands in a project, and what was found when it was judged."""

    handbook: Handbook
    judged: Judged

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it, known findings apart."""
        return self.judged.problems

    @property
    def language(self) -> str:
        """The language it is written in."""
        return str(self.handbook.settings.language)

    def require_audience(self, audience: str | None) -> None:
        """Raise UnknownAudience when there is none such; None is everyone who may read it all."""
        known = tuple(map(str, self.handbook.settings.audiences))
        if audience is not None and audience not in known:
            raise UnknownAudience(audience, known)

    def require_no_leak(self, audience: str | None) -> None:
        """Raise Leaking when a problem would give something away to an audience."""
        if audience is None:
            return
        leaking = leaks(self.problems, self.handbook, audience)
        if leaking:
            raise Leaking(audience, tuple(leaking))

    def read_by(self, audience: str | None) -> Handbook:
        """Return the handbook as an audience reads it; raises UnknownAudience and Leaking."""
        self.require_audience(audience)
        self.require_no_leak(audience)
        return read_by(self.handbook, audience)

    def told_released(self, audience: str | None) -> str | None:
        """Tell how many names known findings let an audience read; None when they let none."""
        return told_released(self.handbook, self.judged.known, audience)


def opened(
    project: Path, day: datetime.date, memory: Memory | None = None, tree: Tree | None = None
) -> Opened:
    """Return the handbook of a project, judged as of a day; `memory` is of earlier loads of it.

    A `tree` is read in the place of the project's folder.
    """
    with no_search_for_cycles():
        loaded = load_tree(tree or FolderTree(project), memory)
        return Opened(loaded.handbook, judge_with_links(project, loaded, day))


def stops(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether these problems stop the work: errors always, warnings where it is strict."""
    return any(strict or found.severity == "error" for found in problems)


def line(found: Problem, language: str) -> str:
    """Tell a problem in one line: path:line:column: message [rule]."""
    message, _ = tell(found, language)
    return f"{found.place}: {' '.join(message.split())} [{found.rule}]"


def today(environment: Mapping[str, str] = os.environ) -> datetime.date:
    """Return the day to judge by: SOURCE_DATE_EPOCH where it is set, so that builds repeat.

    Raises ValueError when it is set and tells no day.
    """
    epoch = environment.get(EPOCH)
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    except (OverflowError, OSError) as error:
        raise ValueError(epoch) from error
