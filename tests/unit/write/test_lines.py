"""Changed text keeps the line ends that the file had."""

from __future__ import annotations

import pytest

from handbook.write.lines import as_before


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("a\nb\n", "a\nc\n", "a\nc\n"),
        ("a\r\nb\r\n", "a\nc\n", "a\r\nc\r\n"),
        ("a\rb\r", "a\nc\n", "a\rc\r"),
        ("a", "a\nb\n", "a\nb\n"),
        ("a\r\nb\nc\r\n", "a\nb\nd\n", "a\r\nb\nd\r\n"),
        ("a\r\nb\nc\n", "a\nx\nb\nc\n", "a\r\nx\nb\nc\n"),
        ("a\nb\r\nc", "a\nb\nc", "a\nb\r\nc"),
        ("\ufeffa\r\n", "b\n", "\ufeffb\r\n"),
        ("\ufeffa\r\nb\nc\r\n", "a\nb\nd\n", "\ufeffa\r\nb\nd\r\n"),
    ],
)
def test_each_line_ends_as_it_did_and_a_new_one_as_most_do(
    before: str, now: str, expected: str
) -> None:
    assert as_before(before, now) == expected
