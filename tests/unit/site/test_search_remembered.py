"""What is worked out for one build need not be worked out for the next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.damage import damaged

from handbook.site.search.remembered import ROOM, Remembered


class Work:
    """Turns texts round, and counts."""

    __name__ = "work"

    def __init__(self) -> None:
        self.done: list[str] = []

    def __call__(self, text: str = "") -> str:
        self.done.append(text)
        return text[::-1] or "table"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "search.json"


def built(path: Path, *texts: str, source: str = "") -> list[str]:
    """Ask for texts as a build does, and return those that had to be worked out."""
    remembered, work = Remembered(path, source), Work()
    assert [remembered.ask(work, each) for each in texts] == [each[::-1] for each in texts]
    assert remembered.ask(work) == "table"
    remembered.keep()
    return work.done


def test_only_what_is_new_is_worked_out(path: Path) -> None:
    assert built(path, "客户", "投诉") == ["客户", "投诉", ""]
    assert built(path, "客户", "投诉") == []
    assert built(path, "客户", "回访") == ["回访"]
    assert built(path, "投诉") == []


def test_another_way_of_working_it_out_is_not_believed(path: Path) -> None:
    built(path, "客户", source="first")
    assert built(path, "客户", source="second") == ["客户", ""]


def test_whatever_is_in_its_place_is_made_anew(path: Path) -> None:
    built(path, "客户")
    whole = path.read_text("utf-8")
    for what in damaged(path):
        assert built(path, "客户") == ["客户", ""], what
        assert path.read_text("utf-8") == whole, what


def test_what_nobody_asks_for_any_more_is_forgotten(path: Path) -> None:
    built(path, *(f"{n}号" for n in range(ROOM * 2)))
    built(path, "新")
    assert set(json.loads(path.read_text("utf-8"))["told"]["answers"]["work"]) == {"新", ""}


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way", "utf-8")
    assert built(tmp_path / "cache" / "search.json", "客户") == ["客户", ""]
    assert [each.name for each in tmp_path.iterdir()] == ["cache"]
