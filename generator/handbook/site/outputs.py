"""Remember what each output asked the handbook; make anew only what would get other answers.

An output is a pure function of the handbook, of templates, words and code. It is composed from a
handbook that notes each question (model/questions), and kept with these and with the answers. The
next build asks the same questions: where all answers are the same, so is the output. What cannot
be told makes it anew. An answer that comes out the same stops the ripple of a change.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from handbook.model.handbook import Handbook
from handbook.model.questions import Answers, Question, World
from handbook.sheets.keeping import sealed, write_sealed

FOLDER = ".cache/outputs"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """An output as it was remembered: its questions, and what is known of it."""

    questions: frozenset[Question]
    facts: Any


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """What is known of an output, and the output itself where it had to be made."""

    facts: Any
    output: T | None


class Ask(Protocol[T]):
    """How an output is asked for: by its name, by what makes it, and by what is known of it."""

    def __call__(
        self, name: str, make: Callable[[Handbook], T], facts_of: Callable[[T], Any], /
    ) -> Made[T]: ...


class Outputs:
    """The outputs of one handbook as one audience reads it, from build to build.

    `program` names all that makes outputs, besides the handbook: what was remembered of another
    one, or was written by another program, counts for nothing.
    """

    def __init__(self, project: Path, readers: str, program: str, handbook: Handbook) -> None:
        self._path = record_of(project, readers)
        self._program = f"{program} {readers}"
        self._answers = Answers(handbook)
        self._world = World(handbook)
        self._before = self._read()
        self._now: dict[str, Kept] = {}
        self.made_anew: list[str] = []

    def ask(
        self, name: str, make: Callable[[Handbook], T], facts_of: Callable[[T], Any]
    ) -> Made[T]:
        """Return what is known of an output; it is made where anything it asked has changed."""
        kept = self._before.get(name)
        if kept is not None:
            self._now[name] = kept
            return Made(kept.facts, None)
        return self.make(name, make, facts_of)

    def make(
        self, name: str, make: Callable[[Handbook], T], facts_of: Callable[[T], Any]
    ) -> Made[T]:
        """Make an output, and remember what it asked."""
        output = make(self._world.begin())
        facts = facts_of(output)
        self._now[name] = Kept(frozenset(self._world.notes), facts)
        self.made_anew.append(name)
        return Made(facts, output)

    def keep(self) -> None:
        """Write down what was asked; a folder that is read-only stays so."""
        if not self.made_anew and self._now.keys() == self._before.keys():
            return
        places: dict[Question, int] = {}
        outputs = {
            name: [sorted(places.setdefault(each, len(places)) for each in kept.questions),
                   kept.facts]
            for name, kept in self._now.items()
        }  # fmt: skip
        told = {
            "asked": [[*each] for each in places],
            "answers": [self._answers(each) for each in places],
            "outputs": outputs,
        }
        with suppress(OSError):
            write_sealed(self._path, told, self._program)

    def _read(self) -> Mapping[str, Kept]:
        """Return the outputs whose questions are all answered as they were."""
        told = sealed(self._path, self._program)
        if told is None:
            return {}
        asked: list[Question] = [tuple(each) for each in told["asked"]]
        same = [
            answer is not None and self._answers(question) == answer
            for question, answer in zip(asked, told["answers"], strict=True)
        ]
        return {
            name: Kept(frozenset(asked[at] for at in places), facts)
            for name, (places, facts) in told["outputs"].items()
            if all(same[at] for at in places)
        }


def record_of(project: Path, name: str) -> Path:
    """Return the file in which something is remembered."""
    sign = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]
    return project / FOLDER / f"{sign}.json"


def in_words(*what: object) -> str:
    """Return what makes outputs as one text."""
    return hashlib.sha256(json.dumps(what, default=str).encode("utf-8", "replace")).hexdigest()
