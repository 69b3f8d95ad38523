"""Findings as a JSON list, for other programs."""

from __future__ import annotations

import json

from handbook.cli.report import Findings


def report(findings: Findings) -> str:
    """Show findings as a list of {path, line, column, rule, severity, message, hint}."""
    rows = [
        {
            "path": found.place.path,
            "line": found.place.line,
            "column": found.place.column,
            "rule": found.rule,
            "severity": found.severity,
            "message": found.message,
            "hint": found.hint,
        }
        for found in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
