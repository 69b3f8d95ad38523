"""The option --audience: for whom a command makes what it makes."""

from __future__ import annotations

from collections.abc import Sequence

import click

from handbook.check.consistency.bare_names import leaks
from handbook.cli.faults import Fault
from handbook.cli.session import Session
from handbook.cli.words import say
from handbook.compose.readers import read_by
from handbook.model.handbook import Handbook
from handbook.problems import Problem

LEAKING = 1

audience_option = click.option("--audience", metavar="AUDIENCE")


def require_audience(handbook: Handbook, audience: str | None) -> None:
    """Stop with one sentence when the handbook has no such audience."""
    known = [str(each) for each in handbook.settings.audiences]
    if audience is not None and audience not in known:
        raise Fault("unknown-audience", audience=audience, audiences=" ".join(known))


def as_read_by(
    session: Session, handbook: Handbook, problems: Sequence[Problem], audience: str | None
) -> Handbook:
    """Return what an audience reads; leave when `problems`, already shown, would leak to it."""
    if audience is None:
        return handbook
    leaking = leaks(problems, handbook, audience)
    if leaking:
        rule = leaking[0].rule
        told = say(session.language, "audience.leaks",
                   number=len(leaking), audience=audience, rule=rule)  # fmt: skip
        click.echo(told, err=True)
        raise click.exceptions.Exit(LEAKING)
    return read_by(handbook, audience)
