"""handbook build: make the site and the sheets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from handbook.cli.audience import audience_option
from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.loading import PROBLEMS_FOUND, opened_or_exit, show_or_exit
from handbook.cli.progress import Progress
from handbook.cli.scheduler import executor_at, scheduler_option
from handbook.cli.session import Session
from handbook.cli.words import say
from handbook.opening import Opened, line

if TYPE_CHECKING:
    from handbook.site.last_build import Built


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
    from handbook.site.last_build import basis_of, last_build

    basis = basis_of(session.project)  # before any of it is read
    found = opened_or_exit(session, strict=strict, audience=audience)
    already_shown = {line(each, session.language) for each in found.problems}

    def tell(message: str) -> None:
        if message not in already_shown:
            click.echo(message, err=True)

    options = {
        "pdf": False if no_pdf else None,
        "audience": audience,
        "strict": strict,
        "drafts": False if no_drafts else None,
    }
    basis = basis.judged(found, options)
    made = last_build(basis)
    if made is not None:
        for warning in made.warnings:
            tell(warning)
    else:
        address = None if no_pdf else scheduler
        made = _build(session, found, tell, address, {**options, "basis": basis})
    click.echo(
        say(
            session.language, "build.made",
            path=made.site / "index.html", pages=made.pages, sheets=made.sheets,
            rendered=made.rendered, seconds=round(made.seconds),
        )
    )  # fmt: skip


def _build(
    session: Session,
    found: Opened,
    tell: Callable[[str], None],
    scheduler: str | None,
    options: dict[str, Any],
) -> Built:
    """Build what has been opened; leave, or raise Fault, when it cannot be."""
    # Imported here: where nothing has changed MkDocs is not asked.
    from handbook.site.build import BuildFailed, Order, build

    try:
        with executor_at(scheduler) as executor, Progress() as progress:
            order = Order(
                project=session.project,
                opened=found,
                executor=executor,
                progress=progress.counting(say(session.language, "print.making")),
                **options,
            )
            return build(order, report=tell)
    except BuildFailed as failure:
        show_or_exit(session, found.handbook, failure.problems)
        if failure.is_of_warnings and options["strict"]:
            raise click.exceptions.Exit(PROBLEMS_FOUND) from failure  # they have been told
        raise Fault("build-failed", reason=str(failure)) from failure
