"""A Dask cluster of two processes on this machine makes the same sheets as our own pool."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster
from sites import CONTENT, MKDOCS, small_project
from tests.patience import PATIENCE

from handbook.cli.run import run
from handbook.languages import catalogue
from handbook.sheets import cluster as clustering
from handbook.sheets.cache import means

WITH_SHEETS = MKDOCS.replace("{pdf: no}", "{pdf: yes}")
NOBODY = "tcp://127.0.0.1:9"


@pytest.fixture(scope="module")
def scheduler():
    """Workers of two threads each, as Dask makes them by itself."""
    with local_cluster(n_workers=2, threads_per_worker=2) as cluster:
        yield cluster.scheduler_address


def local_cluster(**options) -> LocalCluster:
    return LocalCluster(
        processes=True,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        silence_logs=50,
        **options,
    )


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Wait for a cluster on this machine, however busy it is."""
    for name in ("PATIENCE", "FIRST_WORKER"):
        monkeypatch.setattr(clustering, name, PATIENCE)
    with dask.config.set({"distributed.comm.timeouts.connect": PATIENCE}):
        yield


@pytest.fixture
def project(tmp_path):
    return small_project(tmp_path / "p", CONTENT, **{"mkdocs.yml": WITH_SHEETS})


def index(project: Path) -> list[dict]:
    return json.loads((project / "site/print/index.json").read_text(encoding="utf-8"))


def told(key: str, **details: str) -> str:
    return catalogue("zh-CN", "paper")[key].format(**details)


def failing(*arguments: str, capsys) -> str:
    """Run a command that must end with 2 and one sentence; return what it says."""
    assert run(arguments) == 2
    [line] = capsys.readouterr().err.splitlines()
    return line


def test_a_build_by_the_cluster_makes_the_same_sheets(project, scheduler, monkeypatch):
    with monkeypatch.context() as here:
        here.delattr("handbook.sheets.press._rendered_here")  # nothing is made by our own pool
        assert run(["-C", str(project), "build", "--scheduler", scheduler]) == 0
    by_the_cluster = index(project)
    for kept in (project / ".cache/sheets").rglob("*.pdf"):
        kept.unlink()
    assert run(["-C", str(project), "build"]) == 0
    assert index(project) == by_the_cluster
    assert len(by_the_cluster) >= 5


def test_sheets_are_printed_by_the_cluster(project, scheduler, tmp_path):
    out = tmp_path / "out"
    place = scheduler.removeprefix("tcp://")
    arguments = ["-C", str(project), "print", "visit", "--out", str(out)]
    assert run([*arguments, "--scheduler", place]) == 0
    assert {path.name for path in out.iterdir()} >= {"visit.checklist.pdf", "visit.procedure.pdf"}


def test_workers_of_another_version_are_refused(project, scheduler, monkeypatch, capsys):
    monkeypatch.setattr("handbook.sheets.press.means", lambda: means() + "newer")
    said = failing("-C", str(project), "print", "visit", "--scheduler", scheduler, capsys=capsys)
    assert told("cluster-unlike") in said


@pytest.mark.parametrize("command", [["build"], ["print", "visit"]])
def test_a_scheduler_that_does_not_answer_is_told(project, command, monkeypatch, capsys):
    monkeypatch.setattr(clustering, "PATIENCE", 0.2)
    said = failing("-C", str(project), *command, "--scheduler", NOBODY, capsys=capsys)
    assert told("cluster-silent", address=NOBODY) in said
    assert not (project / "site/index.html").exists()


def test_a_scheduler_without_workers_is_told(project, monkeypatch, capsys):
    monkeypatch.setattr(clustering, "FIRST_WORKER", 0.2)
    with local_cluster(n_workers=0) as empty:
        at = empty.scheduler_address
        said = failing("-C", str(project), "build", "--scheduler", at, capsys=capsys)
    assert told("cluster-empty", address=at) in said


@pytest.mark.parametrize("address", ["", "office", "tcp://", "tcp://host:port", "paper://host:1"])
def test_an_address_that_is_none_is_told(project, address, capsys):
    said = failing("-C", str(project), "print", "visit", "--scheduler", address, capsys=capsys)
    assert told("cluster-address", address=address) in said


def test_without_dask_one_sentence_says_what_to_install(project, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = failing("-C", str(project), "build", "--scheduler", NOBODY, capsys=capsys)
    assert told("cluster-missing") in said
