"""Folders that last no longer than the process that made them."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.patience import PATIENCE

import handbook
from handbook.passing import MARK, PREFIX, PassingFolder, passing_folder, sweep

SOURCES = str(Path(handbook.__file__).parents[1])
MAKE_AND_WAIT = """\
import sys
from pathlib import Path
from handbook.passing import PassingFolder
folder = PassingFolder(Path(sys.argv[1]))
(folder.path / "page").write_text("copy")
print(flush=True)
sys.stdin.read()
"""


def test_a_folder_is_there_for_as_long_as_it_is_used(tmp_path) -> None:
    with passing_folder(tmp_path) as folder:
        (folder / "page").write_text("copy")
        assert [*tmp_path.iterdir()] == [folder]
    assert not [*tmp_path.iterdir()]


def test_a_folder_nobody_knows_of_any_more_is_removed(tmp_path) -> None:
    folder = PassingFolder(tmp_path)
    assert [*tmp_path.iterdir()] == [folder.path]
    del folder
    gc.collect()
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
def test_a_folder_goes_with_its_process_whatever_ends_that(tmp_path, name) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", MAKE_AND_WAIT, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": SOURCES},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # A shell in the background may have it ignored.
        preexec_fn=lambda: signal.signal(signal.SIGTERM, signal.SIG_DFL),
    ) as process:
        process.stdout.readline()
        assert len([*tmp_path.glob(f"{PREFIX}*/page")]) == 1
        process.send_signal(getattr(signal, name))
        process.stdout.read()
        process.wait()
        deadline = time.monotonic() + PATIENCE
        while any(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.01)
    assert not [*tmp_path.iterdir()]


def test_what_is_left_all_the_same_goes_next_time_and_nothing_else(tmp_path) -> None:
    left, notes = tmp_path / f"{PREFIX}left", tmp_path / f"{PREFIX}notes"
    for folder in (left, notes):
        (folder / "inside").mkdir(parents=True)
    (left / MARK).touch()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / MARK).touch()
    (tmp_path / f"{PREFIX}link").symlink_to(elsewhere)
    with passing_folder(tmp_path) as used:
        sweep(tmp_path)
        assert used.is_dir()
        assert not left.exists()
    assert notes.is_dir()
    assert (elsewhere / MARK).is_file()
