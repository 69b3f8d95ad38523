"""Keep one sheet from holding up all others: limits of time, pages and memory.

A sheet of ours takes a second and has some pages; a book takes some minutes and has hundreds.
What goes far beyond is a mistake in a text or a template, and ends as one problem.
"""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Generic, TypeVar

from handbook.paper import marks

SECONDS, PAGES = 120, 150  # for a sheet
SECONDS_A_BOOK, PAGES_A_BOOK = 1800, 2500
MEMORY = 4 * 1024**3  # bytes of addresses for a worker; a book of 300 pages takes a third
BOOK = f'<body class="{marks.BOOK}">'
AGAIN = 0.05  # seconds until the end is called again, where it was not heard

Made = TypeVar("Made")


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


def within(seconds: float, work: Callable[[], Made]) -> Made:
    """Return what `work` makes; raise TooMuch in the midst of it when it takes longer.

    In the main thread a signal interrupts it, in any other a watchman does. Python swallows what
    is raised in a destructor, so it is not raised there, and raised again until the work ends. A
    call out of Python is waited for.
    """
    in_main_thread = threading.current_thread() is threading.main_thread()
    guard = _alarmed if in_main_thread and hasattr(signal, "setitimer") else _watched
    try:
        return guard(seconds, _Work(work))
    except _Overdue:
        raise TooMuch("seconds", round(seconds)) from None


class _Overdue(BaseException):
    """The time is over; raised wherever the work is just then."""


class _Work(Generic[Made]):
    """Something being done, and whether a thread is in the midst of it."""

    def __init__(self, work: Callable[[], Made]) -> None:
        self._work = work
        self._frame: FrameType | None = None

    def do(self) -> Made:
        """Do it."""
        self._frame = sys._getframe()
        return self._work()

    def is_over(self, frame: FrameType | None) -> bool:
        """Whether a thread that is at this frame has left what it had begun."""
        return self._frame is not None and all(each is not self._frame for each in _stack(frame))

    def can_be_stopped(self, frame: FrameType | None) -> bool:
        """Whether a thread is in the midst of it, and in no destructor."""
        for each in _stack(frame):
            if each is self._frame:
                return True
            if each.f_code.co_name == "__del__":
                return False
        return False


def _stack(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def _alarmed(seconds: float, work: _Work[Made]) -> Made:
    def ring(number: int, frame: FrameType | None) -> None:
        if work.can_be_stopped(frame):
            raise _Overdue

    before = signal.signal(signal.SIGALRM, ring)
    try:
        with _unheard():
            signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
            return work.do()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _watched(seconds: float, work: _Work[Made]) -> Made:
    """Let a second thread raise _Overdue in this one, as only CPython's C interface can."""
    this, door, over = threading.get_ident(), threading.Lock(), threading.Event()

    def watch() -> None:
        pause = seconds
        while not over.wait(pause):
            pause = AGAIN
            if work.is_over(sys._current_frames().get(this)):
                return
            if door.acquire(timeout=AGAIN):
                if not over.is_set() and work.can_be_stopped(sys._current_frames().get(this)):
                    _raise_in(this, _Overdue)
                door.release()

    threading.Thread(target=watch, name="watchman", daemon=True).start()
    try:
        with _unheard():
            return work.do()
    finally:
        with door:
            over.set()
        _raise_in(this, None)  # what was raised too late to arrive


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    raised = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)


@contextmanager
def _unheard() -> Iterator[None]:
    """Say nothing of an _Overdue that Python swallows, as in a callback: another one follows."""
    before = sys.unraisablehook

    def tell(unraisable: sys.UnraisableHookArgs) -> None:
        if unraisable.exc_type is not _Overdue:
            before(unraisable)

    sys.unraisablehook = tell
    try:
        yield
    finally:
        if sys.unraisablehook is tell:  # else two threads at once, and the other one goes on
            sys.unraisablehook = before


def bound_memory() -> None:
    """Let a worker take no more than MEMORY; its MemoryError then spoils one sheet."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit, macOS no use
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
