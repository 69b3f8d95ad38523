"""Handbooks that a test writes down as YAML text."""

from __future__ import annotations

from handbook.model.handbook import Handbook
from handbook.model.load import Loaded, assemble
from handbook.read import TreeOfBytes, read_content

SETTINGS = "title: 手册\norganisation: 公司\nlanguage: zh-CN\n"


def loaded(text: str, **files: str) -> Loaded:
    """Load content/all.yml and more files, named by path with __ for / in it."""
    written = {"handbook": SETTINGS, "all": text, **files}
    reading = read_content(tree_of(written))
    assert not reading.problems
    return assemble(reading)


def tree_of(written: dict[str, str]) -> TreeOfBytes:
    """Return a tree with a file of YAML below content/ for each text."""
    return TreeOfBytes(
        {
            f"content/{name.replace('__', '/')}.yml": text.encode()
            for name, text in written.items()
        }
    )


def handbook_of(text: str, **files: str) -> Handbook:
    """Return a handbook that has no problems of reading, making and linking."""
    made = loaded(text, **files)
    assert made.problems == ()
    return made.handbook
