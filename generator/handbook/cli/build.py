"""handbook build: make the site and the sheets."""

from __future__ import annotations

import click

from handbook.cli.audience import audience_option, refuse_leaks, require_audience
from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.loading import PROBLEMS_FOUND, load_and_check, show_or_exit
from handbook.cli.progress import Progress
from handbook.cli.scheduler import executor_at, scheduler_option
from handbook.cli.session import Session
from handbook.cli.words import say


@define("build")
@click.option("--no-pdf", is_flag=True)
@audience_option
@click.option("--strict", is_flag=True)
@click.option("--no-drafts", is_flag=True)
@scheduler_option
def command(
    session: Session,
    no_pdf: bool,
    audience: str | None,
    strict: bool,
    no_drafts: bool,
    scheduler: str | None,
) -> None:
    """Build a handbook without errors into site/."""
    project = session.project
    handbook, judged = load_and_check(project)
    require_audience(handbook, audience)
    show_or_exit(session, handbook, judged.problems, strict=strict)
    refuse_leaks(session, handbook, judged, audience)

    from handbook.site.build import BuildFailed, build
    from handbook.site.gathering import line

    already_shown = {line(found, session.language) for found in judged.problems}

    def tell(message: str) -> None:
        if message not in already_shown:
            click.echo(message, err=True)

    try:
        with executor_at(None if no_pdf else scheduler) as executor, Progress() as progress:
            made = build(
                project,
                gathered=(handbook, judged),
                pdf=not no_pdf,
                audience=audience,
                strict=strict,
                drafts=not no_drafts,
                executor=executor,
                progress=progress.counting(say(session.language, "print.making")),
                report=tell,
            )
    except BuildFailed as failure:
        show_or_exit(session, handbook, failure.problems)
        if failure.is_of_warnings and strict:
            raise click.exceptions.Exit(PROBLEMS_FOUND) from failure  # they have been told
        raise Fault("build-failed", reason=str(failure)) from failure
    click.echo(
        say(
            session.language, "build.made",
            path=made.site / "index.html", pages=made.pages, sheets=made.sheets,
            rendered=made.rendered, seconds=round(made.seconds),
        )
    )  # fmt: skip
