"""The option --audience: for whom a command makes what it makes."""

from __future__ import annotations

import click

from handbook.check.consistency.bare_names import leaks
from handbook.check.known import Judged
from handbook.cli.faults import Fault
from handbook.cli.session import Session
from handbook.cli.words import say
from handbook.compose.setting.readers import read_by, told_released
from handbook.model.handbook import Handbook
from handbook.problems import names_of

LEAKING = 1

audience_option = click.option("--audience", metavar="AUDIENCE")


def require_audience(handbook: Handbook, audience: str | None) -> None:
    """Stop with one sentence when the handbook has no such audience."""
    known = handbook.settings.audiences
    if audience is not None and audience not in known:
        raise Fault("unknown-audience", audience=audience, audiences=names_of(known))


def as_read_by(
    session: Session, handbook: Handbook, judged: Judged, audience: str | None
) -> Handbook:
    """Return what an audience reads; leave when problems, already shown, would leak to it."""
    refuse_leaks(session, handbook, judged, audience)
    return read_by(handbook, audience)


def refuse_leaks(
    session: Session, handbook: Handbook, judged: Judged, audience: str | None
) -> None:
    """Leave when problems would leak to an audience; say how many names known findings release."""
    if audience is None:
        return
    leaking = leaks(judged.problems, handbook, audience)
    if leaking:
        rule = leaking[0].rule
        told = say(session.language, "audience.leaks",
                   number=len(leaking), audience=audience, rule=rule)  # fmt: skip
        click.echo(told, err=True)
        raise click.exceptions.Exit(LEAKING)
    tell_released(handbook, judged, audience)


def tell_released(handbook: Handbook, judged: Judged, audience: str | None) -> None:
    """Say how many names an audience may read because known findings say so."""
    told = told_released(handbook, judged.known, audience)
    if told:
        click.echo(told, err=True)
