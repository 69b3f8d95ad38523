"""Processes that render sheets: each takes the next one as soon as it is free.

One that dies costs the sheet it had in hand. None outlives the process it works for, however that
ends, and none holds its streams: who waits for their end waits for that process alone.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any

from handbook.sheets.limits import TooMuch, limits_of
from handbook.sheets.outcome import Pressed, Spoilt
from handbook.sheets.worker import prepare

# WeasyPrint's memory grows a little with every document; after this many a worker is replaced.
SHEETS_PER_WORKER = 500
GRACE = 30  # seconds beyond a sheet's limit, in which a worker should have stopped it by itself
PR_SET_PDEATHSIG = 1

Outcome = tuple[str, Pressed | Spoilt]
Task = Callable[[str], Pressed | Spoilt]


def rendered(pages: Mapping[str, str], jobs: int, folder: str, task: Task) -> Iterator[Outcome]:
    """Yield (key, outcome) as they come; every key comes exactly once.

    At most `jobs` processes work at a time; what they keep for a while goes into `folder`.
    """
    lost: list[str] = []
    for key, outcome in _Crew(jobs, folder, task).press(pages):
        if outcome is None:
            lost.append(key)
        else:
            yield key, outcome
    # A worker that died may have had too much beside it. Alone, each has all the machine.
    for key, outcome in _Crew(1, folder, task).press({key: pages[key] for key in lost}):
        yield key, outcome or Spoilt("the process that rendered it was killed")


class _Crew:
    def __init__(self, jobs: int, folder: str, task: Task) -> None:
        self._jobs = jobs
        self._means = folder, task
        self._workers: list[_Worker] = []

    def press(self, pages: Mapping[str, str]) -> Iterator[tuple[str, Pressed | Spoilt | None]]:
        """Yield (key, outcome) as they come; None where the worker died of it."""
        waiting = iter(pages.items())
        try:
            for _ in range(min(self._jobs, len(pages))):
                self._workers.append(_Worker(*self._means))
            for worker in self._workers:
                worker.begin(*next(waiting))
            while any(worker.key for worker in self._workers):
                for worker in self._ready():
                    yield worker.key, worker.outcome()
                    self._go_on(worker, next(waiting, None))
        finally:
            for worker in self._workers:
                worker.end()

    def _ready(self) -> list[_Worker]:
        """Wait for those who have finished or died, or whose time is over."""
        busy = [worker for worker in self._workers if worker.key]
        patience = min(worker.deadline for worker in busy) - time.monotonic()
        heard = wait([worker.line for worker in busy], max(0, patience))
        now = time.monotonic()
        return [each for each in busy if each.line in heard or each.deadline <= now]

    def _go_on(self, worker: _Worker, page: tuple[str, str] | None) -> None:
        worker.key = ""
        if page is not None:
            if worker.is_spent:
                self._workers.remove(worker)
                worker.end()
                worker = _Worker(*self._means)
                self._workers.append(worker)
            worker.begin(*page)


class _Worker:
    """A process and the line to it; `key` names the sheet it has in hand."""

    def __init__(self, folder: str, task: Task) -> None:
        context = get_context("spawn")
        self.line, far_end = context.Pipe()
        self.key = ""
        self.deadline = 0.0
        self._seconds = 0
        self._done = 0
        self._is_dead = False
        self._process = context.Process(
            target=_work, args=(far_end, folder, task), daemon=True, name="handbook sheets"
        )
        with _interrupts_held_back():
            self._process.start()
        far_end.close()

    @property
    def is_spent(self) -> bool:
        """Whether another should take its place."""
        return self._is_dead or self._done >= SHEETS_PER_WORKER

    def begin(self, key: str, html: str) -> None:
        """Give it a sheet."""
        self.key = key
        with suppress(OSError):  # it has died: outcome() will say so
            self.line.send(html)
        self._seconds, _ = limits_of(html)
        self.deadline = time.monotonic() + self._seconds + GRACE

    def outcome(self) -> Pressed | Spoilt | None:
        """Return what has come of its sheet; None when it died, which may have another cause."""
        self._done += 1
        try:
            if self.line.poll():
                made: Pressed | Spoilt = self.line.recv()
                return made
        except (EOFError, OSError):
            self._is_dead = True
            return None
        self._is_dead = True  # it is out of Python's reach
        much = TooMuch("seconds", self._seconds)
        return Spoilt(str(much), beyond=(much.measure, much.most))

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.line.close()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Start processes that Ctrl-C on a terminal does not reach: we are asked, and end them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(line: Connection, folder: str, task: Task) -> None:
    """Render one sheet after another, as long as there is somebody to render them for."""
    _let_go_of_streams()
    _end_with_parent()
    prepare(folder)
    with suppress(EOFError, OSError):
        while True:
            line.send(task(line.recv()))


def _let_go_of_streams() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)


def _end_with_parent() -> None:
    """End as soon as the parent has: by the system where that can, else by a thread that waits."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    parent: Any = multiprocessing.parent_process()

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
