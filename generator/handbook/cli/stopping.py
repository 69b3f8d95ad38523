"""End a run that is asked to end, by whatever signal, as Ctrl-C ends it: everything is tidied up.

As shells count, it leaves with 128 and the number of the signal: 130, 143 for SIGTERM, 129 for
SIGHUP. What the one who started us wants to be ignored (nohup) stays ignored.
"""

from __future__ import annotations

import signal
import time
from types import FrameType

SIGNALS = ("SIGTERM", "SIGHUP")  # SIGHUP: the terminal was closed; Windows has none
PATIENCE = 10  # seconds for tidying up, in which to be asked again changes nothing


class Stopped(KeyboardInterrupt):
    """Somebody asks us to end; whoever knows what to do on Ctrl-C does it."""


class Stopping:
    """Listens for signals. `signal` is the one that ended the run, if any did."""

    def __init__(self) -> None:
        self.signal = signal.SIGINT
        self._asked: float | None = None

    @property
    def name(self) -> str | None:
        """The name of the signal; None for Ctrl-C, of which whoever pressed it knows."""
        return None if self.signal == signal.SIGINT else self.signal.name

    @property
    def code(self) -> int:
        """The exit code of a run that was interrupted."""
        return 128 + self.signal

    def listen(self) -> None:
        """Begin to listen; only the main thread of a process can."""
        for number in _signals():
            if signal.getsignal(number) == signal.SIG_DFL:
                signal.signal(number, self._stop)

    def end(self) -> None:
        """Let the system end us from here on, as there is nothing left to tidy up."""
        for number in _signals():
            if signal.getsignal(number) == self._stop:
                signal.signal(number, signal.SIG_DFL)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        now = time.monotonic()
        if self._asked is None or now > self._asked + PATIENCE:
            self._asked, self.signal = now, signal.Signals(number)
            raise Stopped


def _signals() -> list[signal.Signals]:
    return [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]


STOPPING = Stopping()
