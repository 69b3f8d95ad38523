"""The handbook of tests/golden/editions: every key of every kind, as plain data to be changed."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.written import loaded

from handbook.model.handbook import Handbook

FOLDER = Path(__file__).parents[3] / "golden" / "editions"
FILES = ("papers", "people")


@cache
def texts() -> dict[str, str]:
    """Return its files as they are written."""
    return {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("content/*.yml"))}


def definitions() -> list[dict[str, Any]]:
    """Return its definitions as mappings, lists and texts, new at each call."""
    return deepcopy(_definitions())


@cache
def _definitions() -> list[dict[str, Any]]:
    return [each for name in FILES for each in yaml.load(texts()[name], yaml.BaseLoader)]


def handbook_of(text: str | None = None, **files: str) -> Handbook:
    """Make it of its files, or of one text instead of them."""
    written = texts() | files if text is None else {"handbook": texts()["handbook"], "papers": text}
    made = loaded(written.pop("papers"), **written)
    assert made.problems == ()
    return made.handbook


def editions(handbook: Handbook) -> dict[str, str]:
    """Return the editions of a handbook by address."""
    return {each.address: handbook.edition(each) for each in handbook.definitions}
