"""handbook schema: let an editor know the keys and today's ids."""

from __future__ import annotations

import click

from handbook.cli.command import define
from handbook.cli.session import Session
from handbook.cli.words import say
from handbook.model.load import load


@define("schema")
def command(session: Session) -> None:
    """Write the schemas; mistakes in the YAML do not stop it, for it helps to repair them."""
    from handbook.model.json_schema import write_schemas

    project = session.project
    for path in write_schemas(project, load(project).handbook):
        click.echo(say(session.language, "schema.wrote", path=path))
