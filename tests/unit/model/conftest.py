"""Make handbooks out of YAML text that a test writes down."""

import pytest

from handbook.model.load import Loaded, assemble
from handbook.read import Reading, SourceFile, read_text

SETTINGS = "title: 手册\norganisation: 公司\nlanguage: zh-CN\n"


@pytest.fixture
def load():
    """Load a handbook; files are named by path, with __ for / in it."""

    def loaded(text: str, **files: str) -> Loaded:
        sources = []
        for name, written in {"handbook": SETTINGS, "all": text, **files}.items():
            *folder, stem = name.split("__")
            path = "/".join(("content", *folder, f"{stem}.yml"))
            root, found = read_text(written, path)
            assert not found
            sources.append(SourceFile(path, tuple(folder), f"{stem}.yml", root))
        return assemble(Reading(tuple(sources), ()))

    return loaded


@pytest.fixture
def handbook(load):
    """Load a handbook that has no problems."""

    def made(text: str, **files: str):
        loaded = load(text, **files)
        assert loaded.problems == ()
        return loaded.handbook

    return made
