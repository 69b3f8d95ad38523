"""Load and check a handbook for a command, and show what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from handbook.cli.audience import refuse_leaks, require_audience
from handbook.cli.report import Findings, findings
from handbook.cli.report import text as text_report
from handbook.cli.report.source import lines_of
from handbook.cli.session import Session
from handbook.cli.today import today
from handbook.model.handbook import Handbook
from handbook.opening import Opened, opened, stops
from handbook.problems import Problem

PROBLEMS_FOUND = 1


def load_and_check(project: Path) -> Opened:
    """Return the handbook of a project and every problem of it, in order, known ones apart."""
    return opened(project, today())


def load_or_exit(
    session: Session, *, strict: bool = False, audience: str | None = None
) -> Handbook:
    """Return a handbook without errors (strict: without warnings); else show them and leave.

    With an audience it is the handbook as that reads it.
    """
    return opened_or_exit(session, strict=strict, audience=audience).read_by(audience)


def opened_or_exit(
    session: Session, *, strict: bool = False, audience: str | None = None
) -> Opened:
    """Return what is opened when nothing stops its being made for an audience; else leave."""
    found = load_and_check(session.project)
    require_audience(found, audience)
    show_or_exit(session, found.handbook, found.problems, strict=strict)
    refuse_leaks(session, found, audience)
    return found


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
    if stops(problems, strict=strict):
        raise click.exceptions.Exit(PROBLEMS_FOUND)


def as_text(
    told: Findings, project: Path, handbook: Handbook, language: str, known: int = 0
) -> str:
    """Put findings into the text that people read."""
    judged = len(handbook.definitions)
    return text_report.report(told, language, lines_of(project), judged, known)
