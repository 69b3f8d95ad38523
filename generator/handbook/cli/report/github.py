"""Findings as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from handbook.cli.report import Finding, Findings


def report(findings: Findings) -> str:
    """Show findings as `::error file=…,line=…,col=…,title=…::message`, one a line."""
    return "".join(f"{_command(found)}\n" for found in findings)


def _command(found: Finding) -> str:
    properties = {
        "file": found.place.path,
        "line": found.place.line,
        "col": found.place.column,
        "title": found.rule,
    }
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = found.message if found.hint is None else f"{found.message}\n{found.hint}"
    return f"::{found.severity} {told}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
