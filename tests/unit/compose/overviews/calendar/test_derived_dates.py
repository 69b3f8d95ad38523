"""The page of dates counts months, days and working days as the model does."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ours import PROJECT

from handbook.model.durations import later, parse_duration
from handbook.read.nodes import Text

SCRIPT = PROJECT / "templates/theme/assets/handbook/dates.js"
PROGRAM = """
globalThis.document = { querySelector: () => null };
require(process.argv[1]);
const [day, rule, worked] = JSON.parse(process.argv[2]);
const ends = handbookDates.due(new Date(day + "T00:00:00Z"), rule, worked);
console.log(JSON.stringify(ends.map((end) => end.toISOString().slice(0, 10))));
"""


def due(day: str, rule: list, worked: dict | None = None) -> list[str]:
    node = Path(sys.executable).with_name("node")
    asked = json.dumps([day, rule, worked or {}])
    told = subprocess.run(
        [node, "-e", PROGRAM, str(SCRIPT), asked], capture_output=True, text=True, check=True
    )
    return json.loads(told.stdout)


@pytest.mark.parametrize(
    ("day", "rule", "expected"),
    [
        ("2026-01-31", [1, [0, 7, 0], [0, 10, 0]], ["2026-02-07", "2026-02-10"]),
        ("2026-01-31", [1, [1, 0, 0], [1, 0, 0]], ["2026-02-28", "2026-02-28"]),
        ("2028-02-29", [1, [12, 0, 0], [12, 0, 0]], ["2029-02-28", "2029-02-28"]),
        ("2026-03-31", [-1, [1, 0, 0], [1, 0, 0]], ["2026-02-28", "2026-02-28"]),
        ("2026-01-05", [-1, [0, 2, 0], [0, 7, 0]], ["2025-12-29", "2026-01-03"]),
        ("2026-11-20", [1, [0, 0, 0], [0, 2, 1]], ["2026-11-20", "2026-11-24"]),
        ("2026-11-23", [-1, [0, 1, 1], [0, 1, 1]], ["2026-11-20", "2026-11-20"]),
    ],
)
def test_dates_are_counted_by_the_calendar(day: str, rule: list, expected: list) -> None:
    assert due(day, rule) == expected


@pytest.mark.parametrize("words", ["1个月", "3个月", "1年", "10天"])
def test_the_page_and_the_model_agree(words: str) -> None:
    day = datetime.date(2026, 8, 31)
    months = {"1个月": 1, "3个月": 3, "1年": 12}.get(words, 0)
    end = [months, 0 if months else 10, 0]
    expected = later(day, parse_duration(Text.at(words, "a", 1, 1))).isoformat()
    assert due(day.isoformat(), [1, end, end]) == [expected, expected]


def test_days_off_and_other_weekdays_are_told_by_the_section() -> None:
    rule = [1, [0, 1, 1], [0, 2, 1]]
    worked = {"weekdays": [0, 1, 2, 3, 4, 5], "off": ["2026-11-23"], "on": []}
    assert due("2026-11-20", rule, worked) == ["2026-11-21", "2026-11-24"]
    assert due("2026-11-20", rule, {"on": ["2026-11-22"]}) == ["2026-11-22", "2026-11-23"]
