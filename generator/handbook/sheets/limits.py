"""Keep one sheet from holding up all others: limits of time, pages and memory.

A sheet of ours takes a second and has some pages; a book takes some minutes and has hundreds.
What goes far beyond is a mistake in a text or a template, and ends as one problem.
"""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

SECONDS, PAGES = 120, 150  # for a sheet
SECONDS_A_BOOK, PAGES_A_BOOK = 1800, 2500
MEMORY = 4 * 1024**3  # bytes of addresses for a worker; a book of 300 pages takes a third
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

    In the main thread a signal interrupts it, in any other a watchman does. Both wait until a call
    out of Python comes back.
    """
    in_main_thread = threading.current_thread() is threading.main_thread()
    guard = _alarm if in_main_thread and hasattr(signal, "setitimer") else _watched
    try:
        with guard(seconds):
            yield
    except _Overdue:
        raise TooMuch("seconds", round(seconds)) from None


class _Overdue(BaseException):
    """The time is over; raised wherever the block is just then."""


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise _Overdue

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """Let a second thread raise _Overdue in this one, as only CPython's C interface can."""
    this, door, is_over = threading.get_ident(), threading.Lock(), False

    def strike() -> None:
        with door:
            if not is_over:
                _raise_in(this, _Overdue)

    watchman = threading.Timer(seconds, strike)
    watchman.daemon = True
    watchman.start()
    try:
        yield
    finally:
        with door:
            is_over = True
        _raise_in(this, None)  # what was raised too late to arrive
        watchman.cancel()


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    raised = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)


def bound_memory() -> None:
    """Let a worker take no more than MEMORY; its MemoryError then spoils one sheet."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit, macOS no use
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
