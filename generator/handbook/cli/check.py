"""handbook check: say what is wrong with a handbook, and write nothing."""

from __future__ import annotations

import click

from handbook.cli.command import define
from handbook.cli.loading import PROBLEMS_FOUND, as_text, load_and_check
from handbook.cli.output import put
from handbook.cli.report import findings, github, json, sarif
from handbook.cli.report.source import lines_of
from handbook.cli.session import Session
from handbook.cli.version import version
from handbook.opening import stops

FORMATS = ("text", "json", "github", "sarif")


@define("check")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text")
@click.option("--strict", is_flag=True)
def command(session: Session, format_: str, strict: bool) -> None:
    """Check the handbook; leave with 1 on errors, under --strict on warnings too."""
    project, language = session.project, session.language
    found = load_and_check(project)
    told = findings(found.problems, language)
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
    if stops(found.problems, strict=strict):
        raise click.exceptions.Exit(PROBLEMS_FOUND)
