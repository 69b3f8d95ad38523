"""What is told of a finding: where it stands, which hint, and what its words are filled with."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.told import examples_of, expected, told

from handbook.problems import CHECKING, CONSISTENCY

EXAMPLES = examples_of({*CHECKING, *CONSISTENCY})


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_what_is_told_of_an_example_helps_to_mend_it(example: Path) -> None:
    assert told(example) == expected(example)
