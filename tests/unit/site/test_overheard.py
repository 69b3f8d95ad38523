"""What MkDocs writes to a terminal of a build of ours."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from handbook.site.overheard import InOurWords


@pytest.mark.parametrize(
    ("said", "level", "is_shown"),
    [
        ("Page skipped: 'index.md'. Generated empty output.", logging.INFO, False),
        ("Building documentation to directory: site", logging.INFO, True),
        ("Page skipped: 'index.md'.", logging.WARNING, True),
    ],
)
def test_of_pages_that_stay_nothing_is_told(
    said: str, level: int, is_shown: bool, tmp_path: Path
) -> None:
    record = logging.LogRecord("mkdocs.commands.build", level, "", 1, said, (), None)
    assert InOurWords(tmp_path).filter(record) is is_shown
