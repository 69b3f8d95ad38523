"""Which lines a report may quote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbook.cli.report.source import lines_of
from handbook.problems import Place


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def line(content: Path, name: str, number: int = 1) -> str | None:
    return lines_of(content.parent)(Place(f"content/{name}", number))


def test_lines_are_counted_as_the_reader_counts_them(content: Path) -> None:
    (content / "a.yml").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\xff")
    assert [line(content, "a.yml", n) for n in (1, 2, 3, 4)] == ["one", "two", "three\ufffd", None]


def test_a_file_that_is_not_there_has_no_lines(content: Path) -> None:
    assert line(content, "handbook.yml") is None


def test_what_a_link_outside_points_to_is_not_shown(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (content / "a.yml").symlink_to(tmp_path / "secret")
    assert line(content, "a.yml") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_keeps_nobody_waiting(content: Path) -> None:
    os.mkfifo(content / "a.yml")
    assert line(content, "a.yml") is None


def test_a_binary_file_is_not_quoted(content: Path) -> None:
    (content / "a.yml").write_bytes(b"PNG\0\1\2")
    assert line(content, "a.yml") is None
