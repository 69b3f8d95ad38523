"""Measure how long the sheets of a handbook take to print, beside WeasyPrint used in plain ways.

All ways print the same HTML in one run, so that what else the machine does falls on all alike:
what counts are the ratios.
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
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from handbook.compose.sheets import PlacedSheet, compose_sheet, sheets_in
from handbook.compose.templates import environment
from handbook.model.load import load
from handbook.sheets.press import print_sheets
from handbook.sheets.worker import font_faces, press

KINDS = ("checklist", "procedure", "card", "form", "script", "policy")
WANTED = {"ours, cold": 0.6, "ours, unchanged": 0.02}  # of the loop's time
JOBS = os.cpu_count() or 1

ONE = "import sys; from benchmarks.printing import plain; plain(sys.argv[1:])"
TABLE = """\
#set page("a4", margin: 16mm)
#set text(font: "Handbook Sans", size: 10.5pt)
= 客户投诉处理
#table(columns: (auto, 1fr, 3cm, 3cm), [序], [步骤], [谁], [签名],
{rows})
"""


@dataclass(frozen=True)
class Printing:
    """The seconds that each way took, for how many sheets, and the most memory of a worker."""

    sheets: int
    seconds: dict[str, float]
    peak_mib: float

    def ratio(self, way: str) -> float:
        """How long a way took, of the loop's time."""
        return self.seconds[way] / self.seconds["one loop"]

    @property
    def is_fast(self) -> bool:
        return all(self.ratio(way) <= most for way, most in WANTED.items())


def measure_printing(project: Path, most: int) -> Printing:
    """Print up to `most` sheets of a handbook in every way."""
    sheets = _sheets(project, most)
    with tempfile.TemporaryDirectory() as folder:
        files = [_write(Path(folder), number, sheet) for number, sheet in enumerate(sheets)]
        cache = Path(folder) / "cache"
        changed = [_changed(sheets[0]), *sheets[1:]]
        ways: dict[str, Callable[[], object]] = {
            "process a sheet": lambda: [_run(ONE, file) for file in files],
            "one loop": lambda: _run(ONE, *files),
            "ours, cold": lambda: print_sheets(sheets, cache=cache, jobs=JOBS),
            "ours, one changed": lambda: print_sheets(changed, cache=cache, jobs=JOBS),
            "ours, unchanged": lambda: print_sheets(sheets, cache=cache, jobs=JOBS),
        }
        if importlib.util.find_spec("typst"):
            ways["Typst"] = lambda: _typst(Path(folder), len(sheets))
        seconds = {way: _timed(work) for way, work in ways.items()}
    return Printing(len(sheets), seconds, _peak(sheets))


def plain(files: Sequence[str]) -> None:
    """Print files as a plain program with WeasyPrint would: fonts from the disk, one by one."""
    from weasyprint import CSS, HTML

    from handbook.sheets.fetcher import OwnFontsOnly

    for file in files:
        faces = CSS(string=font_faces(), url_fetcher=OwnFontsOnly())
        HTML(file).write_pdf(file + ".pdf", stylesheets=[faces], pdf_variant="pdf/ua-1")


def _sheets(project: Path, most: int) -> list[PlacedSheet]:
    """Compose sheets of all kinds in turn, so that few are as mixed as all."""
    handbook, templates = load(project).handbook, environment(project)
    of_kind = {kind: [] for kind in KINDS}
    for definition, kind in sheets_in(handbook):
        if kind in of_kind:
            of_kind[kind].append(definition)
    mixed = [
        (definitions[turn], kind)
        for turn in range(max(map(len, of_kind.values())))
        for kind, definitions in of_kind.items()
        if turn < len(definitions)
    ]
    return [compose_sheet(handbook, templates, *each) for each in mixed[:most]]


def _changed(sheet: PlacedSheet) -> PlacedSheet:
    return replace(sheet, html=sheet.html.replace("</h1>", "二</h1>", 1))


def _write(folder: Path, number: int, sheet: PlacedSheet) -> str:
    file = folder / f"{number}.html"
    file.write_text(sheet.html, encoding="utf-8")
    return str(file)


def _run(program: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", program, *arguments], check=True)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _peak(sheets: Sequence[PlacedSheet]) -> float:
    """Return the most memory that one worker takes for all of the sheets, in MiB."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_worker_memory, [sheet.html for sheet in sheets]).result()


def _worker_memory(pages: Sequence[str]) -> float:
    for page in pages:
        press(page)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _typst(folder: Path, count: int) -> None:
    import typst

    from handbook.sheets.fonts import REGULAR

    rows = "\n".join(f"[{n}], [先听完，再复述确认], [接诉人员], []," for n in range(1, 21))
    source = folder / "table.typ"
    source.write_text(TABLE.replace("{rows}", rows), encoding="utf-8")
    for _ in range(count):
        typst.compile(str(source), font_paths=[str(REGULAR.parent)])
