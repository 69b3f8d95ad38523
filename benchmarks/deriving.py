"""Measure what follows from the definitions: deriving it, drawing swimlanes, composing its pages.

The handbooks have 30 procedures to a hundred definitions, 600 at 2,000. Each stage starts from a
handbook that is loaded and knows nothing yet; the best of the rounds counts.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.generate import MANY_PROCEDURES, write_handbook

from handbook.compose.frame.composer import Composer
from handbook.compose.kinds.procedure.swimlane import swimlane
from handbook.compose.overviews.pages import derived_batches
from handbook.compose.setting.medium import Screen
from handbook.derive.duties import duties, duties_by_person
from handbook.derive.events import event_duties
from handbook.derive.registers import open_points, records
from handbook.derive.responsibilities import parts_by_person
from handbook.model.handbook import Handbook
from handbook.model.kinds import Procedure
from handbook.model.load import load
from handbook.read.collector import no_search_for_cycles

SIZES = (500, 1000, 2000)  # definitions
STAGES = ("derive", "draw", "compose")
LARGEST_ALLOWED = 1_000_000  # bytes
GROWTH_ALLOWED = 1.35  # seconds a definition, the largest handbook against the smallest


@dataclass(frozen=True)
class Deriving:
    """The seconds of each stage, how many pages it gave, and the bytes of the largest."""

    definitions: int
    procedures: int
    seconds: dict[str, float]
    pages: int
    largest: int

    @property
    def each(self) -> float:
        """Milliseconds a definition, over all stages."""
        return 1000 * sum(self.seconds.values()) / self.definitions


def report(sizes: Sequence[int] | None, rounds: int, _project: Path | None) -> int:
    """Print a row a size; leave with 1 when a page is too large or the growth not near linear."""
    print("| definitions | procedures | derive, s | draw, s | compose, s | ms each | pages | KB |")
    print("| ----------: | ---------: | --------: | ------: | ---------: | ------: | ----: | -: |")
    rows = []
    for definitions in sizes or SIZES:
        found = measure_deriving(definitions, rounds)
        stages = " | ".join(f"{found.seconds[stage]:.2f}" for stage in STAGES)
        print(
            f"| {found.definitions} | {found.procedures} | {stages} | {found.each:.2f} "
            f"| {found.pages} | {found.largest / 1000:.0f} |",
            flush=True,
        )
        rows.append(found)
    is_linear = rows[-1].each <= GROWTH_ALLOWED * rows[0].each
    return 0 if is_linear and all(row.largest <= LARGEST_ALLOWED for row in rows) else 1


def measure_deriving(definitions: int, rounds: int) -> Deriving:
    """Write a handbook of so many definitions and time each stage."""
    with tempfile.TemporaryDirectory() as folder, no_search_for_cycles():
        project = Path(folder)
        write_handbook(project, definitions, MANY_PROCEDURES)
        measured = [_round(project) for _ in range(rounds)]
    seconds = {stage: min(each[0][stage] for each in measured) for stage in STAGES}
    pages = measured[0][1]
    largest = max(len(page.markdown.encode()) for page in pages)
    return Deriving(definitions, measured[0][2], seconds, len(pages), largest)


def _round(project: Path) -> tuple[dict[str, float], list, int]:
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[Handbook], Any]) -> Any:
        handbook = load(project).handbook
        start = time.process_time()
        result = work(handbook)
        seconds[stage] = time.process_time() - start
        return result

    timed("derive", _derive)
    drawn = timed("draw", _draw)
    pages = timed("compose", lambda handbook: _compose(handbook, project))
    return seconds, pages, drawn


def _derive(handbook: Handbook) -> None:
    """Work out who does what, what is due when, and what is kept, over all."""
    everything = handbook.definitions
    parts_by_person(handbook)
    duties(handbook)
    duties_by_person(handbook)
    for derive in (event_duties, records, open_points):
        list(derive(handbook, everything))


def _draw(handbook: Handbook) -> int:
    """Draw the swimlane of every procedure; return how many."""
    procedures = handbook.of(Procedure)
    for procedure in procedures:
        swimlane(procedure, Screen(handbook, procedure.section, "page.html"))
    return len(procedures)


def _compose(handbook: Handbook, project: Path) -> list:
    batches = derived_batches(Composer(handbook, project)).values()
    return [page for batch in batches for page in batch]
