"""handbook retire: let nobody work by a definition any more."""

from __future__ import annotations

import datetime
import re

import click

from handbook.cli.changing import carry_out, changing_options
from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.session import Session
from handbook.revise.retire import retire


@define("retire")
@click.argument("id_", metavar="ID")
@click.option("--replaced-by", metavar="OTHER")
@click.option("--on", metavar="DATE")
@changing_options
def command(
    session: Session, id_: str, replaced_by: str | None, on: str | None, dry_run: bool, yes: bool
) -> None:
    """Let whatever names it name its successor."""
    day = _day(on)
    carry_out(session, lambda now: retire(now, id_, replaced_by, day), dry_run=dry_run, yes=yes)


def _day(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    raise Fault("bad-day", text=text)
