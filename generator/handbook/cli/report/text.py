"""Findings as people read them: place, sentence, the line with a caret, and how to repair it."""

from __future__ import annotations

import click

from handbook.cli.report import Finding, Findings, LineAt
from handbook.cli.report.quote import quote, visible
from handbook.cli.words import counted, words_of

COLOURS = {"error": "red", "warning": "yellow"}
LONGEST = 400  # characters of a message: it may repeat a text that never ends


def report(
    findings: Findings, language: str, line_at: LineAt, definitions: int, known: int = 0
) -> str:
    """Show findings, one paragraph each, and the counts as the last line.

    `known` findings are counted there, and not shown.

    Colours are in it; what prints it takes them out where there is no terminal.
    """
    last = _summary(findings, language, definitions)
    if known:
        told = counted(language, "known", known)
        last += words_of(language)["report"]["known"].format(known=told)
    if not findings:
        return last + "\n"
    paragraphs = [_paragraph(found, language, line_at) for found in findings]
    return "\n\n".join([*paragraphs, last]) + "\n"


def _paragraph(found: Finding, language: str, line_at: LineAt) -> str:
    words = words_of(language)["report"]
    label = words["label"].format(word=words[found.severity])
    label = click.style(label, fg=COLOURS[found.severity], bold=True)
    place = click.style(visible(str(found.place)), bold=True)
    rule = click.style(f"[{found.rule}]", dim=True)
    message = " ".join(visible(_brief(found.message)).split("\n"))
    lines = [f"{place}: {label}{message} {rule}"]
    line = line_at(found.place)
    if line is not None and line.strip():
        lines += _quoted(line, found)
    if found.hint:
        lines += _indented(words["hint"] + visible(found.hint))
    return "\n".join(lines)


def _quoted(line: str, found: Finding) -> list[str]:
    shown, below = quote(line, found.place.column)
    number = f"{found.place.line:>5}"
    bar = click.style(" | ", dim=True)
    caret = below[:-1] + click.style("^", fg=COLOURS[found.severity], bold=True)
    return [click.style(number, dim=True) + bar + shown, " " * len(number) + bar + caret]


def _indented(text: str) -> list[str]:
    first, *rest = text.split("\n")
    return [f"  {first}", *(f"    {line}".rstrip() for line in rest)]


def _brief(message: str) -> str:
    return message if len(message) <= LONGEST else message[:LONGEST] + "…"


def _summary(findings: Findings, language: str, definitions: int) -> str:
    words = words_of(language)["report"]
    judged = counted(language, "definitions", definitions)
    if not findings:
        fine: str = words["fine"].format(judged=judged)
        return click.style("✓", fg="green", bold=True) + " " + fine
    errors = sum(found.severity == "error" for found in findings)
    summary: str = words["summary"].format(
        errors=counted(language, "errors", errors),
        warnings=counted(language, "warnings", len(findings) - errors),
        judged=judged,
    )
    return summary
