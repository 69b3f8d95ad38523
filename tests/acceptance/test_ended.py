"""Asked to end or killed, a command leaves nothing behind: no process, no copy, no open pipe.

Each is caught in the midst of its work; the old site stays whole.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from sites import CONTENT, MKDOCS, everything_in, small_project, write
from test_cli_running import SOURCES, environment
from tests.patience import PATIENCE

ENDLESS = "".join(f"    - {{id: a{n}, title: 第{n}条, text: 须知。}}\n" for n in range(1500))
POLICY = f"- kind: policy\n  id: endless\n  title: 无尽\n  articles:\n{ENDLESS}"
ENDED = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129, "SIGKILL": -9}
OLD = "<p>旧网站"


class Run:
    """A command at work, with all that belongs to it."""

    def __init__(self, folder: Path, *args: str, ignored: int | None, **changes: str) -> None:
        self.project = folder / "project"
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "handbook", *args],
            cwd=self.project,
            env=environment(TMPDIR=str(self.temporary), PYTHONUNBUFFERED="1", **changes),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: _ignoring(ignored),
            start_new_session=True,  # a terminal of its own, so to say
        )
        self.others: list[psutil.Process] = []

    def wait_until(self, is_so: Callable[[], object]) -> None:
        """Wait; the end of the process is the end of the test."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert self.process.poll() is None, self.process.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.01)
        self.others = psutil.Process(self.process.pid).children(recursive=True)

    def is_laying_out(self) -> bool:
        """Whether a worker has opened the typefaces: from then on it is at the endless sheet."""
        return any(self.temporary.glob(".handbook-*/weasyprint-*/*"))

    def has_site(self) -> bool:
        """Whether a copy of the site is being made."""
        return any(self.temporary.glob(".handbook-*/site-1/*.html"))

    def is_hiring(self) -> bool:
        """Whether a worker is being started."""
        children = psutil.Process(self.process.pid).children()
        return any("spawn_main" in " ".join(_command_of(child)) for child in children)

    def end(self, name: str, *, with_all: bool = False) -> tuple[int, str, str]:
        """Send a signal; return how it ended and what it said until nobody held its pipes.

        To all that belongs to it: as a terminal does, or somebody who ends a whole job.
        """
        number = getattr(signal, name)
        if with_all:
            os.killpg(self.process.pid, number)
        else:
            self.process.send_signal(number)
        said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, *said

    def left(self) -> list[object]:
        """Return what is left of it, as soon as it is nothing."""
        deadline = time.monotonic() + PATIENCE
        while (left := self._left()) and time.monotonic() < deadline:
            time.sleep(0.01)
        return left

    def _left(self) -> list[object]:
        alive = [each for each in self.others if each.is_running() and not _is_dead(each)]
        staged = (self.project / ".cache" / "staging").glob("*")
        return [*alive, *self.temporary.iterdir(), *staged, *self.project.glob(".handbook-*")]


def _ignoring(ignored: int | None) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)  # a shell in the background may have it ignored
    if ignored:
        signal.signal(ignored, signal.SIG_IGN)


def _command_of(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def _is_dead(process: psutil.Process) -> bool:
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@pytest.fixture
def start(tmp_path) -> Iterator[Callable[..., Run]]:
    runs: list[Run] = []

    def started(
        *args: str, content: str = CONTENT + POLICY, ignored: int | None = None, **changes: str
    ) -> Run:
        project = small_project(tmp_path / "project", content)
        write(project, {"mkdocs.yml": MKDOCS.replace("pdf: no", "pdf: yes, jobs: 2"),
                        "site/index.html": OLD})  # fmt: skip
        runs.append(Run(tmp_path, *args, ignored=ignored, **changes))
        return runs[-1]

    yield started
    for run in runs:
        run.process.kill()
        run.process.communicate()


def signals(*quick: str) -> list[object]:
    return [each if each in quick else pytest.param(each, marks=pytest.mark.long) for each in ENDED]


@pytest.mark.parametrize("name", signals("SIGTERM", "SIGKILL"))
def test_a_build_in_the_midst_of_a_sheet(start, name) -> None:
    run = start("build")
    before = everything_in(run.project / "site")
    run.wait_until(run.is_laying_out)
    assert list((run.project / ".cache/staging").iterdir())
    code, out, err = run.end(name)
    assert (code, out) == (ENDED[name], "")
    assert "Traceback" not in err
    assert (name in err) == (name in ("SIGTERM", "SIGHUP"))
    assert run.left() == []
    assert everything_in(run.project / "site") == before


@pytest.mark.long
@pytest.mark.parametrize("name", ENDED)
def test_a_build_with_all_its_processes_as_a_terminal_does(start, name) -> None:
    run = start("build")
    run.wait_until(run.is_laying_out)
    code, out, err = run.end(name, with_all=True)
    assert (code, out) == (ENDED[name], "")
    assert len(err.strip().splitlines()) <= 1
    assert run.left() == []


@pytest.mark.long
@pytest.mark.parametrize("name", ENDED)
def test_a_build_that_just_starts_its_workers(start, name) -> None:
    run = start("build")
    run.wait_until(run.is_hiring)
    assert run.end(name)[0] == ENDED[name]
    assert run.left() == []


@pytest.mark.parametrize("name", signals("SIGTERM"))
def test_a_print_in_the_midst_of_a_sheet(start, name) -> None:
    run = start("print", "endless", "visit", "--out", "out")
    run.wait_until(run.is_laying_out)
    assert run.end(name)[0] == ENDED[name]
    assert run.left() == []
    assert not (run.project / "out").exists()


@pytest.mark.parametrize("name", signals("SIGTERM"))
@pytest.mark.parametrize("pdf", ["", pytest.param("--pdf", marks=pytest.mark.long)])
def test_a_preview(start, name, pdf) -> None:
    options = [pdf] if pdf else []
    run = start("serve", "--no-open", "--port", "0", *options, content=CONTENT)
    run.wait_until(run.has_site)
    code, _, err = run.end(name)
    assert code == (0 if name == "SIGINT" else ENDED[name])
    assert "Traceback" not in err
    assert run.left() == []


@pytest.mark.long
@pytest.mark.parametrize("name", ENDED)
def test_a_preview_in_the_midst_of_a_sheet(start, name) -> None:
    run = start("serve", "--no-open", "--port", "0", "--pdf")
    run.wait_until(run.is_laying_out)
    run.end(name)
    assert run.left() == []


@pytest.mark.parametrize("name", signals("SIGTERM"))
@pytest.mark.parametrize(
    ("midst", "args"),
    [
        ("handbook.opening.load_tree", ["check"]),
        ("handbook.compose.pages.export._write", ["export", "--markdown", "pages"]),
    ],
)
def test_what_renders_nothing(start, tmp_path, name, midst, args) -> None:
    run = start(*args, content=CONTENT, PYTHONPATH=stopping_at(midst, tmp_path))
    assert run.process.stdout.readline() == "here\n"
    code, out, err = run.end(name)
    assert (code, out) == (ENDED[name], "")
    assert "Traceback" not in err
    assert run.left() == []
    assert not (run.project / "pages").exists()


def stopping_at(function: str, folder: Path) -> str:
    """Make a command stop where it calls a function; return the PYTHONPATH that does so."""
    module, _, name = function.rpartition(".")
    hook = f"import {module} as m, time\nm.{name}\n"
    hook += f"m.{name} = lambda *_: print('here', flush=True) or time.sleep(600)\n"
    write(folder / "hook", {"sitecustomize.py": hook})
    return f"{folder / 'hook'}{os.pathsep}{SOURCES}"


def test_who_wants_the_end_of_the_terminal_ignored_is_obeyed(start) -> None:
    run = start("check", content=CONTENT, ignored=signal.SIGHUP)
    while run.process.poll() is None:
        run.process.send_signal(signal.SIGHUP)
        time.sleep(0.01)
    assert run.process.returncode == 0
