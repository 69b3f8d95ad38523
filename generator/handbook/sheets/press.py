"""Print sheets: take unchanged ones out of the cache, render the others in a pool of processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, as_completed
from contextlib import nullcontext
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from handbook.compose.books import Book
from handbook.compose.sheets import PlacedSheet
from handbook.problems import Problem, in_order, problem
from handbook.sheets.cache import Cache, PrintedSheet, key_of
from handbook.sheets.fit import misfits_of
from handbook.sheets.glyphs import missing_glyphs
from handbook.sheets.limits import bound_memory
from handbook.sheets.pango import PangoMissing
from handbook.sheets.worker import Pressed, Spoilt, press

# WeasyPrint's memory grows with every document; after this many a worker is replaced.
# (`max_tasks_per_child` would do so by itself, but hangs in Python 3.11 when tasks are queued.)
SHEETS_PER_WORKER = 60

# Called for each sheet that was rendered: the sheet, how many are done, how many there are to do.
Progress = Callable[[PlacedSheet | Book, int, int], None]
Outcome = tuple[str, Pressed | Spoilt]


@dataclass(frozen=True)
class Printed:
    """The sheets made, by address; what is wrong; and how many had to be rendered."""

    files: Mapping[str, PrintedSheet]
    problems: tuple[Problem, ...]
    rendered: int


def print_sheets(
    sheets: Iterable[PlacedSheet | Book],
    *,
    cache: Path,
    jobs: int | None = None,
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> Printed:
    """Make every sheet; one that fails is a problem, and the others are made all the same.

    `executor` may be any executor that runs functions elsewhere; without one a pool of `jobs`
    processes is used. Raises PangoMissing when nothing can be rendered on this machine, and
    OSError when `cache` cannot be written.
    """
    sheets = list(sheets)
    store = Cache(cache)
    keys = {sheet.uri: key_of(sheet.html) for sheet in sheets}
    done = {key: store.get(key) for key in dict.fromkeys(keys.values())}
    new = {keys[sheet.uri]: sheet for sheet in sheets if done[keys[sheet.uri]] is None}
    spoilt: dict[str, Spoilt] = {}
    # The largest first: a book begun last would keep one process busy while the others are done.
    largest = sorted(new, key=lambda key: -len(new[key].html))
    pages = {key: new[key].html for key in largest}
    for count, (key, outcome) in enumerate(_render(pages, jobs, executor), 1):
        if isinstance(outcome, Spoilt):
            spoilt[key] = outcome
        else:
            done[key] = store.put(key, outcome)
        if progress:
            progress(new[key], count, len(new))
    store.prune(done.keys())
    failed = [_told(sheet, spoilt[key]) for sheet in sheets if (key := keys[sheet.uri]) in spoilt]
    files = {uri: kept for uri, key in keys.items() if (kept := done[key]) is not None}
    misfits = misfits_of(sheets, {uri: kept.misfits for uri, kept in files.items()})
    return Printed(
        files=files,
        problems=tuple(in_order([*failed, *misfits, *missing_glyphs(sheets)])),
        rendered=len(new),
    )


def _told(sheet: PlacedSheet | Book, spoilt: Spoilt) -> Problem:
    if spoilt.beyond:
        measure, most = spoilt.beyond
        return problem("endless-sheet", sheet.place, measure, sheet=sheet.uri, most=most)
    return problem("sheet-failed", sheet.place, "report", sheet=sheet.uri, reason=spoilt.reason)


def _render(
    pages: Mapping[str, str], jobs: int | None, executor: Executor | None
) -> Iterator[Outcome]:
    """Yield (key, outcome) as they come; every key comes exactly once."""
    if executor is not None:
        yield from _generation(list(pages), pages, nullcontext(executor))
        return
    jobs = jobs or os.cpu_count() or 1
    lost: list[str] = []
    for generation in _batches(list(pages), jobs * SHEETS_PER_WORKER):
        finished = set()
        try:
            for outcome in _generation(generation, pages, _pool(min(jobs, len(generation)))):
                finished.add(outcome[0])
                yield outcome
        except BrokenExecutor:
            lost += [key for key in generation if key not in finished]
    # A worker died and took its neighbours along. Each alone shows which sheet it was.
    for key in lost:
        try:
            yield from _generation([key], pages, _pool(1))
        except BrokenExecutor:
            yield key, Spoilt("the process that rendered it was killed")


def _generation(keys: Sequence[str], pages: Mapping[str, str], pool) -> Iterator[Outcome]:
    with pool as workers:
        waiting = {workers.submit(press, pages[key]): key for key in keys}
        try:
            for future in as_completed(waiting):
                outcome = future.result()
                if isinstance(outcome, Spoilt) and outcome.no_pango:
                    raise PangoMissing(outcome.reason)
                yield waiting[future], outcome
        finally:
            for future in waiting:
                future.cancel()


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=bound_memory)


def _batches(keys: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), size):
        yield keys[start : start + size]
