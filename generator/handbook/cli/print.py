"""handbook print: make the sheets of some definitions, or books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from handbook.cli.audience import audience_option
from handbook.cli.command import define
from handbook.cli.faults import FAULT, Fault, tell
from handbook.cli.loading import load_or_exit, show_or_exit
from handbook.cli.period import period_of
from handbook.cli.progress import Progress
from handbook.cli.scheduler import executor_at, scheduler_option
from handbook.cli.session import Session
from handbook.cli.wanted import Planner, Wanted, wanted_by
from handbook.cli.words import say
from handbook.compose.overviews.records import ON_PAPER
from handbook.derive.period import Period
from handbook.model.handbook import Handbook
from handbook.model.section import Section
from handbook.write import write_whole

if TYPE_CHECKING:
    from handbook.compose.sheets import Printable
    from handbook.compose.templates.environment import Environment

CACHE = ".cache/sheets"


@define("print", overviews=ON_PAPER)
@click.argument("ids", metavar="ID …", nargs=-1, required=True)
@click.option("--sheet", metavar="SHEET")
@click.option("--month", metavar="YYYY-MM")
@click.option("--year", metavar="YYYY")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), default=Path())
@audience_option
@scheduler_option
def command(
    session: Session,
    ids: tuple[str, ...],
    sheet: str | None,
    month: str | None,
    year: str | None,
    out: Path,
    audience: str | None,
    scheduler: str | None,
) -> None:
    """Make sheets as PDF files in a folder."""
    project = session.project
    period = period_of(month, year)
    handbook = load_or_exit(session, audience=audience)
    wanted, faults = sorted_out(handbook, dict.fromkeys(ids), sheet, period)
    for fault in faults:
        tell(fault, session.language)
    if not wanted:
        raise click.exceptions.Exit(FAULT)

    from handbook.compose.templates.environment import environment
    from handbook.sheets.press import print_sheets

    templates = environment(project)
    sheets = [composed(handbook, templates, each) for each in wanted]
    with executor_at(scheduler) as executor, Progress() as progress:
        count = progress.counting(say(session.language, "print.making"))
        printed = print_sheets(sheets, cache=project / CACHE, progress=count, executor=executor)
    names = file_names(printed.files)
    out.mkdir(parents=True, exist_ok=True)
    for uri, made in printed.files.items():
        path = out / names[uri]
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, made.path.read_bytes())
        click.echo(say(session.language, "print.made", path=path))
    show_or_exit(session, handbook, printed.problems)
    if faults:
        raise click.exceptions.Exit(FAULT)


def sorted_out(
    handbook: Handbook, ids: Iterable[str], sheet: str | None, period: Period | None
) -> tuple[list[Wanted], list[Fault]]:
    """Return what the ids stand for, and what is wrong with those that stand for nothing."""
    wanted: list[Wanted] = []
    faults: list[Fault] = []
    for id in ids:
        try:
            wanted += wanted_by(handbook, id, sheet, period)
        except Fault as fault:
            faults.append(fault)
    return wanted, faults


def composed(handbook: Handbook, templates: Environment, wanted: Wanted) -> Printable:
    """Compose what is wanted: a book, an overview or planner of a section, or a sheet."""
    from handbook.compose.books.sheets import compose_book
    from handbook.compose.kinds.sheets import compose_sheet
    from handbook.compose.overviews.calendar.planners import compose_planner
    from handbook.compose.overviews.sheets import compose_overview

    if isinstance(wanted, Section):
        return compose_book(handbook, templates, wanted)
    if isinstance(wanted, Planner):
        return compose_planner(handbook, templates, wanted.subject, wanted.period)
    subject, sheet = wanted
    if isinstance(subject, Section):
        return compose_overview(handbook, templates, subject, sheet)
    return compose_sheet(handbook, templates, subject, sheet)


def file_names(uris: Iterable[str]) -> dict[str, str]:
    """Name the file for each sheet; two of one name keep the folders of their sections."""
    names = {uri: PurePosixPath(uri).name for uri in uris}
    often = Counter(names.values())
    return {uri: name if often[name] == 1 else uri.partition("/")[2] for uri, name in names.items()}
