"""Measure how long a handbook takes to load, check and export, beside PyYAML's C loader alone."""

from __future__ import annotations

import datetime
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from benchmarks.generate import write_handbook

from handbook.check import check
from handbook.model.export import as_json
from handbook.model.load import assemble
from handbook.read import FolderTree, read_content
from handbook.read.collector import no_search_for_cycles

TODAY = datetime.date(2026, 11, 1)
STAGES = ("parse", "read", "model", "check", "export")
ALLOWED_TIMES = 2  # times the parsing alone …
ALLOWED_SECONDS = 1  # … and a second


@dataclass(frozen=True)
class Measured:
    """The seconds that each stage took at best, and how much there was to do."""

    definitions: int
    megabytes: float
    links: int
    seconds: dict[str, float]

    @property
    def ours(self) -> float:
        """Everything but the parsing by PyYAML alone, in seconds."""
        return sum(self.seconds[stage] for stage in STAGES[1:])

    @property
    def allowed(self) -> float:
        """What it may take, in seconds."""
        return ALLOWED_TIMES * self.seconds["parse"] + ALLOWED_SECONDS


def measure(definitions: int, rounds: int) -> Measured:
    """Write a handbook of so many definitions and time each stage, the rounds interleaved.

    The best of the rounds counts: what else the machine does only ever adds to a time.
    """
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        files = write_handbook(project, definitions)
        times = [_round(project, files) for _ in range(rounds)]
        seconds = {stage: min(each[stage] for each, _ in times) for stage in STAGES}
        megabytes = sum(file.stat().st_size for file in files) / 1e6
        return Measured(definitions, megabytes, times[0][1], seconds)


def _round(project: Path, files: list[Path]) -> tuple[dict[str, float], int]:
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        result = work()
        seconds[stage] = time.perf_counter() - start
        return result

    with no_search_for_cycles():
        timed("parse", lambda: [_parsed_by_pyyaml(file) for file in files])
        reading = timed("read", lambda: read_content(FolderTree(project)))
        loaded = timed("model", lambda: assemble(reading))
        timed("check", lambda: check(loaded.handbook, TODAY))
        timed("export", lambda: as_json(loaded.handbook))
    assert not loaded.problems, loaded.problems[:3]
    return seconds, len(loaded.handbook.links)


def _parsed_by_pyyaml(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
