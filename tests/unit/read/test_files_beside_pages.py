"""What lies beside the pages is read for its words, whatever program wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.read import FolderTree
from handbook.read.pages import PAGES, read_pages

TABLE = "項目,金額\n大額退款,100\n"


def lines_of(project: Path, content: bytes) -> list[tuple[int, str]]:
    path = project / PAGES / "table.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    [found] = read_pages(FolderTree(project)).beside
    assert (found.path, found.uri) == (f"{PAGES}/table.csv", "table.csv")
    return [(line.line, str(line)) for line in found.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_a_table_is_read_line_by_line(tmp_path: Path, encoding: str) -> None:
    assert (2, "大額退款,100") in lines_of(tmp_path, TABLE.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_encoding_that_is_certain_is_the_only_one(tmp_path: Path, encoding: str) -> None:
    assert lines_of(tmp_path, TABLE.encode(encoding)) == [(1, "項目,金額"), (2, "大額退款,100")]


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xd8\xff\xe0\xff\xff", b""]
)
def test_a_picture_has_no_lines(tmp_path: Path, content: bytes) -> None:
    assert lines_of(tmp_path, content) == []
