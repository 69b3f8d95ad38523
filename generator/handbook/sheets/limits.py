"""Keep one sheet from holding up all others: limits of time, pages and memory.

A sheet of ours takes a second and has some pages; a book takes some minutes and has hundreds.
What goes far beyond is a mistake in a text or a template, and ends as one problem.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

SECONDS, PAGES = 120, 150  # for a sheet
SECONDS_A_BOOK, PAGES_A_BOOK = 1800, 2500
MEMORY = 4 * 1024**3  # bytes of addresses for a worker; a book of 500 pages takes an eighth
BOOK = '<body class="book">'


class TooMuch(BaseException):
    """A sheet went beyond a limit: `measure` is seconds or pages, `most` how many it may take.

    No Exception, so that nothing on the way takes it for a fault of its own and goes on.
    """

    def __init__(self, measure: str, most: int) -> None:
        super().__init__(f"more than {most} {measure}")
        self.measure = measure
        self.most = most


def limits_of(html: str) -> tuple[int, int]:
    """Return how many seconds and pages a sheet may take."""
    return (SECONDS_A_BOOK, PAGES_A_BOOK) if BOOK in html else (SECONDS, PAGES)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooMuch in the block when it takes longer.

    Only the main thread of a process can be interrupted, and not on Windows; elsewhere the block
    runs as long as it takes.
    """
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def stop(number: int, frame: object) -> None:
        raise TooMuch("seconds", round(seconds))

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def bound_memory() -> None:
    """Let a worker take no more than MEMORY; its MemoryError then spoils one sheet."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit, macOS no use
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
