"""What is told of a file that cannot be read: where, which hint, and with which details."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.told import examples_of, expected, told

from handbook.problems import READING


@pytest.mark.parametrize("example", examples_of(set(READING)), ids=lambda path: path.name)
def test_what_is_told_of_an_example_helps_to_mend_it(example: Path) -> None:
    assert told(example) == expected(example)
