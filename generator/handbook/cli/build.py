"""handbook build: make the site and the sheets."""

from __future__ import annotations

import click

from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.loading import load_and_check, show_or_exit
from handbook.cli.progress import Progress
from handbook.cli.session import Session
from handbook.cli.words import say


@define("build")
@click.option("--no-pdf", is_flag=True)
@click.option("--audience", metavar="AUDIENCE")
@click.option("--strict", is_flag=True)
@click.option("--no-drafts", is_flag=True)
def command(
    session: Session, no_pdf: bool, audience: str | None, strict: bool, no_drafts: bool
) -> None:
    """Build a handbook without errors into site/."""
    project = session.project
    handbook, judged = load_and_check(project)
    known = [str(each) for each in handbook.settings.audiences]
    if audience is not None and audience not in known:
        raise Fault("unknown-audience", audience=audience, audiences=" ".join(known))
    show_or_exit(session, handbook, judged.problems, strict=strict)

    from handbook.site.build import BuildFailed, build
    from handbook.site.gathering import line

    already_shown = {line(found, session.language) for found in judged.problems}

    def tell(message: str) -> None:
        if message not in already_shown:
            click.echo(message, err=True)

    try:
        with Progress() as progress:
            made = build(
                project,
                pdf=not no_pdf,
                audience=audience,
                strict=strict,
                drafts=not no_drafts,
                progress=progress.counting(say(session.language, "print.making")),
                report=tell,
            )
    except BuildFailed as failure:
        show_or_exit(session, handbook, failure.problems)
        raise Fault("build-failed", reason=str(failure)) from failure
    click.echo(
        say(
            session.language, "build.made",
            path=made.site / "index.html", pages=made.pages, sheets=made.sheets,
            rendered=made.rendered, seconds=round(made.seconds),
        )
    )  # fmt: skip
