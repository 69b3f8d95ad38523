"""A sheet is made anew as soon as anything that decides about it is another."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from handbook.sheets import means as asked
from handbook.sheets.means import ROOM, ROOMS, means, packages, source_of

LOADED = """\
import sys, handbook.sheets.worker, handbook.sheets.stationery
print(*(name for name in sys.modules if name.partition(".")[0] == "handbook"))
"""


@pytest.fixture(autouse=True)
def afresh():
    means.cache_clear()
    yield
    means.cache_clear()


def test_each_file_of_the_room_decides_by_its_content_and_its_name(tmp_path):
    room = tmp_path / "sheets"
    shutil.copytree(ROOM, room, ignore=shutil.ignore_patterns("__pycache__"))
    whole = source_of(room)
    assert whole == source_of(ROOM)
    files = [path for path in room.rglob("*") if path.is_file()]
    assert len(files) > 25
    for path in files:
        content = path.read_bytes()
        path.write_bytes(content + b"\n")
        assert source_of(room) != whole, path
        path.write_bytes(content)
        moved = path.rename(path.with_name(f"other-{path.name}"))
        assert source_of(room) != whole, path
        moved.rename(path)
    assert source_of(room) == whole
    (room / "one_more.py").touch()
    assert source_of(room) != whole


def test_what_renders_a_sheet_is_of_that_room_and_of_paper():
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    rooms = {name.split(".")[1] for name in loaded.stdout.split() if "." in name}
    assert rooms == {room.name for room in ROOMS}


def test_the_libraries_count_with_all_that_they_need_and_no_others():
    found = packages()
    assert {"weasyprint", "pydyf", "fonttools", "pikepdf", "pillow", "tinycss2", "brotli"} <= {
        *found
    }
    assert not {"pytest", "sphinx", "ruff", "mkdocs"} & {*found}


@pytest.mark.parametrize("name", sorted(packages()))
def test_another_version_of_any_of_them_is_another_key(monkeypatch, name):
    before, version = means(), asked.version
    means.cache_clear()
    monkeypatch.setattr(asked, "version", lambda each: "0" if each == name else version(each))
    assert means() != before


def test_the_systems_layout_of_text_counts(monkeypatch):
    before = means()
    assert all(json.loads(before)[-1])
    means.cache_clear()
    monkeypatch.setattr(asked, "FOLDERS", ())
    assert means() != before
