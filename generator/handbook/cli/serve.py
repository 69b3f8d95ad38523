"""handbook serve: show the handbook in the browser and follow every change."""

from __future__ import annotations

import click

from handbook.cli.audience import audience_option, require_audience
from handbook.cli.command import define
from handbook.cli.session import Session
from handbook.model.load import load


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
    handbook = load(project).handbook
    if handbook.settings_are_whole:
        require_audience(handbook, audience)

    from handbook.site.serve import serve

    serve(project, host=host, port=port, pdf=pdf, audience=audience, open_browser=open_browser)
