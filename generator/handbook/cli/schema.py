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
    from handbook.model.json_schema import left_alone, write_schemas

    project, language = session.project, session.language
    written = write_schemas(project, load(project).handbook)
    for path in written:
        click.echo(say(language, "schema.wrote", path=path.relative_to(project).as_posix()))
    if not written:
        click.echo(say(language, "schema.same"))
    for name, text in left_alone(project).items():
        click.echo(say(language, "schema.left-alone", path=name, text=text), err=True)
