"""A handbook that may only be read is checked, printed, exported, previewed and built elsewhere."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sites import CONTENT, MKDOCS, everything_in, small_project, write
from test_cli_running import environment

PR_CAPBSET_DROP = 24
BEYOND_PERMISSIONS = (1, 2, 3)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
Handbook = Callable[..., subprocess.CompletedProcess[str]]


def obey_permissions() -> None:
    """Let a program that root starts be held to what the permissions of files say."""
    if os.geteuid() == 0:
        for capability in BEYOND_PERMISSIONS:
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def started(project: Path, *args: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "handbook", *map(str, args)],
        cwd=project,
        env=environment(PYTHONUNBUFFERED="1"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=obey_permissions,
    )


def handbook(project: Path, *args: object) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody who is held to permissions; it may show no traceback."""
    running = started(project, *args)
    stdout, stderr = running.communicate()
    assert "Traceback" not in stderr
    return subprocess.CompletedProcess(args, running.returncode, stdout, stderr)


def protect(project: Path) -> None:
    for path in (project, *project.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)


@pytest.fixture
def project(tmp_path) -> Iterator[Path]:
    folder = small_project(tmp_path / "project", CONTENT)
    write(folder, {"mkdocs.yml": MKDOCS.replace("pdf: no", "pdf: yes")})
    protect(folder)
    attempt = "import sys; open(sys.argv[1], 'w')"
    tried = [sys.executable, "-c", attempt, str(folder / "attempt")]
    if not subprocess.run(tried, preexec_fn=obey_permissions, stderr=subprocess.DEVNULL).returncode:
        pytest.skip("here root cannot be held to permissions")
    before = everything_in(folder)
    yield folder
    assert everything_in(folder) == before
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | 0o700)


def test_it_is_checked(project) -> None:
    assert handbook(project, "check").returncode == 0


def test_it_is_printed_into_another_folder(project, tmp_path) -> None:
    out = tmp_path / "out"
    ran = handbook(project, "print", "visit", "--out", out)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert all(path.read_bytes().startswith(b"%PDF") for path in out.iterdir())
    assert {path.name for path in out.iterdir()} >= {"visit.procedure.pdf", "visit.checklist.pdf"}


def test_where_it_cannot_be_printed_into_is_told(project) -> None:
    ran = handbook(project, "print", "visit", "--sheet", "card")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "visit.card.pdf" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_it_is_exported_into_another_folder(project, tmp_path) -> None:
    assert handbook(project, "export", "--json", tmp_path / "h.json").returncode == 0
    assert json.loads((tmp_path / "h.json").read_text(encoding="utf-8"))
    assert handbook(project, "export", "--markdown", tmp_path / "pages").returncode == 0
    assert (tmp_path / "pages/procedures/visit.md").is_file()


def test_a_build_says_that_the_site_cannot_be_written(project) -> None:
    ran = handbook(project, "build")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert str(project / "site") in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_it_is_built_into_another_folder(project, tmp_path) -> None:
    config = project / "mkdocs.yml"
    config.chmod(0o644)
    config.write_text(f"site_dir: {tmp_path}/out/site\n{MKDOCS}", encoding="utf-8")
    config.chmod(0o444)
    ran = handbook(project, "build")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "out/site/procedures/visit.html").is_file()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["site"]
    config.chmod(0o644)
    config.write_text(MKDOCS.replace("pdf: no", "pdf: yes"), encoding="utf-8")
    config.chmod(0o444)


def test_what_its_cache_has_is_not_rendered_again(tmp_path) -> None:
    project = small_project(tmp_path / "project", CONTENT)
    write(project, {"mkdocs.yml": MKDOCS.replace("pdf: no", "pdf: yes")})
    assert handbook(project, "build").returncode == 0
    cache = project / ".cache"
    before = everything_in(cache)
    protect(cache)
    ran = handbook(project, "build")
    for path in (cache, *cache.rglob("*")):
        path.chmod(path.stat().st_mode | 0o700)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "其中新印 0 份" in ran.stdout
    assert everything_in(cache) == before


def test_it_is_previewed(project) -> None:
    running = started(project, "serve", "--no-open", "--port", "0")
    try:
        assert "http://127.0.0.1:" in running.stderr.readline()
    finally:
        running.send_signal(signal.SIGTERM)
        running.communicate()
    assert running.returncode == 143
