"""Judge a handbook that a test writes down as YAML text."""

import datetime

import pytest

from handbook.check import check
from handbook.model.load import Loaded, assemble
from handbook.read import Reading, SourceFile, read_text

TODAY = datetime.date(2026, 3, 1)
SETTINGS = "title: 手册\norganisation: 公司\nlanguage: zh-CN\n"


def assembled(text: str, **files: str) -> Loaded:
    """Make a handbook; files are named by path, with __ for / in it."""
    sources = []
    for name, written in {"handbook": SETTINGS, "all": text, **files}.items():
        *folder, stem = name.split("__")
        path = "/".join(("content", *folder, f"{stem}.yml"))
        root, found = read_text(written, path)
        assert not found
        sources.append(SourceFile(path, tuple(folder), f"{stem}.yml", root))
    return assemble(Reading(tuple(sources), ()))


def problems_of(text: str, **files: str) -> list:
    loaded = assembled(text, **files)
    return [*loaded.problems, *check(loaded.handbook, TODAY)]


@pytest.fixture
def problems():
    """Give the problems of a handbook."""
    return problems_of


@pytest.fixture
def rules():
    """Give the rules that a handbook breaks."""
    return lambda text, **files: [found.rule for found in problems_of(text, **files)]


@pytest.fixture
def handbook():
    """Give a handbook that has no problems of reading, making and linking."""

    def made(text: str, **files: str):
        loaded = assembled(text, **files)
        assert loaded.problems == ()
        return loaded.handbook

    return made
