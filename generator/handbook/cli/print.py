"""handbook print: make the sheets of some definitions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import click

from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.loading import load_or_exit, show_or_exit
from handbook.cli.output import write_whole
from handbook.cli.progress import Progress
from handbook.cli.session import Session
from handbook.cli.words import say
from handbook.compose.addresses import SHEETS_OF
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.nearest import nearest

CACHE = ".cache/sheets"
Wanted = tuple[Definition, str]  # a definition and the name of one of its sheets


@define("print")
@click.argument("ids", metavar="ID …", nargs=-1, required=True)
@click.option("--sheet", metavar="SHEET")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), default=Path())
def command(session: Session, ids: tuple[str, ...], sheet: str | None, out: Path) -> None:
    """Make sheets as PDF files in a folder."""
    project = session.project
    handbook = load_or_exit(session)
    wanted = [each for id in dict.fromkeys(ids) for each in sheets_of(find(handbook, id), sheet)]

    from handbook.compose.sheets import compose_sheet
    from handbook.compose.templates import environment
    from handbook.sheets.press import print_sheets

    templates = environment(project)
    sheets = [compose_sheet(handbook, templates, *each) for each in wanted]
    with Progress() as progress:
        count = progress.counting(say(session.language, "print.making"))
        printed = print_sheets(sheets, cache=project / CACHE, progress=count)
    show_or_exit(session, handbook, printed.problems)
    names = file_names(printed.files)
    out.mkdir(parents=True, exist_ok=True)
    for uri, made in printed.files.items():
        path = out / names[uri]
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, made.path.read_bytes())
        click.echo(say(session.language, "print.made", path=path))


def file_names(uris: Iterable[str]) -> dict[str, str]:
    """Name the file for each sheet; two of one name keep the folders of their sections."""
    names = {uri: PurePosixPath(uri).name for uri in uris}
    often = Counter(names.values())
    return {uri: name if often[name] == 1 else uri.partition("/")[2] for uri, name in names.items()}


def find(handbook: Handbook, id: str) -> Definition:
    """Return what `section/id` names (`/id` at the top), or a bare id that one section has."""
    exact = "/" in id
    found = [
        each
        for each in handbook.definitions
        if (each.address == id.lstrip("/") if exact else each.id == id)
    ]
    if not found:
        names = {name for each in handbook.definitions for name in (str(each.id), each.address)}
        near = nearest(id, sorted(names))
        raise Fault("unknown-id-nearest" if near else "unknown-id", id=id, nearest=near)
    if len(found) > 1:
        addresses = (each.address if each.section.path else f"/{each.id}" for each in found)
        raise Fault("ambiguous-id", id=id, addresses=" ".join(addresses))
    return found[0]


def sheets_of(definition: Definition, sheet: str | None) -> Iterator[Wanted]:
    """Yield the sheets of a definition, or the one that is asked for."""
    offered = SHEETS_OF.get(definition.kind, ())
    if not offered:
        raise Fault("no-sheets", id=definition.id, kind=definition.kind)
    if sheet is not None and sheet not in offered:
        raise Fault("unknown-sheet", id=definition.id, sheet=sheet, sheets=" ".join(offered))
    for name in (sheet,) if sheet else offered:
        yield definition, name
