"""Which lines of which files a report may show."""

from __future__ import annotations

import os
from pathlib import Path

from handbook.read.file import LARGEST
from handbook.read.quoted import lines_to_quote
from handbook.read.tree import FolderTree, TreeOfBytes


def lines(content: bytes, path: str = "content/a.yml") -> list[str]:
    return lines_to_quote(TreeOfBytes({"content/b.yml": b"", path: content}), path)


def test_the_lines_of_a_file_are_shown_as_they_are_counted() -> None:
    assert lines(b"\xef\xbb\xbfa: b\r\nc: \xff\rd") == ["a: b", "c: \ufffd", "d"]


def test_a_file_of_zeroes_or_outside_of_content_is_not_shown() -> None:
    assert lines(b"a\0b") == []
    assert lines(b"a: b", "secret.yml") == []
    assert lines(b"a: b", "contents/a.yml") == []


def test_no_more_is_shown_than_is_read_of_a_file() -> None:
    assert len(lines(b"a" * (LARGEST + 1))[0]) == LARGEST


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content" / "pipe.yml")
    (tmp_path / "secret.yml").write_text("a: b")
    (tmp_path / "content" / "link.yml").symlink_to(tmp_path / "secret.yml")
    for name in ("pipe.yml", "link.yml", "missing.yml"):
        assert lines_to_quote(FolderTree(tmp_path), f"content/{name}") == []
    assert lines_to_quote(FolderTree(tmp_path), "content") == []
