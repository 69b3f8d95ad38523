"""Findings to report in tests, and the lines they stand in."""

from __future__ import annotations

from handbook.cli.report import Finding
from handbook.problems import Place

LINES = {
    ("content/auto/visits.yml", 12): "    by: visit-oficer",
    ("content/auto/visits.yml", 15): "\t客户：张先生，by: 客访专圆",
    ("content/称呼,一.yml", 2): "  title: 😀 高兴 [[nowhere]]",
}


def line_at(place: Place) -> str | None:
    """Return the line at a place of these findings."""
    return LINES.get((place.path, place.line))


CHINESE = [
    Finding(
        Place("content/auto/visits.yml", 12, 9),
        "unknown-reference",
        "error",
        "找不到“visit-oficer”",
        "是不是“visit-officer”（content/auto/roles.yml:4:3）？",
    ),
    Finding(
        Place("content/auto/visits.yml", 15, 13),
        "misspelt-title",
        "warning",
        "没有“客访专圆”",
        "例如：\n  by: visit-officer",
    ),
    Finding(Place("content/handbook.yml"), "no-settings", "error", "缺少 handbook.yml", None),
]
ENGLISH = [
    Finding(
        Place("content/auto/visits.yml", 12, 9),
        "unknown-reference",
        "error",
        "unknown id 'visit-oficer'",
        "did you mean 'visit-officer' (content/auto/roles.yml:4:3)?",
    ),
    Finding(
        Place("content/称呼,一.yml", 2, 17),
        "unknown-reference",
        "error",
        "100% unknown: 'nowhere'",
        "define it,\nor check the spelling",
    ),
]
