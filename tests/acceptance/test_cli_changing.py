"""handbook rename, move and the like, run as a user does: shown first, written whole or not."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli_running import TERM, environment, handbook_here, write
from tests.patience import PATIENCE

USER = "- {kind: term, id: back, title: Back, definition: 'as [[refund]] is'}\n"
CHANGED = USER.replace("refund", "repayment")


def project(folder: Path) -> Path:
    return write(folder, terms=TERM, more=USER)


def text(project: Path, name: str) -> str:
    return (project / "content" / f"{name}.yml").read_text(encoding="utf-8")


def test_a_change_is_shown_and_written_with_yes(tmp_path: Path) -> None:
    ran = handbook_here("rename", "refund", "repayment", "--yes", cwd=project(tmp_path))
    assert ran.returncode == 0
    assert "-- {kind: term" not in ran.stdout[:3]
    assert f"-{USER}+{CHANGED}" in ran.stdout
    assert "\x1b" not in ran.stdout
    assert "wrote 2 files" in ran.stderr
    assert text(tmp_path, "more") == CHANGED
    assert "was: [refund]" in text(tmp_path, "terms")


def test_a_dry_run_shows_the_same_and_writes_nothing(tmp_path: Path) -> None:
    ran = handbook_here("rename", "refund", "repayment", "--dry-run", cwd=project(tmp_path))
    assert (ran.returncode, text(tmp_path, "more")) == (0, USER)
    assert f"+{CHANGED}" in ran.stdout


def test_without_a_terminal_nothing_is_written_unasked(tmp_path: Path) -> None:
    ran = handbook_here("rename", "refund", "repayment", cwd=project(tmp_path))
    assert (ran.returncode, text(tmp_path, "more")) == (2, USER)
    assert "--yes" in ran.stderr


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1), ("", 1)])
def test_on_a_terminal_it_asks_and_shows_colours(tmp_path: Path, answer: str, code: int) -> None:
    project(tmp_path)
    command = [sys.executable, "-m", "handbook", "rename", "refund", "repayment"]
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    while b"[y/N]" not in shown:
        assert select.select([ours], [], [], PATIENCE)[0]
        shown += os.read(ours, 65536)
    os.write(ours, f"{answer}\n".encode())
    assert running.wait(PATIENCE) == code
    os.close(ours)
    assert b"\x1b[32m+" in shown
    assert (text(tmp_path, "more") == CHANGED) == (code == 0)


def test_what_is_certain_is_repaired_and_the_rest_is_told(tmp_path: Path) -> None:
    wrong = USER.replace("refund", "refnd") + "- {kind: term, id: b, title: B, meaning: x}\n"
    project = write(tmp_path, terms=TERM, more=wrong)
    ran = handbook_here("check", "--fix", "--dry-run", cwd=project)
    assert (ran.returncode, text(project, "more")) == (1, wrong)
    ran = handbook_here("check", "--fix", "--yes", cwd=project)
    assert ran.returncode == 1
    assert f"+{USER}" in ran.stdout
    assert "unknown-key" in ran.stdout
    assert "unknown-reference" not in ran.stdout
    assert text(project, "more") == wrong.replace("refnd", "refund")
    ran = handbook_here("check", "--fix", "--yes", "--format", "json", cwd=project)
    assert ran.stdout.startswith("[")
    assert handbook_here("check", "--yes", cwd=project).returncode == 2


def test_what_is_asked_wrongly_is_told_from_what_stands_in_the_way(tmp_path: Path) -> None:
    project(tmp_path)
    assert handbook_here("rename", "refunt", "x", cwd=tmp_path).returncode == 2
    assert handbook_here("rename", "refund", cwd=tmp_path).returncode == 2
    ran = handbook_here("rename", "refund", "con", "--yes", cwd=tmp_path)
    assert (ran.returncode, text(tmp_path, "more")) == (1, USER)
    assert "content/terms.yml:2:7" in ran.stderr
    assert "nothing was changed" in ran.stderr


def test_a_file_that_goes_elsewhere_is_said_to_and_empty_folders_go(tmp_path: Path) -> None:
    project = write(tmp_path, **{"a/section": "title: A\n", "b/section": "title: B\n",
                                 "a/terms/refund": TERM})  # fmt: skip
    ran = handbook_here("move", "refund", "b", "--yes", cwd=project)
    assert ran.returncode == 0, ran.stderr
    assert "content/a/terms/refund.yml → content/b/terms/refund.yml" in ran.stdout
    assert not (project / "content" / "a" / "terms").exists()
    assert "was: [a/refund]" in text(project, "b/terms/refund")
    assert handbook_here("check", "--strict", cwd=project).returncode == 0
