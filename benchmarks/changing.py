"""Measure how long a handbook takes to build again: nothing changed, a word, a title, a template.

Each is `handbook build` as a process of its own, beside `handbook check` of the same handbook and
in the same run; seconds are those of the processors. Without --project sheets are left out.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.building import OURS, copied, generated, run

ALLOWED = 2.0  # times a check, where nothing has changed
SIZES = (300, 1000)  # definitions
_DO = re.compile(r"\bdo: ['\"]?(?=[^\s'\"\[{|>])")
_TITLE = re.compile(r"^(\s*|- )title: (?=[^\s'\"\[{|>])", re.M)


def report(sizes: Sequence[int] | None, rounds: int, project: Path | None) -> int:
    """Print a row a state; leave with 1 where a build of what has not changed takes too long."""
    print("| handbook | state | seconds | of check | allowed |\n| --: | :-- | --: | --: | --: |")
    is_slow = False
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(project, Path(folder)) if project else None
        for handbook in [copy] if copy else [generated(n, Path(folder)) for n in sizes or SIZES]:
            is_slow |= _measured(handbook, rounds, [] if project else ["--no-pdf"])
    return 1 if is_slow else 0


def _measured(handbook: Path, rounds: int, options: list[str]) -> bool:
    command = [*OURS, str(handbook)]
    check = min(run([*command, "check"]).processor for _ in range(rounds))

    def row(state: str, allowed: float | None = None) -> float:
        seconds = run([*command, "build", *options]).processor
        limit = f"{allowed:.2f}" if allowed else ""
        print(
            f"| {handbook.name} | {state} | {seconds:.2f} | {seconds / check:.2f} | {limit} |",
            flush=True,
        )
        return seconds / check

    print(f"| {handbook.name} | check | {check:.2f} | 1.00 | |", flush=True)
    row("from nothing")
    unchanged = min(row("nothing changed", ALLOWED) for _ in range(rounds))
    for state, edit in EDITS.items():
        edit(handbook)
        row(state)
    return unchanged > ALLOWED


def _inserted(handbook: Path, at: re.Pattern[str]) -> None:
    """Put a sign before the first words that stand at a key of a procedure."""
    for path in sorted((handbook / "content").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        found = at.search(text, max(0, text.find("kind: procedure")))
        if "kind: procedure" in text and found:
            path.write_text(f"{text[: found.end()]}再{text[found.end() :]}", encoding="utf-8")
            return
    raise SystemExit("no procedure to change")


def _template(handbook: Path) -> None:
    path = handbook / "templates" / "print" / "css" / "own.css"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(":root { --changed: 1 }\n", encoding="utf-8")


EDITS: dict[str, Callable[[Path], None]] = {
    "one word of a step": lambda handbook: _inserted(handbook, _DO),
    "one title": lambda handbook: _inserted(handbook, _TITLE),
    "one template": _template,
}
