"""Put slips into a copy of a handbook, one after the other, and judge what is said of each."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.slips.slips import MAKERS, Slip, slip

from handbook.check.known import judge
from handbook.languages import tell
from handbook.model.load import load
from handbook.model.memory import Memory
from handbook.problems import Problem
from handbook.read.collector import no_search_for_cycles

PROJECT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 1)
NEAR = 3  # lines between a slip and what is said first
MOST = 3  # problems said of one slip
# Hints that ask to take something away, or to put it elsewhere.
_ASKS = re.compile(r"\b(delete|remove|move|rename|line up|indent|without the dash)\b")
_KNOWN = re.compile(r"(?:^|[{,] ?|[\s-])id: *([a-z0-9-]+)")


@dataclass(frozen=True)
class Outcome:
    """A slip and the problems told because of it, in the order people read them."""

    slip: Slip
    problems: tuple[Problem, ...]

    @property
    def is_told(self) -> bool:
        return bool(self.problems)

    @property
    def is_near(self) -> bool:
        """Whether the first problem stands within a few lines of the slip."""
        first, slip = self.problems[0].place, self.slip
        around = slip.lines or (slip.line,)
        return first.path == slip.path and min(abs(first.line - n) for n in around) <= NEAR

    @property
    def is_short(self) -> bool:
        return len(self.problems) <= MOST

    @property
    def harms(self) -> tuple[Problem, ...]:
        """The problems whose hint asks to delete or move a line that was right."""
        return tuple(
            found
            for found in self.problems
            if _ASKS.search(tell(found, "en")[1] or "")
            and not (found.place.path == self.slip.path and found.place.line in self.slip.lines)
        )


class Trial:
    """A copy of a handbook or some of its sections, loaded again for every slip.

    Only the changed file is read anew.
    """

    def __init__(
        self, folder: Path, sections: Collection[str] = (), *, source: Path = PROJECT
    ) -> None:
        self.project = folder
        self.memory = Memory()
        self.texts: dict[str, str] = {}
        content = source / "content"
        for file in sorted(content.rglob("*.yml")):
            parts = file.relative_to(content).parts
            if sections and len(parts) > 1 and parts[0] not in sections:
                continue
            path = file.relative_to(source).as_posix()
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, folder / path)
            self.texts[path] = file.read_text(encoding="utf-8")
        self.places = [
            (path, at)
            for path, text in self.texts.items()
            if not path.endswith("known-findings.yml")
            for at in range(text.count("\n"))
        ]
        self.ids = frozenset(
            id for text in self.texts.values() for id in _KNOWN.findall(text) if len(id) > 2
        )
        self.before = {_without_lines(each) for each in self._judged()}

    def outcomes(self, seed: int, count: int, kinds: Collection[str] = ()) -> Iterator[Outcome]:
        """Make slips of all kinds in turn and judge each."""
        random = Random(seed)
        names = list(kinds or MAKERS)
        for number in range(count):
            made = slip(names[number % len(names)], self.texts, self.places, self.ids, random)
            yield self.outcome(made)

    def outcome(self, made: Slip) -> Outcome:
        """Judge a slip, and take it back."""
        file = self.project / made.path
        file.write_text(made.text, encoding="utf-8")
        try:
            found = self._judged()
        finally:
            file.write_text(self.texts[made.path], encoding="utf-8")
        new = tuple(each for each in found if _without_lines(each) not in self.before)
        return Outcome(made, new)

    def _judged(self) -> tuple[Problem, ...]:
        with no_search_for_cycles():
            return judge(self.project, load(self.project, self.memory), TODAY).problems


def _without_lines(found: Problem) -> tuple:
    """Leave out what moves with a line added above, and what may be meant instead."""
    details = tuple(
        (key, re.sub(r":\d+", "", value))
        for key, value in found.details
        if key not in ("nearest", "where", "known")
    )
    return found.rule, found.place.path, details
