"""The option --audience: for whom a command makes what it makes."""

from __future__ import annotations

import click

from handbook.cli.faults import Fault
from handbook.cli.session import Session
from handbook.cli.words import say
from handbook.opening import Leaking, Opened, UnknownAudience
from handbook.problems import names_of

LEAKING = 1

audience_option = click.option("--audience", metavar="AUDIENCE")


def require_audience(found: Opened, audience: str | None) -> None:
    """Stop with one sentence when the handbook has no such audience."""
    try:
        found.require_audience(audience)
    except UnknownAudience as fault:
        known = names_of(fault.known)
        raise Fault("unknown-audience", audience=audience, audiences=known) from None


def refuse_leaks(session: Session, found: Opened, audience: str | None) -> None:
    """Leave when problems would leak to an audience; say how many names known findings release."""
    try:
        found.require_no_leak(audience)
    except Leaking as fault:
        number, rule = len(fault.problems), fault.problems[0].rule
        told = say(session.language, "audience.leaks", number=number, audience=audience, rule=rule)
        click.echo(told, err=True)
        raise click.exceptions.Exit(LEAKING) from None
    tell_released(found, audience)


def tell_released(found: Opened, audience: str | None) -> None:
    """Say how many names an audience may read because known findings say so."""
    told = found.told_released(audience)
    if told:
        click.echo(told, err=True)
