"""Print sheets: take unchanged ones out of the cache, render the others in a pool of processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, as_completed
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from handbook.compose.books.sheets import Book
from handbook.compose.sheets import Printable
from handbook.passing import passing_folder
from handbook.problems import Problem, in_order, problem
from handbook.sheets.bound import Keys, bound, keys_of, pages_of
from handbook.sheets.cache import Cache, PrintedSheet
from handbook.sheets.cluster import ClusterFault
from handbook.sheets.crew import Outcome, Task, rendered
from handbook.sheets.means import means
from handbook.sheets.misfits import misfits_of
from handbook.sheets.outcome import Pressed, Spoilt
from handbook.sheets.pango import PangoMissing
from handbook.sheets.worker import press, press_alike

# Called for each sheet that was rendered: the sheet, how many are done, how many there are to do.
Progress = Callable[[Printable, int, int], None]


@dataclass(frozen=True)
class Printed:
    """The sheets made, by address; what is wrong; and how many had to be rendered."""

    files: Mapping[str, PrintedSheet]
    problems: tuple[Problem, ...]
    rendered: int


def print_sheets(
    sheets: Iterable[Printable],
    *,
    cache: Path,
    jobs: int | None = None,
    progress: Progress | None = None,
    executor: Executor | None = None,
    keys: Mapping[str, Keys] | None = None,
    whole_of: Callable[[Printable], Printable] = lambda sheet: sheet,
) -> Printed:
    """Make every sheet; one that fails is a problem, and the others are made all the same.

    `keys` tells by their addresses under which keys sheets are kept, where that is known; then
    `whole_of` is called, to compose them, for those alone that are not in the cache.
    `executor` may be any executor that runs functions elsewhere, where this package is installed
    too; without one a pool of `jobs` processes is used. Raises PangoMissing when nothing can be
    rendered on the machine that should, ClusterFault when the executor fails as a whole, and
    OSError when neither `cache` nor any other folder can be written.
    """
    sheets = list(sheets)
    store = Cache(cache)
    known = keys or {}
    keys = {each.uri: known.get(each.uri) or keys_of(whole_of(each)) for each in sheets}
    made: dict[str, PrintedSheet | Spoilt] = {}  # by their keys: sheets, books, pieces of books
    made |= _kept(store, (each.whole for each in keys.values()))
    missing = {
        keys[each.uri]: whole_of(each) for each in sheets if keys[each.uri].whole not in made
    }
    made |= _kept(store, (key for each in missing for key in each.pieces))
    todo = {
        key: (sheet, html)
        for each, sheet in missing.items()
        for key, html in zip(each.pieces, pages_of(sheet), strict=True)
        if key not in made
    }
    # The largest first: what is begun last would keep one process busy while the others are done.
    pages = {key: todo[key][1] for key in sorted(todo, key=lambda key: -len(todo[key][1]))}
    with closing(_render(pages, jobs, executor)) as outcomes:
        for count, (key, outcome) in enumerate(outcomes, 1):
            made[key] = outcome if isinstance(outcome, Spoilt) else store.put(key, outcome)
            if progress:
                progress(todo[key][0], count, len(todo))
    for each, sheet in missing.items():
        if isinstance(sheet, Book):
            book = bound(sheet, (_pressed(made[key]) for key in each.pieces))
            made[each.whole] = book if isinstance(book, Spoilt) else store.put(each.whole, book)
    store.prune({key for each in keys.values() for key in (each.whole, *each.pieces)})
    return _printed(sheets, {each.uri: made[keys[each.uri].whole] for each in sheets}, len(missing))


def _kept(store: Cache, keys: Iterable[str]) -> dict[str, PrintedSheet]:
    return {key: kept for key in dict.fromkeys(keys) if (kept := store.get(key)) is not None}


def _printed(
    sheets: Sequence[Printable], made: Mapping[str, PrintedSheet | Spoilt], rendered: int
) -> Printed:
    """Tell what has come of all sheets; `made` has it by their addresses."""
    failed = [
        _told(sheet, outcome)
        for sheet in sheets
        if isinstance(outcome := made[sheet.uri], Spoilt)
    ]
    files = {uri: kept for uri, kept in made.items() if isinstance(kept, PrintedSheet)}
    misfits = misfits_of(sheets, {uri: kept.misfits for uri, kept in files.items()})
    return Printed(files, tuple(in_order([*failed, *misfits])), rendered)


def _pressed(made: PrintedSheet | Spoilt) -> Pressed | Spoilt:
    """Return what was laid out as it came from the worker."""
    if isinstance(made, Spoilt):
        return made
    return Pressed(made.path.read_bytes(), made.pages, made.size_mm, made.misfits)


def _told(sheet: Printable, spoilt: Spoilt) -> Problem:
    if spoilt.beyond:
        measure, most = spoilt.beyond
        return problem("endless-sheet", sheet.place, measure, sheet=sheet.uri, most=most)
    return problem("sheet-failed", sheet.place, "report", sheet=sheet.uri, reason=spoilt.reason)


def _render(
    pages: Mapping[str, str], jobs: int | None, executor: Executor | None
) -> Generator[Outcome]:
    """Yield (key, outcome) as they come; every key comes exactly once."""
    if executor is not None:
        outcomes = _rendered_elsewhere(pages, executor)
    else:
        outcomes = _rendered_here(pages, jobs or os.cpu_count() or 1)
    with closing(outcomes):
        for key, outcome in outcomes:
            if isinstance(outcome, Spoilt) and outcome.no_pango:
                raise PangoMissing(outcome.reason)
            if isinstance(outcome, Spoilt) and outcome.is_unlike:
                raise ClusterFault("cluster-unlike")
            yield key, outcome


def _rendered_here(pages: Mapping[str, str], jobs: int) -> Generator[Outcome]:
    if pages:
        with passing_folder() as folder:
            yield from rendered(pages, jobs, str(folder), press)


def _rendered_elsewhere(pages: Mapping[str, str], executor: Executor) -> Generator[Outcome]:
    """Yield what an executor of somebody else gives; one that breaks down is no sheet's fault."""
    try:
        yield from _submitted(pages, executor, partial(press_alike, means()))
    except (BrokenExecutor, CancelledError) as error:
        raise ClusterFault("cluster-lost") from error
    except ImportError as error:  # it has not got this package
        raise ClusterFault("cluster-unlike") from error


def _submitted(pages: Mapping[str, str], executor: Executor, task: Task) -> Generator[Outcome]:
    waiting = {executor.submit(task, html): key for key, html in pages.items()}
    try:
        for future in as_completed(list(waiting)):
            key = waiting.pop(future)
            try:
                outcome = future.result()
            except (BrokenExecutor, CancelledError, ImportError):
                raise
            except Exception as error:  # as when a machine goes down for the third time
                outcome = Spoilt(f"{type(error).__name__}: {error}")
            yield key, outcome
    finally:
        for future in waiting:
            future.cancel()
