"""What is told of each example of a rule: the hint, and the details that fill its sentences.

python -m tests.told    # write it anew after a change that is meant, and read what changed
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from handbook.check.known import judge
from handbook.model.load import load
from handbook.problems import BETWEEN_NAMES, BETWEEN_WORDS, Problem

EXAMPLES = Path(__file__).parent / "examples" / "invalid"
TODAY = datetime.date(2026, 3, 1)
NAME = "told.txt"
LONGEST = 60  # signs of a detail: the keys of a kind would change with each that is added


def examples_of(rules: set[str]) -> list[Path]:
    """Return the examples of some rules of which something is told."""
    return sorted(path.parent for path in EXAMPLES.glob(f"*/{NAME}") if path.parent.name in rules)


def told(example: Path) -> list[str]:
    """Return a line for each problem: where, the hint, the details."""
    return [
        " | ".join((f"{each.place} {each.hint}", *map(": ".join, _shortened(each))))
        for each in judge(example, load(example), TODAY).problems
    ]


def expected(example: Path) -> list[str]:
    """Return what was told when somebody read it last."""
    return (example / NAME).read_text(encoding="utf-8").splitlines()


def _shortened(problem: Problem) -> Iterator[tuple[str, str]]:
    for key, value in problem.details:
        words = value.replace(BETWEEN_NAMES, " / ").replace(BETWEEN_WORDS, " / ")
        yield key, words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


if __name__ == "__main__":
    for folder in sorted(path.parent for path in EXAMPLES.glob("*/expected.txt")):
        if lines := told(folder):  # nothing, where only a sheet shows it
            (folder / NAME).write_text("\n".join([*lines, ""]), encoding="utf-8")
