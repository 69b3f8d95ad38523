"""A progress bar where a person waits: on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import click


class Progress:
    """Show how far a long piece of work is; silent where nobody looks on.

    Used as a context manager; `start` begins a bar (ending the one before it), `advance` moves it.
    """

    def __init__(self) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._bar: Any = None

    def start(self, total: int, label: str) -> None:
        """Begin a bar of `total` pieces."""
        self._finish()
        if self._shown and total > 0:
            self._bar = click.progressbar(length=total, label=label, file=sys.stderr)
            self._bar.__enter__()

    def advance(self, pieces: int = 1) -> None:
        """Count pieces as done."""
        if self._bar is not None:
            self._bar.update(pieces)

    def counting(self, label: str) -> Callable[[Any, int, int], None]:
        """Make a callback for work that reports (thing, how many are done, how many in all)."""

        def count(_: Any, done: int, total: int) -> None:
            if done == 1:
                self.start(total, label)
            self.advance()

        return count

    def _finish(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._finish()
