"""Killed while it puts a site in place, a build leaves the old site or the new one, whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sites import everything_in, small_project, write
from test_cli_running import environment
from tests.patience import PATIENCE

POLICY = (
    "- kind: policy\n  id: rule\n  title: 规定\n  articles:\n    - {id: a, title: 一, text: WORD}\n"
)
SHARES = (0, 0.3, 0.6, 0.9, 0.97, 1)  # of the files of a site


def start(project: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "handbook", "build", "--no-pdf"],
        cwd=project,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def built(project: Path) -> dict[str, bytes]:
    assert start(project).wait(PATIENCE) == 0
    return everything_in(project / "site")


def kill_when_there_are(files: int, project: Path) -> None:
    """Kill a build once so many files stand beside the site, or let it end."""
    building = start(project)
    deadline = time.monotonic() + PATIENCE
    while building.poll() is None:
        assert time.monotonic() < deadline
        if sum(len(each) for _, _, each in os.walk(project / ".cache" / "staging")) > files:
            building.send_signal(signal.SIGKILL)
            building.wait(PATIENCE)


@pytest.mark.long
def test_a_build_killed_at_any_moment_leaves_one_whole_site(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    write(project, {"content/rule.yml": POLICY})
    old = built(project)
    other = shutil.copytree(project, tmp_path / "other")
    for changed in (project, other):
        write(changed, {"content/rule.yml": POLICY.replace("WORD", "别的话")})
    new = built(other)
    assert old != new
    for share in SHARES:
        kill_when_there_are(int(len(new) * share), project)
        assert everything_in(project / "site") in (old, new), share
    assert built(project) == new
