"""Load and check a handbook for a command, and show what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from handbook.check.known import Judged
from handbook.cli.audience import as_read_by, require_audience
from handbook.cli.report import Findings, findings
from handbook.cli.report import text as text_report
from handbook.cli.report.source import lines_of
from handbook.cli.session import Session
from handbook.cli.today import today
from handbook.compose.pages.judging import judge_with_links
from handbook.model.handbook import Handbook
from handbook.model.load import load
from handbook.problems import Problem
from handbook.read.collector import no_search_for_cycles

PROBLEMS_FOUND = 1


def load_and_check(project: Path) -> tuple[Handbook, Judged]:
    """Return the handbook of a project and every problem of it, in order, known ones apart."""
    with no_search_for_cycles():
        loaded = load(project)
        return loaded.handbook, judge_with_links(project, loaded, today())


def load_or_exit(
    session: Session, *, strict: bool = False, audience: str | None = None
) -> Handbook:
    """Return a handbook without errors (strict: without warnings); else show them and leave.

    With an audience it is the handbook as that reads it.
    """
    handbook, judged = load_and_check(session.project)
    require_audience(handbook, audience)
    show_or_exit(session, handbook, judged.problems, strict=strict)
    return as_read_by(session, handbook, judged, audience)


def show_or_exit(
    session: Session, handbook: Handbook, problems: Sequence[Problem], *, strict: bool = False
) -> None:
    """Show what was found, and leave where it stops the work.

    It goes to stderr: stdout belongs to what the command makes.
    """
    if problems:
        told = findings(problems, session.language)
        text = as_text(told, session.project, handbook, session.language)
        click.echo(text, err=True, nl=False)
    if is_failure(problems, strict=strict):
        raise click.exceptions.Exit(PROBLEMS_FOUND)


def is_failure(problems: Sequence[Problem], *, strict: bool) -> bool:
    """Whether these problems stop the work: errors always, warnings under --strict."""
    return any(strict or found.severity == "error" for found in problems)


def as_text(
    told: Findings, project: Path, handbook: Handbook, language: str, known: int = 0
) -> str:
    """Put findings into the text that people read."""
    judged = len(handbook.definitions)
    return text_report.report(told, language, lines_of(project), judged, known)
