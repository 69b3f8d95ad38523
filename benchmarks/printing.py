"""Measure how long the sheets of a handbook take to print, beside WeasyPrint used in plain ways.

All ways print the same HTML in one run, so that what else the machine does falls on all alike:
what counts are the ratios. The best of some rounds counts, for those ways that are compared. Beside
the time on the clock stands that of the processors, which other programs hardly change.
"""

from __future__ import annotations

import importlib.util
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks.sample import Sample, sample_of

from handbook.compose.sheets import Printable
from handbook.sheets.press import print_sheets
from handbook.sheets.worker import Spoilt, prepare, press

WANTED = {"ours, cold": 0.6, "ours, unchanged": 0.02}  # of the loop's time
MOST_MIB = 400  # of a worker's memory
JOBS = os.cpu_count() or 1
PLAIN = (sys.executable, "-m", "benchmarks.plain")
TABLE = """\
#set page("a4", margin: 16mm)
#set text(font: "Handbook Sans", size: 10.5pt)
= 客户投诉处理
#table(columns: (auto, 1fr, 3cm, 3cm), [序], [步骤], [谁], [签名],
{rows})
"""


@dataclass(frozen=True, order=True)
class Time:
    """Seconds on the clock, and of all processors together."""

    clock: float
    processors: float


@dataclass(frozen=True)
class Printing:
    """The time that each way took, how much there was to do, and the memory of a worker."""

    sheets: int
    times: dict[str, Time]
    changed: int  # sheets that had to be rendered again after one definition changed
    pressed: int  # sheets that one worker rendered one after the other
    peak_mib: float  # and the most memory that it took then

    def ratio(self, way: str) -> float:
        """How long a way took, of the loop's time."""
        return self.times[way].clock / self.times["one loop"].clock

    @property
    def is_good(self) -> bool:
        return self.peak_mib <= MOST_MIB and all(
            self.ratio(way) <= most for way, most in WANTED.items()
        )


def measure_printing(project: Path, most: int, pressed: int, rounds: int) -> Printing:
    """Print up to `most` sheets of a handbook in every way, and `pressed` in one worker."""
    sample = sample_of(project, most - 1)
    times: dict[str, Time] = {}
    with tempfile.TemporaryDirectory() as folder:
        files = [_write(Path(folder), number, each) for number, each in enumerate(sample.sheets)]
        times["process a sheet"] = _timed(lambda: [_plain(file) for file in files])
        for number in range(rounds):
            cache = Path(folder) / f"cache-{number}"
            for way, work in _ways(sample, files, cache).items():
                time_taken = _timed(work)
                times[way] = min(time_taken, times.get(way, time_taken))
        if importlib.util.find_spec("typst"):
            times["Typst"] = _timed(lambda: _typst(Path(folder), len(files)))
    many = sample_of(project, pressed - 1).sheets
    return Printing(len(files), times, sample.changes, len(many), _peak(many))


def _ways(sample: Sample, files: Sequence[str], cache: Path) -> dict[str, Callable[[], object]]:
    """Return what is compared, in the order in which it is done: ours begins with no cache."""

    def ours(sheets: Sequence[Printable]) -> Callable[[], object]:
        return lambda: print_sheets(sheets, cache=cache, jobs=JOBS)

    return {
        "one loop": lambda: _plain(*files),
        "ours, cold": ours(sample.sheets),
        "ours, one changed": ours(sample.changed),
        "ours, unchanged": ours(sample.sheets),
    }


def _write(folder: Path, number: int, sheet: Printable) -> str:
    file = folder / f"{number}.html"
    file.write_text(sheet.html, encoding="utf-8")
    return str(file)


def _plain(*files: str) -> None:
    subprocess.run([*PLAIN, *files], check=True)


def _timed(work: Callable[[], object]) -> Time:
    start, before = time.perf_counter(), _processor_time()
    work()
    return Time(time.perf_counter() - start, _processor_time() - before)


def _processor_time() -> float:
    """Return the seconds of this process, and of those it made that have ended."""
    return sum(os.times()[:4])


def _peak(sheets: Sequence[Printable]) -> float:
    """Return the most memory that one worker takes for all of the sheets, in MiB."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(
            1, mp_context=get_context("spawn"), initializer=prepare, initargs=(folder,)
        ) as pool,
    ):
        return pool.submit(_worker_memory, [sheet.html for sheet in sheets]).result()


def _worker_memory(pages: Sequence[str]) -> float:
    for page in pages:
        outcome = press(page)
        if isinstance(outcome, Spoilt):
            raise RuntimeError(outcome.reason)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _typst(folder: Path, count: int) -> None:
    import typst

    from handbook.sheets.fonts import REGULAR

    rows = "\n".join(f"[{n}], [先听完，再复述确认], [接诉人员], []," for n in range(1, 21))
    source = folder / "table.typ"
    source.write_text(TABLE.replace("{rows}", rows), encoding="utf-8")
    for _ in range(count):
        typst.compile(str(source), font_paths=[str(REGULAR.parent)])
