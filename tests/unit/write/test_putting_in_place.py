"""Files are written whole or not at all, and stay what they were."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

from handbook.write import put_in_place, write_whole


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_texts_are_written_and_files_removed(tmp_path: Path) -> None:
    (tmp_path / "old.yml").write_text("a")
    (tmp_path / "kept.yml").write_text("b")
    put_in_place({tmp_path / "old.yml": None, tmp_path / "kept.yml": "c\r\n",
                  tmp_path / "below" / "new.yml": "d"})  # fmt: skip
    assert (tmp_path / "kept.yml").read_bytes() == b"c\r\n"
    assert (tmp_path / "below" / "new.yml").read_text() == "d"
    assert not (tmp_path / "old.yml").exists()


def test_a_file_keeps_its_rights_and_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.yml", tmp_path / "link.yml"
    target.write_text("a")
    target.chmod(0o640)
    link.symlink_to(target)
    put_in_place({link: "b"})
    assert link.is_symlink()
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("b", 0o640)


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a")
    (tmp_path / "no-folder").write_text("x")
    with pytest.raises(OSError, match="no-folder"):
        put_in_place({tmp_path / "a.yml": "changed", tmp_path / "no-folder" / "b.yml": "b"})
    assert files(tmp_path) == {"a.yml": "a", "no-folder": "x"}


def test_a_file_written_whole_keeps_its_rights_unless_others_are_given(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("a")
    path.chmod(0o640)
    write_whole(path, b"b")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"b", 0o640)
    write_whole(path, b"c", rights=0o644)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"c", 0o644)


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"below.a\.json"):
        write_whole(tmp_path / "below" / "a.json", b"a")
    assert files(tmp_path) == {}


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=write_whole, args=(pipe, b"a"))
    writer.start()
    assert pipe.read_bytes() == b"a"
    writer.join()
    assert pipe.is_fifo()


def test_what_cannot_be_moved_into_place_leaves_nothing_behind(tmp_path: Path, monkeypatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "a", b"a")
    assert files(tmp_path) == {}


def test_where_one_cannot_be_put_in_its_place_all_are_as_before(
    tmp_path: Path, monkeypatch
) -> None:
    for name in "abc":
        (tmp_path / name).write_text(name)
    (tmp_path / "a").chmod(0o640)
    really = os.replace

    def refused(part: Path, target: Path) -> None:
        if target.name == "b" and part.read_text() == "changed":
            raise PermissionError(1, "no", str(target))
        really(part, target)

    monkeypatch.setattr(os, "replace", refused)
    contents = dict.fromkeys(("a", "d", "b"), "changed") | {"c": None}
    with pytest.raises(PermissionError):
        put_in_place({tmp_path / name: text for name, text in contents.items()})
    assert files(tmp_path) == {"a": "a", "b": "b", "c": "c"}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_folder_that_nothing_is_left_in_goes(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("")
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_text("c")
    put_in_place({tmp_path / "a" / "b" / "c": None})
    assert not (tmp_path / "a").exists()
