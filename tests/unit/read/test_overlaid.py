"""A tree with files changed, added and gone is as one of plain data with the same files."""

from __future__ import annotations

import pytest

from handbook.read import TreeOfBytes
from handbook.read.overlaid import OverlaidTree
from handbook.read.tree import Unreadable

BELOW = {"content/a.yml": b"a", "content/s/b.yml": b"b", "x": b"x"}
CHANGED = {"content/a.yml": b"other", "content/s/b.yml": None, "content/t/u/c.yml": b"c"}
NOW = {"content/a.yml": b"other", "content/t/u/c.yml": b"c", "x": b"x"}


def test_it_says_of_every_path_what_plain_data_says() -> None:
    tree = OverlaidTree(TreeOfBytes(BELOW), CHANGED)
    plain = TreeOfBytes(NOW, folders=("content/s",))  # a folder that nothing is left in
    for path in ("", "content", "content/s", "content/t", "content/t/u"):
        assert tree.entry(path) == plain.entry(path)
        assert {each.name: each for each in tree.entries(path)} == {
            each.name: each for each in plain.entries(path)
        }
    for path in NOW:
        assert (tree.entry(path), tree.read(path), tree.size(path), tree.read(path, 1)) == (
            plain.entry(path), plain.read(path), plain.size(path), plain.read(path, 1)
        )  # fmt: skip


def test_what_is_gone_cannot_be_read() -> None:
    tree = OverlaidTree(TreeOfBytes(BELOW), CHANGED)
    assert tree.entry("content/s/b.yml").kind == "missing"
    for asked in (lambda: tree.read("content/s/b.yml"), lambda: tree.entries("content/none")):
        with pytest.raises(Unreadable):
            asked()
