"""Running the command as a user does: exit codes, streams, and never a traceback.

`handbook`, `handbook_here` and the projects below serve the other tests of the command line too.
"""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.patience import PATIENCE

import handbook as package
from handbook.cli.run import run

SOURCES = Path(package.__file__).parents[1]
TERM = "- kind: term\n  id: refund\n  title: 退款\n  definition: 把已收的款退还客户。\n"
SETTINGS = "title: 手册\norganisation: 单位\nlanguage: {language}\n"
Ran = subprocess.CompletedProcess[str]


def environment(**changes: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    kept.pop("NO_COLOR", None)
    return kept | {"PYTHONPATH": str(SOURCES), "LANG": "C.UTF-8"} | changes


def started(*args: object, cwd: Path, **changes: str) -> Ran:
    """Run the command in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "handbook", *map(str, args)],
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )


def handbook(*args: object, cwd: Path, **changes: str) -> Ran:
    """Run the command; no run, however it ends, may show a traceback."""
    ran = started(*args, cwd=cwd, **changes)
    assert "Traceback" not in ran.stdout + ran.stderr
    return ran


def handbook_here(*args: object, cwd: Path, **changes: str) -> Ran:
    """Run the command in this process, where starting one would prove nothing more."""
    stdout, stderr = (TextIOWrapper(BytesIO(), "utf-8") for _ in range(2))
    with (
        chdir(cwd),
        patch.dict(os.environ, environment(**changes), clear=True),
        redirect_stdout(stdout),
        redirect_stderr(stderr),
    ):
        code = run(list(map(str, args)))
    said = []
    for stream in (stdout, stderr):
        stream.flush()
        said.append(stream.buffer.getvalue().decode("utf-8"))
    assert "Traceback" not in "".join(said)
    return Ran(args, code, *said)


def write(project: Path, **files: str) -> Path:
    """Make a project whose content/<name>.yml are the given texts."""
    settings = {"handbook": SETTINGS.format(language="en")}
    for name, text in (settings | files).items():
        path = project / "content" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    site = "site_name: x\ndocs_dir: content/pages\n"
    (project / "mkdocs.yml").write_text(site, encoding="utf-8")
    return project


def everything_in(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "project", terms=TERM)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return write(tmp_path / "wrong", terms=TERM.replace("title", "titel"))


def test_the_project_is_found_from_a_folder_inside_it(project: Path) -> None:
    assert handbook("check", cwd=project / "content").returncode == 0


@pytest.mark.parametrize("order", [("-C", "project", "check"), ("check", "-C", "project")])
def test_the_project_can_be_named_before_and_after_the_command(
    project: Path, order: tuple[str, ...]
) -> None:
    ran = handbook(*order, cwd=project.parent)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_without_a_project_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    ran = handbook("check", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "handbook init" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["chekc"], "did you mean 'check'?"),
        (["frobnicate"], "the commands are init, new, rename"),
        (["check", "--strct"], "did you mean '--strict'?"),
        (["check", "--format", "xml"], "text, json, github, sarif"),
        (["check", "--format"], "--format"),
        (["check", "content"], "'content'"),
        (["new", "term"], "ID is missing"),
        (["serve", "--port", "x"], "from 0 to 65535"),
        (["-C", "nowhere", "check"], "there is no folder 'nowhere'"),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(project: Path, args: list[str], told: str) -> None:
    ran = handbook(*args, cwd=project)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_wrong_usage_is_told_in_the_language_of_the_handbook(tmp_path: Path) -> None:
    project = write(tmp_path, handbook=SETTINGS.format(language="zh-CN"))
    assert handbook("chekc", cwd=project).stderr == "错误：没有“chekc”这个命令；是不是“check”？\n"


@pytest.mark.parametrize(
    ("locale", "word"), [("zh_CN.UTF-8", "用法："), ("zh_TW.UTF-8", "指令："), ("de_DE", "Usage:")]
)
def test_without_a_handbook_the_system_chooses_the_language(
    tmp_path: Path, locale: str, word: str
) -> None:
    assert word in handbook("--help", cwd=tmp_path, LANG=locale).stdout


def test_the_version_is_told(tmp_path: Path) -> None:
    assert handbook("--version", cwd=tmp_path).stdout.startswith("handbook ")


def with_version(project: Path, expression: str) -> str:
    """Make asking for the version do something else; return the PYTHONPATH that brings it about."""
    hook = f"import handbook.cli.version as v\nv.version = lambda: {expression}\n"
    (project / "sitecustomize.py").write_text(hook, encoding="utf-8")
    return f"{project}{os.pathsep}{SOURCES}"


def test_something_unforeseen_is_one_sentence(project: Path) -> None:
    path = with_version(project, "1 / 0")
    ran = handbook("check", "--format", "sarif", cwd=project, PYTHONPATH=path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "ZeroDivisionError" in ran.stderr
    assert "--debug" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_debug_shows_where_it_happened(project: Path) -> None:
    path = with_version(project, "1 / 0")
    ran = started("check", "--format", "sarif", "--debug", cwd=project, PYTHONPATH=path)
    assert ran.returncode == 2
    assert "Traceback" in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full disk at hand")
def test_a_full_disk_is_a_fault_of_the_machine(project: Path) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "handbook", "check"],
            cwd=project,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert (ran.returncode, ran.stderr) == (2, "error: the disk is full\n")


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    terms = {
        f"t{n}": TERM.replace("title", "titel").replace("refund", f"t-{n}") for n in range(900)
    }
    write(tmp_path, **terms)
    running = subprocess.Popen(
        [sys.executable, "-m", "handbook", "check"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    running.stdout.readline()
    running.stdout.close()
    complaints = running.stderr.read()
    running.stderr.close()
    assert (running.wait(), complaints) == (1, "")


def test_an_interrupt_is_quiet(project: Path) -> None:
    path = with_version(project, "print('ready', flush=True) or __import__('sys').stdin.read()")
    running = subprocess.Popen(
        [sys.executable, "-m", "handbook", "check", "--format", "sarif"],
        cwd=project,
        env=environment(PYTHONPATH=path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell in the background hands down that interrupts are ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    running.stdout.readline()
    running.send_signal(signal.SIGINT)
    stdout, stderr = running.communicate(timeout=PATIENCE)
    assert (running.returncode, stdout, stderr.strip()) == (130, "", "")


def on_a_terminal(project: Path, **changes: str) -> str:
    """Run check on a pseudo-terminal and return what it shows."""
    master, slave = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "handbook", "check"],
        cwd=project,
        env=environment(**changes),
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    shown = b""
    while select.select([master], [], [], PATIENCE)[0]:
        try:
            shown += os.read(master, 4096)
        except OSError:  # the other end is closed
            break
    running.wait()
    os.close(master)
    return shown.decode()


def test_colours_are_for_terminals(wrong: Path) -> None:
    assert "\x1b[" in on_a_terminal(wrong)
    assert "\x1b[" not in on_a_terminal(wrong, NO_COLOR="1")
    assert "\x1b[" not in handbook("check", cwd=wrong).stdout
