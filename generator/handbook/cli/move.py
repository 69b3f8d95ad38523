"""handbook move: put a definition or a section into another section."""

from __future__ import annotations

import click

from handbook.cli.changing import carry_out, changing_options
from handbook.cli.command import define
from handbook.cli.session import Session
from handbook.revise.move import move


@define("move")
@click.argument("id_", metavar="ID")
@click.argument("section", metavar="SECTION")
@changing_options
def command(session: Session, id_: str, section: str, dry_run: bool, yes: bool) -> None:
    """Let everything that names it follow; its old address leads on."""
    carry_out(session, lambda now: move(now, id_, section), dry_run=dry_run, yes=yes)
