"""handbook delete: take away a definition that nothing uses, or a section that holds nothing."""

from __future__ import annotations

import click

from handbook.cli.changing import carry_out, changing_options
from handbook.cli.command import define
from handbook.cli.session import Session
from handbook.revise.delete import delete


@define("delete")
@click.argument("id_", metavar="ID")
@changing_options
def command(session: Session, id_: str, dry_run: bool, yes: bool) -> None:
    """Refuse what is used, and list where."""
    carry_out(session, lambda now: delete(now, id_), dry_run=dry_run, yes=yes)
