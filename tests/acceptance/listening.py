"""What two checkers of PDF/UA-1 find in a file."""

from __future__ import annotations

import pdfua
import pytest


def found_by_pdfua(file: str) -> list[str]:
    """Return the messages of pdfua."""
    return [finding.message for finding in pdfua.validate(file).findings]


def found_by_outloud(file: str) -> list[tuple[str, str]]:
    """Return rules and messages of outloud; skip the test where it is not installed."""
    outloud = pytest.importorskip("outloud")
    return [(each.rule, each.message) for each in outloud.check(file).findings]
