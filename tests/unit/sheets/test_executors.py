"""Any executor may render the sheets: the bytes are the same, and its faults are told apart."""

from __future__ import annotations

import tempfile
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures import ThreadPoolExecutor as Threads
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

import pytest

from handbook.compose.sheets import compose_sheets
from handbook.languages import LANGUAGES
from handbook.model.load import load
from handbook.sheets import press as pressing
from handbook.sheets.cluster import ClusterFault
from handbook.sheets.press import print_sheets

CONTENT = """\
- {kind: script, id: hello, title: 问候, lines: [您好]}
- kind: form
  id: visit
  title: 回访表
  groups: [{title: 客户, fields: [{id: name, label: 姓名, type: text}]}]
"""


@pytest.fixture
def sheets(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/handbook.yml").write_text("title: 手册\norganisation: 单位\n")
    (tmp_path / "content/all.yml").write_text(CONTENT)
    loaded = load(tmp_path)
    assert loaded.problems == ()
    return compose_sheets(loaded.handbook, tmp_path)


def hashes(printed):
    assert printed.problems == ()
    return {uri: made.sha256 for uri, made in printed.files.items()}


class Answering(Executor):
    """Answers every task with the same error."""

    def __init__(self, error):
        self.error = error

    def submit(self, function, html):
        future = Future()
        future.set_exception(self.error)
        return future


def test_a_thread_and_a_plain_pool_make_what_our_own_pool_makes(sheets, tmp_path):
    ours = print_sheets(sheets, cache=tmp_path / "ours", jobs=2)
    with Threads(1) as thread:
        threaded = print_sheets(sheets, cache=tmp_path / "thread", executor=thread)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        pooled = print_sheets(sheets, cache=tmp_path / "pool", executor=pool)
    assert hashes(threaded) == hashes(pooled) == hashes(ours)
    assert threaded.rendered == len(sheets)


def test_no_worker_leaves_anything_behind(sheets, tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    made = print_sheets(sheets, cache=tmp_path / "cache", jobs=2)
    assert len(made.files) == len(sheets)
    assert list(temporary.iterdir()) == []


def test_many_threads_take_turns(sheets, tmp_path):
    with Threads(4) as threads:
        many = print_sheets(sheets, cache=tmp_path / "many", executor=threads)
    with Threads(1) as thread:
        assert hashes(many) == hashes(print_sheets(sheets, cache=tmp_path / "1", executor=thread))


def test_a_task_that_fails_is_a_problem_of_its_sheet(sheets, tmp_path):
    made = print_sheets(sheets, cache=tmp_path, executor=Answering(RuntimeError("down again")))
    assert [found.rule for found in made.problems] == ["sheet-failed"] * len(sheets)
    assert "down again" in dict(made.problems[0].details)["reason"]


@pytest.mark.parametrize(
    ("error", "key"),
    [(BrokenProcessPool("gone"), "cluster-lost"), (CancelledError(), "cluster-lost"),
     (ModuleNotFoundError("No module named 'handbook'"), "cluster-unlike")],
)  # fmt: skip
def test_an_executor_that_breaks_down_is_no_fault_of_a_sheet(sheets, tmp_path, error, key):
    with pytest.raises(ClusterFault) as raised:
        print_sheets(sheets, cache=tmp_path, executor=Answering(error))
    assert raised.value.key == key


def test_a_worker_of_another_version_is_refused(sheets, tmp_path, monkeypatch):
    monkeypatch.setattr(pressing, "means", lambda: "of a newer version")
    with Threads(1) as thread, pytest.raises(ClusterFault) as raised:
        print_sheets(sheets, cache=tmp_path, executor=thread)
    assert raised.value.key == "cluster-unlike"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["missing", "address", "silent", "empty", "unlike", "lost"])
def test_every_fault_is_one_sentence(key, language):
    told = ClusterFault(f"cluster-{key}", "tcp://h:1").told(language)
    assert told
    assert "\n" not in told
    assert "{" not in told
