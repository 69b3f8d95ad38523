"""Build the site as `handbook build` does: through MkDocs, with one result or one failure."""

from __future__ import annotations

import time
from pathlib import Path

from handbook.read.collector import no_search_for_cycles
from handbook.site.last_build import (
    Built,
    remember,
    stands_alone,
    tells_the_day,
    templates_of,
    theme_of,
)
from handbook.site.order import Order
from handbook.site.plugin import take
from handbook.site.run import BuildFailed, Tell, configured, listening, run

__all__ = ["BuildFailed", "Built", "Order", "build"]


def build(order: Order, report: Tell | None = None) -> Built:
    """Build the site of a project into the folder that its mkdocs.yml names.

    `report` is called with each line that MkDocs or a plugin warns of.
    Raises BuildFailed; then the old site is untouched.
    """
    start = time.monotonic()
    with listening(order.project, report) as messages:
        config = configured(order, messages)
        plugin = take(config, order)
        site = Path(config.site_dir)
        theme = theme_of(config.theme.custom_dir)
        with no_search_for_cycles():  # a twelfth of the time, for a twentieth of the memory
            run(config, messages, "build", lambda: plugin.failure)
    prints = plugin.prints
    built = Built(
        site=site,
        pages=plugin.pages,
        sheets=len(prints.files) if prints else 0,
        rendered=prints.rendered if prints else 0,
        seconds=time.monotonic() - start,
        warnings=tuple(messages.lines),
    )
    if order.basis is not None and stands_alone(config, order.project):
        # The sitemap tells the day, where the site has an address.
        has_days = bool(config.site_url) or tells_the_day(templates_of(config, order.project))
        remember(order.basis, built, plugin.stock, theme, has_days=has_days)
    return built
