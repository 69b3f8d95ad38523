"""Render one sheet; this is what runs in a worker process, or on another machine.

A worker takes HTML and gives bytes: it neither reads the handbook nor writes a file. WeasyPrint
is imported on first use, and here alone.
"""

from __future__ import annotations

import gc
import logging
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING

from handbook.sheets.limits import TooMuch, bound_memory, limits_of, within
from handbook.sheets.means import means
from handbook.sheets.outcome import Pressed, Spoilt

if TYPE_CHECKING:
    from handbook.sheets.stationery import Stationery

BOX_DRAWN = ".notdef glyph"  # for a character that no typeface has: the rest of the sheet stands

# Neither WeasyPrint's typefaces nor its log are for two at once: in a process, sheets take turns.
_TURN = threading.Lock()


def prepare(folder: str) -> None:
    """Make a process that does nothing else ready: bound its memory, load what sheets share.

    What WeasyPrint keeps for a while goes into `folder`; who made the process removes it.
    """
    bound_memory()
    tempfile.tempdir = folder
    with suppress(OSError):  # no Pango: each sheet will say so
        _stationery()
    # What is loaded now stays: Python need not look through it for rubbish after every sheet,
    # which takes a twelfth of the time.
    gc.collect()
    gc.freeze()


def press(html: str) -> Pressed | Spoilt:
    """Render one sheet; whatever goes wrong is a value."""
    with _TURN:
        outcome = _pressed(html)
        if isinstance(outcome, Spoilt):  # the next sheet begins with nothing of this one
            _stationery.cache_clear()
    return outcome


def press_alike(made_of: str, html: str) -> Pressed | Spoilt:
    """Render one sheet on a machine that makes it of the same (means.py); refuse otherwise."""
    if means() != made_of:
        return Spoilt("other versions", is_unlike=True)
    return press(html)


def _pressed(html: str) -> Pressed | Spoilt:
    try:
        from handbook.sheets.stationery import FetchingError, Stationery

        stationery = Stationery() if "@font-face" in html else _stationery()
    except OSError as error:
        return Spoilt(str(error), no_pango=True)
    seconds, most_pages = limits_of(html)
    with _complaints() as complaints:
        try:
            pressed = within(seconds, lambda: stationery.press(html, most_pages))
        except TooMuch as error:
            return Spoilt(str(error), beyond=(error.measure, error.most))
        except FetchingError as error:
            return Spoilt(str(error))
        except Exception as error:
            return Spoilt(f"{type(error).__name__}: {error}")
    return Spoilt("; ".join(complaints)) if complaints else pressed


@cache
def _stationery() -> Stationery:
    from handbook.sheets.stationery import Stationery

    return Stationery()


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not message.startswith(BOX_DRAWN):
            self.heard.append(message)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Gather what WeasyPrint warns of: a missing picture or a rule it ignores spoils a sheet."""
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    logger.addHandler(listener)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)
