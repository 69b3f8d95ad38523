"""`handbook build` makes nothing again that stands there as it would make it."""

from __future__ import annotations

import shutil
from pathlib import Path

from sites import CONTENT, everything_in, small_project, write
from test_cli_running import Ran, environment
from tests.warm import run_warm

WORTH_A_WARNING = "- {kind: form, id: idle, title: 没人用, groups: [{fields: [{label: 甲}]}]}\n"


def handbook(*args: str, cwd: Path) -> Ran:
    return run_warm("handbook", args, cwd=cwd, env=environment())


def places_in(folder: Path) -> dict[str, int]:
    """Return where on the disk each file of a folder lies: one that is made anew lies elsewhere."""
    return {str(path): path.stat().st_ino for path in folder.rglob("*")}


def without_seconds(told: str) -> str:
    return told.rpartition("；")[0]


def test_what_nobody_changed_is_not_made_again(tmp_path) -> None:
    project = small_project(tmp_path / "project", CONTENT + WORTH_A_WARNING)
    first = handbook("build", cwd=project)
    assert first.returncode == 0
    assert "没人用" in first.stderr
    places = places_in(project / "site")
    again = handbook("build", cwd=project)
    assert places_in(project / "site") == places
    assert without_seconds(again.stdout) == without_seconds(first.stdout)
    assert again.stderr == first.stderr


def test_what_somebody_changed_is_made_as_from_nothing(tmp_path) -> None:
    project = small_project(tmp_path / "project")
    handbook("build", cwd=project)
    (project / "site" / "index.html").write_text("别人写的")
    handbook("build", cwd=project)
    assert "别人写的" not in (project / "site" / "index.html").read_text("utf-8")
    write(project, {"content/all.yml": CONTENT.replace("问好", "请坐")})
    assert handbook("build", cwd=project).returncode == 0
    made = everything_in(project / "site")
    shutil.rmtree(project / ".cache")
    handbook("build", cwd=project)
    assert everything_in(project / "site") == made
