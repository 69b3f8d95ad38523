"""The handbook of this repository, loaded once by each worker that needs it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from handbook.model.handbook import Handbook
from handbook.model.load import load

PROJECT = Path(__file__).parents[1]


@cache
def our_handbook() -> Handbook:
    """Return the handbook of content/."""
    return load(PROJECT).handbook
