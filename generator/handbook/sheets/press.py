"""Print sheets: take unchanged ones out of the cache, render the others in a pool of processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Executor, as_completed
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path

from handbook.compose.sheets import Printable
from handbook.passing import passing_folder
from handbook.problems import Problem, in_order, problem
from handbook.sheets.cache import Cache, PrintedSheet, key_of
from handbook.sheets.cluster import ClusterFault
from handbook.sheets.crew import Outcome, Task, rendered
from handbook.sheets.means import means
from handbook.sheets.misfits import misfits_of
from handbook.sheets.outcome import Spoilt
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
    keys: Mapping[str, str] | None = None,
    html_of: Callable[[Printable], str] = attrgetter("html"),
) -> Printed:
    """Make every sheet; one that fails is a problem, and the others are made all the same.

    `keys` tells by their addresses under which keys sheets are kept, where that is known; then
    `html_of` is called for those alone that are not in the cache.
    `executor` may be any executor that runs functions elsewhere, where this package is installed
    too; without one a pool of `jobs` processes is used. Raises PangoMissing when nothing can be
    rendered on the machine that should, ClusterFault when the executor fails as a whole, and
    OSError when neither `cache` nor any other folder can be written.
    """
    sheets = list(sheets)
    store = Cache(cache)
    known = keys or {}
    keys = {each.uri: known.get(each.uri) or key_of(html_of(each)) for each in sheets}
    done = {key: store.get(key) for key in dict.fromkeys(keys.values())}
    new = {keys[sheet.uri]: sheet for sheet in sheets if done[keys[sheet.uri]] is None}
    spoilt: dict[str, Spoilt] = {}
    # The largest first: a book begun last would keep one process busy while the others are done.
    html = {key: html_of(sheet) for key, sheet in new.items()}
    pages = {key: html[key] for key in sorted(html, key=lambda key: -len(html[key]))}
    with closing(_render(pages, jobs, executor)) as outcomes:
        for count, (key, outcome) in enumerate(outcomes, 1):
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
        problems=tuple(in_order([*failed, *misfits])),
        rendered=len(new),
    )


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
