"""A tree is asked the same whatever it is kept in: a folder, or plain data."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.model.load import Loaded, load_tree
from handbook.model.memory import Memory
from handbook.read import FolderTree, Tree, TreeOfBytes
from handbook.read.tree import Entry, Unreadable, lies_in

FILES = {
    "mkdocs.yml": b"docs_dir: content/pages\nmarkdown_extensions: [toc]\n",
    "content/handbook.yml": "title: 手册\norganisation: 公司\nlanguage: zh-CN\n".encode(),
    "content/a.yml": "- {kind: role, id: clerk, title: 文员}\n".encode(),
    "content/auto/section.yml": "title: 汽车\n".encode(),
    "content/auto/roles/b.yml": "- {kind: role, id: cook, title: 厨师}\n".encode(),
    "content/pages/about.md": "# 关于\n\n[[clerk]]\n".encode(),
    "content/pages/list.csv": "甲,乙\n".encode("gbk"),
    "outside/secret.yml": b"- {kind: role, id: spy, title: x}\n",
}
LINKS = {
    "content/inner": "auto",
    "content/to-file.yml": "auto/roles/b.yml",
    "content/out.yml": "../outside/secret.yml",
    "content/outer": "../outside",
    "content/far.yml": "/nowhere/at/all.yml",
    "content/broken.yml": "gone.yml",
    "content/auto/around": "..",
    "content/ring.yml": "ring-2.yml",
    "content/ring-2.yml": "ring.yml",
}
Make = Callable[[dict[str, bytes], dict[str, str]], Tree]


@pytest.fixture(params=["folder", "bytes"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Return what makes a tree of files and links."""
    if request.param == "bytes":
        return lambda files, links: TreeOfBytes(files, links, ["content/empty"])

    def in_folder(files: dict[str, bytes], links: dict[str, str]) -> Tree:
        for path, content in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
        for path, target in links.items():
            (tmp_path / path).symlink_to(target)
        (tmp_path / "content" / "empty").mkdir(parents=True)
        return FolderTree(tmp_path)

    return in_folder


@pytest.fixture
def tree(make: Make) -> Tree:
    return make(FILES, LINKS)


def test_what_lies_in_a_folder_is_told_with_its_kind(tree: Tree) -> None:
    assert sorted(tree.entries("content/auto"), key=lambda entry: entry.name) == [
        Entry("around", "folder", is_link=True),
        Entry("roles", "folder"),
        Entry("section.yml", "file"),
    ]
    assert list(tree.entries("content/empty")) == []
    assert {entry.name for entry in tree.entries("")} == {"mkdocs.yml", "content", "outside"}


@pytest.mark.parametrize(
    ("path", "kind", "is_link"),
    [
        ("", "folder", False),
        ("content", "folder", False),
        ("content/a.yml", "file", False),
        ("content/nothing.yml", "missing", False),
        ("content/a.yml/deeper", "missing", False),
        ("content/no\0name", "missing", False),
        ("content/inner", "folder", True),
        ("content/inner/roles/b.yml", "file", False),
        ("content/to-file.yml", "file", True),
        ("content/broken.yml", "missing", True),
        ("content/ring.yml", "loop", True),
        ("content/ring.yml/deeper", "missing", False),
        ("content/out.yml", "file", True),
        ("content/auto/around/auto/section.yml", "file", False),
        ("content/auto/../a.yml", "file", False),
    ],
)
def test_what_stands_at_a_path_is_told(tree: Tree, path: str, kind: str, is_link: bool) -> None:
    found = tree.entry(path)
    assert (found.kind, found.is_link) == (kind, is_link)


def test_an_entry_told_by_its_folder_is_the_one_told_by_its_path(tree: Tree) -> None:
    for folder in ("content", "content/auto", "content/inner", ""):
        for entry in tree.entries(folder):
            assert tree.entry(f"{folder}/{entry.name}".lstrip("/")) == entry


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith("content/")])
def test_a_file_is_read_whole_or_its_beginning(tree: Tree, path: str) -> None:
    assert tree.read(path) == FILES[path]
    assert tree.read(path, 5) == FILES[path][:5]
    assert tree.read(path, 0) == b""
    assert tree.size(path) == len(FILES[path])


def test_a_file_behind_a_link_is_read(tree: Tree) -> None:
    assert tree.read("content/to-file.yml") == FILES["content/auto/roles/b.yml"]
    assert tree.size("content/inner/section.yml") == len(FILES["content/auto/section.yml"])


@pytest.mark.parametrize("path", ["content/nothing.yml", "content/broken.yml", "content"])
def test_what_is_no_file_cannot_be_read(tree: Tree, path: str) -> None:
    with pytest.raises(Unreadable) as fault:
        tree.read(path)
    assert (fault.value.hint, fault.value.code) == (
        "fault", "EISDIR" if path == "content" else "ENOENT",
    )  # fmt: skip


@pytest.mark.parametrize("path", ["content/nothing", "content/a.yml"])
def test_what_is_no_folder_has_nothing_in_it(tree: Tree, path: str) -> None:
    with pytest.raises(Unreadable):
        tree.entries(path)


def test_links_are_followed_to_where_they_really_lead(tree: Tree) -> None:
    content = tree.real("content")
    assert tree.real("content/inner") == f"{content}/auto"
    assert tree.real("content/inner/roles/b.yml") == f"{content}/auto/roles/b.yml"
    assert tree.real("content/auto/around") == content
    assert lies_in(tree.real("content/to-file.yml"), content)
    for path in ("content/out.yml", "content/outer", "content/far.yml", "content/../outside"):
        assert not lies_in(tree.real(path), content)
    for path in ("/nowhere", "../beside"):
        assert not lies_in(tree.real(path), tree.real(""))


def told(loaded: Loaded) -> list[str]:
    return [f"{each.place} {each.rule} {each.hint}" for each in loaded.problems]


def test_a_handbook_of_any_tree_is_read_by_the_same_rules(make: Make) -> None:
    loaded = load_tree(make(FILES, LINKS))
    assert told(loaded) == [
        "content/auto/around:1:1 link-broken loop",
        "content/broken.yml:1:1 link-broken missing",
        "content/far.yml:1:1 link-outside copy",
        "content/inner/around:1:1 link-broken loop",
        "content/out.yml:1:1 link-outside copy",
        "content/outer:1:1 link-outside copy",
        "content/ring-2.yml:1:1 link-broken loop",
        "content/ring.yml:1:1 link-broken loop",
    ]
    addresses = [each.address for each in loaded.handbook.definitions]
    assert addresses == ["clerk", "cook", "auto/cook", "inner/cook"]
    assert [page.uri for page in loaded.handbook.written] == ["about.md"]
    assert [file.uri for file in loaded.handbook.beside] == ["list.csv"]


def test_what_is_too_large_is_told_of_any_tree(make: Make) -> None:
    large = FILES | {"content/large.yml": b"- a\n" * 300_000}
    assert told(load_tree(make(large, {}))) == ["content/large.yml:1:1 too-large split"]


def test_a_memory_of_loads_works_with_any_tree(make: Make) -> None:
    tree, memory = make(FILES, {}), Memory()
    first = load_tree(tree, memory).handbook["clerk"]
    assert load_tree(tree, memory).handbook["clerk"]._written is first._written


def test_a_pipe_in_a_folder_is_told_as_what_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    tree = FolderTree(tmp_path)
    assert list(tree.entries("")) == [Entry("pipe", "special")]
    assert tree.entry("pipe") == Entry("pipe", "special")
