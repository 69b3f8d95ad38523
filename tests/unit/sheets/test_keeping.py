"""What is kept comes back whole, and for what it was kept; anything else counts as nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from handbook.sheets.keeping import content_of, keep_whole, sealed, write_sealed


def test_what_was_kept_for_one_thing_comes_back_for_that_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "facts.json"
    write_sealed(path, {"pages": 2, "title": "投诉"}, "key")
    assert sealed(path, "key") == {"pages": 2, "title": "投诉"}
    assert sealed(path, "other") is None
    assert sealed(path) is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"told": 1}', '{"seal": "x", "told": 1}'])
def test_whatever_else_is_there_counts_as_nothing(tmp_path: Path, content: str) -> None:
    path = tmp_path / "facts.json"
    path.write_text(content, encoding="utf-8")
    assert sealed(path) is None


def test_what_was_edited_counts_as_nothing(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    write_sealed(path, {"pages": 2})
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["told"]["pages"] = 3
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert sealed(path) is None


def test_a_half_of_a_pair_of_surrogates_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    write_sealed(path, ["\ud83d"])
    assert sealed(path) == ["\ud83d"]


def test_a_file_takes_the_place_of_a_folder_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    (path / "below").mkdir(parents=True)
    keep_whole(path, b"whole")
    assert content_of(path) == b"whole"
    assert os.listdir(tmp_path) == ["kept"]


def test_only_a_file_has_a_content(tmp_path: Path) -> None:
    assert content_of(tmp_path) is None
    assert content_of(tmp_path / "none") is None
    assert content_of(Path("a\0b")) is None


def test_nothing_is_left_of_what_could_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError("full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="full"):
        keep_whole(tmp_path / "kept", b"x")
    assert os.listdir(tmp_path) == []
