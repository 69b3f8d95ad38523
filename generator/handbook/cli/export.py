"""handbook export: give the handbook to other programs, as JSON or Markdown."""

from __future__ import annotations

from pathlib import Path

import click

from handbook.cli.audience import audience_option
from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.loading import load_or_exit
from handbook.cli.output import put
from handbook.cli.session import Session
from handbook.cli.words import say
from handbook.model.handbook import Handbook
from handbook.write import write_whole

STDOUT = "-"


@define("export")
@click.option("--json", "json_file", metavar="FILE")
@click.option("--markdown", "directory", metavar="DIR", type=click.Path(path_type=Path))
@audience_option
def command(
    session: Session, json_file: str | None, directory: Path | None, audience: str | None
) -> None:
    """Export a handbook without errors."""
    if json_file is None and directory is None:
        raise Fault("export-what")
    if json_file is not None and directory is not None:
        raise Fault("export-one")
    handbook = load_or_exit(session, audience=audience)
    if directory is not None:
        _as_markdown(session, handbook, directory)
    elif json_file is not None:
        _as_json(session, handbook, json_file)


def _as_markdown(session: Session, handbook: Handbook, directory: Path) -> None:
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise Fault("not-empty", path=directory)

    from handbook.compose.pages.export import export_markdown

    export_markdown(session.project, handbook, directory)
    click.echo(say(session.language, "export.wrote", path=directory))


def _as_json(session: Session, handbook: Handbook, file: str) -> None:
    from handbook.model.export import as_json

    text = as_json(handbook)
    if file == STDOUT:
        put(text)
    else:
        write_whole(Path(file), text.encode())
        click.echo(say(session.language, "export.wrote", path=file))
