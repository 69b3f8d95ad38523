"""Findings as SARIF 2.1.0, the OASIS format that code hosts and editors read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from handbook.cli.report import Finding, Findings, LineAt
from handbook.languages import rules
from handbook.problems import RULES

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def report(findings: Findings, language: str, line_at: LineAt, version: str) -> str:
    """Show findings as one run; columns count UTF-16 units, as SARIF does by default."""
    run = {
        "tool": {"driver": {"name": "handbook", "version": version, "rules": _rules(language)}},
        "language": language,
        "columnKind": "utf16CodeUnits",
        "results": [_result(found, line_at) for found in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rules(language: str) -> list[dict[str, Any]]:
    described = rules(language)
    return [
        {
            "id": rule,
            "shortDescription": {"text": described[rule]["line"]},
            "defaultConfiguration": {"level": severity},
        }
        for rule, severity in RULES.items()
    ]


def _result(found: Finding, line_at: LineAt) -> dict[str, Any]:
    text = found.message if found.hint is None else f"{found.message}\n{found.hint}"
    return {
        "ruleId": found.rule,
        "ruleIndex": list(RULES).index(found.rule),
        "level": found.severity,
        "message": {"text": text},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(found.place.path)},
                    "region": {
                        "startLine": found.place.line,
                        "startColumn": _utf16_column(found, line_at(found.place)),
                    },
                }
            }
        ],
    }


def _utf16_column(found: Finding, line: str | None) -> int:
    """Count the units before the place; a character beyond the first 65,536 takes two."""
    before = (line or "")[: found.place.column - 1]
    return found.place.column + sum(character > "\uffff" for character in before)
