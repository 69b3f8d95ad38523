"""Pages and sheets say what they said when somebody read them last.

After a change that is meant: `python -m tests.said`, and read what changed in tests/golden/said.
"""

from __future__ import annotations

import pytest
from tests.said import PARTS, expected, said

PAPERS_AND_PAGES = [(part, uri) for part in PARTS for uri in expected(part)]


@pytest.mark.parametrize(("part", "uri"), PAPERS_AND_PAGES)
def test_a_page_or_sheet_says_what_it_said(part: str, uri: str) -> None:
    assert said(part).get(uri) == expected(part)[uri]


@pytest.mark.parametrize("part", PARTS)
def test_there_are_no_other_pages_and_sheets_and_they_stand_in_order(part: str) -> None:
    assert list(said(part)) == list(expected(part))
