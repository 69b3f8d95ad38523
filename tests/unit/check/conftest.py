"""Judge a handbook that a test writes down as YAML text."""

import datetime

import pytest
from tests.written import handbook_of, loaded

from handbook.check import check

TODAY = datetime.date(2026, 3, 1)


def problems_of(text: str, **files: str) -> list:
    made = loaded(text, **files)
    return [*made.problems, *check(made.handbook, TODAY)]


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
    return handbook_of
