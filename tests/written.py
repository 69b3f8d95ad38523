"""Handbooks that a test writes down as YAML text."""

from __future__ import annotations

from handbook.model.handbook import Handbook
from handbook.model.load import Loaded, assemble
from handbook.read import Reading, SourceFile, read_text

SETTINGS = "title: 手册\norganisation: 公司\nlanguage: zh-CN\n"


def loaded(text: str, **files: str) -> Loaded:
    """Load content/all.yml and more files, named by path with __ for / in it."""
    sources = []
    for name, written in {"handbook": SETTINGS, "all": text, **files}.items():
        *folder, stem = name.split("__")
        path = "/".join(("content", *folder, f"{stem}.yml"))
        root, found = read_text(written, path)
        assert not found
        sources.append(SourceFile(path, tuple(folder), f"{stem}.yml", root))
    return assemble(Reading(tuple(sources), ()))


def handbook_of(text: str, **files: str) -> Handbook:
    """Return a handbook that has no problems of reading, making and linking."""
    made = loaded(text, **files)
    assert made.problems == ()
    return made.handbook
