"""handbook check: say what is wrong with a handbook; with --fix, repair what is certain."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from handbook.cli.changing import changing_options, show_and_write, standing_in
from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.loading import PROBLEMS_FOUND, as_text, load_and_check
from handbook.cli.output import put
from handbook.cli.report import findings, github, json, sarif
from handbook.cli.report.source import lines_of
from handbook.cli.session import Session
from handbook.cli.version import version
from handbook.cli.words import say
from handbook.opening import stops
from handbook.problems import Problem
from handbook.read import FolderTree
from handbook.read.site_settings import read_site_settings

FORMATS = ("text", "json", "github", "sarif")


@define("check")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text")
@click.option("--strict", is_flag=True)
@click.option("--fix", is_flag=True)
@changing_options
def command(
    session: Session, format_: str, strict: bool, fix: bool, dry_run: bool, yes: bool
) -> None:
    """Check the handbook; leave with 1 on errors, under --strict on warnings too."""
    project, language = session.project, session.language
    if fix:
        _fix(session, as_text=format_ == "text", dry_run=dry_run, yes=yes)
    elif dry_run or yes:
        raise Fault("fix-only", name="--dry-run" if dry_run else "--yes")
    found = load_and_check(project)
    problems = (*found.problems, *_faults_of_settings(project, found.problems))
    told = findings(problems, language)
    match format_:
        case "text":
            known = len(found.judged.known)
            click.echo(as_text(told, project, found.handbook, language, known), nl=False)
        case "json":
            put(json.report(told))
        case "github":
            put(github.report(told))
        case "sarif":
            put(sarif.report(told, language, lines_of(project), version()))
    if stops(problems, strict=strict):
        raise click.exceptions.Exit(PROBLEMS_FOUND)


def _fix(session: Session, *, as_text: bool, dry_run: bool, yes: bool) -> None:
    """Repair what is certain, shown first; for programs the differences go to stderr."""
    from handbook.revise.fix import fixed

    changes = fixed(standing_in(session.project))
    if not changes.files:
        click.echo(say(session.language, "changing.nothing-certain"), err=True)
        return
    show_and_write(
        session.project, session.language, changes, dry_run=dry_run, yes=yes, err=not as_text
    )


def _faults_of_settings(project: Path, told: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return what MkDocs will not take in mkdocs.yml, where it is to make a site."""
    settings = read_site_settings(FolderTree(project))
    if not settings.has_handbook or any(each.rule == "site-settings" for each in told):
        return ()

    from handbook.site.run import faults_of_settings  # half a second: only where it is asked

    return faults_of_settings(project, names_pages=settings.names_pages)
