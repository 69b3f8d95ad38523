"""handbook rename: give a definition or a section another id, or a definition another title."""

from __future__ import annotations

import click

from handbook.cli.changing import carry_out, changing_options
from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.session import Session
from handbook.revise.rename import rename


@define("rename")
@click.argument("id_", metavar="ID")
@click.argument("new_id", metavar="[NEW-ID]", required=False)
@click.option("--title", metavar="TITLE")
@changing_options
def command(
    session: Session, id_: str, new_id: str | None, title: str | None, dry_run: bool, yes: bool
) -> None:
    """Let everything that names it follow; its old address leads on."""
    if new_id is None and title is None:
        raise Fault("rename-what")
    if title is not None and not title.strip():
        raise Fault("no-title")
    carry_out(session, lambda now: rename(now, id_, new_id, title), dry_run=dry_run, yes=yes)
