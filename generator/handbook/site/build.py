"""Build the site as `handbook build` does: through MkDocs, with one result or one failure."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.read.collector import no_search_for_cycles
from handbook.site.gathering import Gathered
from handbook.site.run import PLUGIN, BuildFailed, Tell, configured, listening, run

__all__ = ["BuildFailed", "Built", "build"]


@dataclass(frozen=True)
class Built:
    """What a build made, and how long it took."""

    site: Path
    pages: int
    sheets: int
    rendered: int  # of the sheets; the others came out of the cache
    seconds: float
    warnings: tuple[str, ...]


def build(
    project: Path,
    *,
    pdf: bool = True,
    strict: bool = False,
    drafts: bool = True,
    audience: str | None = None,
    jobs: int | None = None,
    executor: Executor | None = None,
    gathered: Gathered | None = None,
    progress: Callable[..., None] | None = None,
    report: Tell | None = None,
) -> Built:
    """Build the site of a project into the folder that its mkdocs.yml names.

    `audience` leaves out what is meant for a higher one. `gathered` is the handbook where it has
    been loaded and checked already. The sheets are rendered by `executor` where one is given, else
    by `jobs` processes here. `progress` is called for each that is rendered (see sheets/press.py),
    `report` with each line that MkDocs or a plugin warns of.
    Raises BuildFailed; then the old site is untouched.
    """
    start = time.monotonic()
    with listening(project, report) as messages:
        config = configured(project, messages, strict=strict)
        plugin: Any = config.plugins[PLUGIN]
        plugin.config.pdf = pdf and plugin.config.pdf
        plugin.config.drafts = drafts and plugin.config.drafts
        plugin.config.audience = audience or plugin.config.audience
        plugin.config.jobs = jobs or plugin.config.jobs
        plugin.executor = executor
        plugin.progress = progress
        plugin.given = gathered
        site = Path(config.site_dir)
        with no_search_for_cycles():  # a twelfth of the time, for a twentieth of the memory
            run(config, messages, "build")
    prints = plugin.prints
    return Built(
        site=site,
        pages=plugin.pages,
        sheets=len(prints.files) if prints else 0,
        rendered=prints.rendered if prints else 0,
        seconds=time.monotonic() - start,
        warnings=tuple(messages.lines),
    )
