"""Run files of tests in a copy of the project, each lot in a process of its own.

The processes are forked from one that has loaded what all tests load but nothing of the project.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType

PACKAGE = "generator/handbook"
NONE_FOUND = 5  # pytest's exit code where it collects no test
LOADED = ["pytest", "hypothesis", "pydantic", "yaml", "jinja2", "markdown", "mkdocs.commands.build"]
STARTS = frozenset({"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.exec"})
ALL = "*"  # stands for the whole package: another process is not looked into

_forked = multiprocessing.get_context("forkserver")


@dataclass(frozen=True, slots=True)
class Reach:
    """What a file of tests says without a mutant: whether it passes, how long, and what it enters.

    `entered` are modules (`draw/less.py`) and functions (`draw/less.py:12`, by their first line).
    """

    passes: bool
    seconds: float
    entered: frozenset[str]

    def meets(self, path: str, function: int | None) -> bool:
        """Tell whether a change of a module can be noticed, within a function or outside of all."""
        place = path if function is None else f"{path}:{function}"
        return place in self.entered or ALL in self.entered


def load_beforehand() -> None:
    """Let the process that others are forked from load what nearly all tests need."""
    _forked.set_forkserver_preload(LOADED)


def passes(copy: Path, tests: Sequence[str], limit: float) -> bool | None:
    """Run tests up to the first that fails; None where they do not end."""
    process = _forked.Process(target=_run, args=(copy, tests, None))
    process.start()
    process.join(limit)
    if process.is_alive() and process.pid is not None:
        with contextlib.suppress(ProcessLookupError):  # it may not lead a group of its own yet
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.join()
        return None
    return process.exitcode in (0, NONE_FOUND)


def reach(copy: Path, test: str) -> Reach:
    """Run a file of tests as things are, and look on."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="handbook-reach-") as folder:
        into = Path(folder) / "entered.json"
        process = _forked.Process(target=_run, args=(copy, [test], into))
        process.start()
        process.join()
        told = json.loads(into.read_text(encoding="utf-8")) if into.is_file() else [ALL]
    is_green = process.exitcode in (0, NONE_FOUND)
    return Reach(is_green, time.monotonic() - began, frozenset(told))


def _run(copy: Path, tests: Sequence[str], into: Path | None) -> None:
    """Be the process that runs tests."""
    os.setsid()
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silent, stream)
    os.chdir(copy)
    sys.path[:] = [str(copy / "generator"), str(copy), *sys.path]
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])
    looking = _Looking(copy / PACKAGE) if into is not None else None

    import pytest

    known = "ignore:Module already imported:pytest.PytestAssertRewriteWarning"
    options = [
        "-x",
        "-q",
        "-W",
        known,
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-p",
        "no:randomly",
    ]
    code = pytest.main([*options, *tests])
    if looking is not None and into is not None:
        into.write_text(json.dumps(looking.entered()), encoding="utf-8")
    sys.stdout.flush()
    os._exit(int(code))


class _Looking:
    """Notes which code of a folder is entered from now on, in this process."""

    def __init__(self, folder: Path) -> None:
        self.front = f"{folder}{os.sep}"
        self.codes: dict[int, CodeType] = {}
        self.started: list[str] = []
        sys.addaudithook(lambda event, _: self.started.append(event) if event in STARTS else None)
        threading.settrace(self._enter)
        sys.settrace(self._enter)

    def _enter(self, frame: FrameType, event: str, _: object) -> None:
        self.codes.setdefault(id(frame.f_code), frame.f_code)

    def entered(self) -> list[str]:
        sys.settrace(None)
        found = {ALL} if self.started else set()
        for code in self.codes.values():
            if code.co_filename.startswith(self.front):
                path = code.co_filename.removeprefix(self.front)
                is_module = code.co_name == "<module>"
                found.add(path if is_module else f"{path}:{code.co_firstlineno}")
        return sorted(found)
