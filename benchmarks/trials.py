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
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.looking import ALL, Looking

PACKAGE = "generator/handbook"
NONE_FOUND = 5  # pytest's exit code where it collects no test
LOADED = ["pytest", "hypothesis", "pydantic", "yaml", "jinja2", "markdown", "mkdocs.commands.build"]

_forked = multiprocessing.get_context("forkserver")


@dataclass(frozen=True, slots=True)
class Reach:
    """What a file of tests says without a mutant: whether it passes, how long, and what it enters.

    `entered` are functions of the package by their first line: `draw/less.py:12`.
    """

    passes: bool
    seconds: float
    entered: frozenset[str]

    def meets(self, path: str, function: int | None) -> bool:
        """Tell whether a change can be noticed: one outside of all functions by any test."""
        return function is None or bool({f"{path}:{function}", ALL} & self.entered)


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


def reach(copy: Path, tests: Sequence[str]) -> dict[str, Reach]:
    """Run files of tests as things are, all in one process, and look on."""
    with tempfile.TemporaryDirectory(prefix="handbook-reach-") as folder:
        into = Path(folder) / "entered.json"
        process = _forked.Process(target=_run, args=(copy, tests, into))
        process.start()
        process.join()
        told = json.loads(into.read_text(encoding="utf-8")) if into.is_file() else {}
    nothing = {"passes": False, "seconds": 0.0, "entered": []}
    rows = ((test, told.get(test, nothing)) for test in tests)
    return {
        test: Reach(row["passes"], row["seconds"], frozenset(row["entered"])) for test, row in rows
    }


def _run(copy: Path, tests: Sequence[str], into: Path | None) -> None:
    """Be the process that runs tests."""
    os.setsid()
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silent, stream)
    os.chdir(copy)
    sys.path[:] = [str(copy / "generator"), str(copy), *sys.path]
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])

    import pytest

    known = "ignore:Module already imported:pytest.PytestAssertRewriteWarning"
    options = ["-q", "-W", known, "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly"]
    if into is None:
        code = pytest.main(["-x", *options, *tests])
    else:
        looking = Looking(copy / PACKAGE)
        code = pytest.main([*options, *tests], plugins=[looking])
        into.write_text(json.dumps(looking.told()), encoding="utf-8")
    sys.stdout.flush()
    os._exit(int(code))
