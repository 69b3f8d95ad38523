"""handbook serve: show the handbook in the browser and follow every change."""

from __future__ import annotations

import click

from handbook.cli.audience import audience_option, require_audience, tell_released
from handbook.cli.command import define
from handbook.cli.loading import load_and_check
from handbook.cli.session import Session
from handbook.cli.stopping import STOPPING


@define("serve")
@click.option("--host", metavar="HOST", default="127.0.0.1")
@click.option("--port", metavar="PORT", default=8000, type=click.IntRange(0, 65535))
@click.option("--pdf", is_flag=True)
@audience_option
@click.option("--open/--no-open", "open_browser", default=True)
def command(
    session: Session, host: str, port: int, pdf: bool, audience: str | None, open_browser: bool
) -> None:
    """Serve until interrupted; what is wrong with the YAML is shown in the browser."""
    project = session.project
    if audience is not None:
        found = load_and_check(project)
        if found.handbook.settings_are_whole:
            require_audience(found, audience)
            tell_released(found, audience)

    from handbook.site.order import Order
    from handbook.site.serve import serve

    try:
        order = Order(project=project, pdf=pdf, drafts=True, audience=audience)
        serve(order, host=host, port=port, open_browser=open_browser)
    except KeyboardInterrupt:
        if STOPPING.name:  # Ctrl-C is how it should end
            raise
