"""Tell which slips in the code no unit test would notice.

    python -m benchmarks.mutation --seed 1 --count 100 [--room sheets] [--jobs 2] [--json FILE]

Mutants are drawn by the seed: a module by how much there is to change in it, then a kind of change,
then one of these. Each is tried in a copy of the project, by the tests that mirror its module
(tests/unit/<stage>/…/test_<module>*.py) and then by those of its room: the nearest folder of unit
tests, and what stands in the folders around that, up to its stage. Of these only files are run that
enter the function that is changed; all of them where the change stands outside of functions. A
survivor that is judged to change nothing has its reason in mutation-reasons.toml. Exits with 1 if
more than a tenth are alive.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.mutants import Mutant, mutants_of
from benchmarks.trials import PACKAGE, Reach, load_beforehand, passes, reach

PROJECT = Path(__file__).parents[1]
UNIT = "tests/unit"
REASONS = Path(__file__).with_name("mutation-reasons.toml")
MOST_ALIVE = 0.1
OUTCOMES = {True: "alive", False: "killed", None: "endless"}


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a mutant, by which tests: killed, endless, alive, or equivalent, with why."""

    mutant: Mutant
    outcome: str
    why: str
    tests: tuple[str, ...]
    seconds: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, try and report; return the exit code."""
    wanted = _asked(arguments)
    modules = _modules(PROJECT, wanted.room)
    drawn = draw(modules, wanted.seed, wanted.count)
    if wanted.list:
        print("\n".join(f"{each.place}  {each.kind}: {each.change}" for each in drawn))
        return 0
    load_beforehand()
    with tempfile.TemporaryDirectory(prefix="handbook-mutation-") as folder:
        copies = [_copy(Path(folder) / str(number)) for number in range(wanted.jobs)]
        reached = _reached(copies[0], drawn, wanted.reach)
        broken = [test for test, found in reached.items() if not found.passes]
        if broken:
            print(f"these tests fail without any mutant: {' '.join(broken)}", file=sys.stderr)
            return 2
        tried = _tried(drawn, copies, wanted.limit, reached)
    print(report(tried))
    if wanted.json:
        rows = [_row(each) for each in tried]
        wanted.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    alive = sum(each.outcome == "alive" for each in tried)
    return 1 if alive > MOST_ALIVE * len(tried) else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--count", type=int, default=100)
    asked.add_argument("--room", help="a folder or module below generator/handbook")
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--limit", type=int, default=600, help="seconds for the tests of one mutant")
    asked.add_argument("--reach", type=Path, help="keep here what tests enter, for another run")
    asked.add_argument("--json", type=Path, help="write the outcome of each here")
    asked.add_argument("--list", action="store_true", help="only say what would be tried")
    return asked.parse_args(arguments)


def _modules(project: Path, room: str | None) -> dict[str, list[Mutant]]:
    """Return the mutants of each module; those of one room, where it is named."""
    package = project / PACKAGE
    start = package / (room or "")
    paths = sorted(start.rglob("*.py")) if start.is_dir() else [start.with_suffix(".py")]
    names = {path.relative_to(package).as_posix(): path for path in paths}
    made = {name: mutants_of(path, name) for name, path in names.items()}
    return {name: mutants for name, mutants in made.items() if mutants}


def draw(modules: dict[str, list[Mutant]], seed: int, count: int) -> list[Mutant]:
    """Draw mutants: the same for the same seed and code."""
    chance = random.Random(seed)
    left = {name: list(mutants) for name, mutants in modules.items()}
    drawn: list[Mutant] = []
    while left and len(drawn) < count:
        name = chance.choices(list(left), [len(mutants) for mutants in left.values()])[0]
        kind = chance.choice(sorted({each.kind for each in left[name]}))
        chosen = chance.choice([each for each in left[name] if each.kind == kind])
        drawn += [chosen] if chosen.is_python else []
        left[name].remove(chosen)
        if not left[name]:
            del left[name]
    return drawn


def judges_of(name: str, project: Path) -> tuple[list[str], list[str]]:
    """Return the tests that mirror a module, and those of its room."""
    unit = project / UNIT
    path = Path(name)
    word = path.parent.name if path.stem == "__init__" else path.stem
    around = [unit / parent for parent in path.parents]
    room = next((each for each in around[:-1] if each.is_dir()), None)
    stage = unit / path.parts[0]
    start = stage if stage.is_dir() else unit
    mirrored = sorted(start.rglob(f"test_{word}*.py"))
    if room is None:
        mirrored = sorted({*mirrored, *unit.glob(f"test_{path.parts[0].removesuffix('.py')}*.py")})
    found = set(room.rglob("test_*.py")) if room else set()
    for above in around[:-1]:  # what stands there is about all rooms below
        found |= set(above.glob("test_*.py"))
    rest = sorted(found - set(mirrored))
    return (
        [each.relative_to(project).as_posix() for each in mirrored],
        [each.relative_to(project).as_posix() for each in rest],
    )


def _copy(folder: Path) -> Path:
    """Copy what git knows of the project, as it stands now."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT, capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, target)
    modules = PROJECT / "node_modules"
    if modules.exists():
        (folder / "node_modules").symlink_to(modules.resolve())
    return folder


def chosen(
    mutant: Mutant, mirrored: Sequence[str], room: Sequence[str], reached: dict[str, Reach]
) -> tuple[str, ...]:
    """Return the tests that enter what a mutant changes: its mirror first, then the quickest.

    What no test enters, none can notice.
    """
    ordered = [*mirrored, *sorted(room, key=lambda test: reached[test].seconds)]
    return tuple(test for test in ordered if reached[test].meets(mutant.path, mutant.function))


def _reached(copy: Path, drawn: Sequence[Mutant], kept: Path | None) -> dict[str, Reach]:
    """Run every test that is needed as things are, but for those that `kept` tells of."""
    used = {test for each in drawn for part in judges_of(each.path, copy) for test in part}
    known = json.loads(kept.read_text(encoding="utf-8")) if kept and kept.is_file() else {}
    code = _digest(path for top in ("generator", "templates") for path in (copy / top).rglob("*.*"))
    keys = {test: f"{test} {_digest([copy / test])} {code}" for test in sorted(used)}
    found = {test: _as_reach(known[key]) for test, key in keys.items() if key in known}
    unknown = [test for test in keys if test not in found]
    for room, tests in groupby(unknown, key=lambda test: test.split("/")[2]):
        looked = reach(copy, list(tests))
        seconds = sum(each.seconds for each in looked.values())
        print(f"     {room}: {len(looked)} files, {seconds:.0f} s", file=sys.stderr, flush=True)
        found |= looked
        known |= {keys[test]: asdict(each) for test, each in looked.items() if each.passes}
        if kept:
            kept.write_text(json.dumps(known, default=sorted), encoding="utf-8")
    return found


def _as_reach(row: dict[str, Any]) -> Reach:
    return Reach(row["passes"], row["seconds"], frozenset(row["entered"]))


def _digest(paths: Iterable[Path]) -> str:
    """Return what tells files from the same ones with other content."""
    told = hashlib.sha256()
    for path in sorted(paths):
        if path.is_file() and "__pycache__" not in path.parts:
            told.update(path.read_bytes())
    return told.hexdigest()[:16]


def _tried(
    drawn: Sequence[Mutant], copies: Sequence[Path], limit: float, reached: dict[str, Reach]
) -> list[Tried]:
    free: queue.Queue[Path] = queue.Queue()
    for copy in copies:
        free.put(copy)

    def attempt(numbered: tuple[int, Mutant]) -> Tried:
        number, mutant = numbered
        copy = free.get()
        try:
            tried = _try(mutant, copy, limit, number, reached)
        finally:
            free.put(copy)
        print(f"{number + 1:4} {tried.outcome:10} {mutant.place}", file=sys.stderr, flush=True)
        return tried

    with ThreadPoolExecutor(len(copies)) as pool:
        return list(pool.map(attempt, enumerate(drawn)))


def _try(mutant: Mutant, copy: Path, limit: float, number: int, reached: dict[str, Reach]) -> Tried:
    path = copy / PACKAGE / mutant.path
    whole = path.read_text(encoding="utf-8")
    began = time.monotonic()
    tests = chosen(mutant, *judges_of(mutant.path, copy), reached)
    try:
        _write(path, mutant.source, number)
        outcome = OUTCOMES[passes(copy, tests, limit) if tests else True]
    finally:
        _write(path, whole, number)
    why = reason_for(mutant, whole.splitlines()[mutant.line - 1], _reasons())
    outcome = "equivalent" if why and outcome == "alive" else outcome
    return Tried(mutant, outcome, why, tests, round(time.monotonic() - began, 1))


def _write(path: Path, source: str, number: int) -> None:
    """Write a module with a time of its own, or Python would take what it compiled before."""
    before = path.stat().st_mtime
    path.write_text(source, encoding="utf-8")
    os.utime(path, (before + 2 + number, before + 2 + number))


def _reasons() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = tomllib.loads(REASONS.read_text(encoding="utf-8"))["equivalent"]
    return rows


def reason_for(mutant: Mutant, line: str, rows: Sequence[dict[str, str]]) -> str:
    """Return why a mutant of a line changes nothing; empty where nobody said so."""
    found = (
        row["why"]
        for row in rows
        if (row["file"], row["change"]) == (mutant.path, mutant.change) and row["line"] in line
    )
    return next(found, "")


def report(tried: Sequence[Tried]) -> str:
    """Return what was not killed, each with its change and how many tests it met, and the sums."""
    lines = []
    for each in tried:
        if each.outcome != "killed":
            lines.append(f"{each.outcome}  {each.mutant.place}  {each.mutant.kind}")
            lines.append(f"    {each.mutant.change}")
            lines.append(f"    {each.why or f'{len(each.tests)} files of tests'}")
    count = dict.fromkeys(("killed", "endless", "alive", "equivalent"), 0)
    for each in tried:
        count[each.outcome] += 1
    total = ", ".join(f"{number} {outcome}" for outcome, number in count.items())
    share = count["alive"] / len(tried) if tried else 0.0
    return "\n".join((*lines, f"{len(tried)} mutants: {total} ({share:.0%} alive)"))


def _row(tried: Tried) -> dict[str, object]:
    row = asdict(tried)
    del row["mutant"]["source"]
    return row


if __name__ == "__main__":
    sys.exit(main())
