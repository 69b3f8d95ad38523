"""What a build is ordered to make: one value, made before it begins and never changed.

`handbook build`, `handbook serve` and `mkdocs build` each make one; the plugin takes it and asks
nobody else.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from handbook.model.memory import Memory
from handbook.opening import Opened
from handbook.site.config import HandbookConfig
from handbook.site.last_build import Basis

# Told of every sheet that was rendered: which, how many are done, how many there are.
Progress = Callable[[Any, int, int], None]


@dataclass(frozen=True, kw_only=True)
class Order:
    """One build. What is None here is as mkdocs.yml says; see `within`."""

    project: Path
    pdf: bool | None = None  # make the sheets too
    drafts: bool | None = None  # publish drafts, each marked as one
    audience: str | None = None  # leave out what is meant for a higher one
    strict: bool | None = None  # let a warning stop it
    jobs: int | None = None  # how many processes print at once
    executor: Executor | None = None  # renders the sheets; without one, processes here do
    progress: Progress | None = None
    day: datetime.date | None = None  # to judge by; None is the day on which it is made
    opened: Opened | None = None  # the handbook, where it has been loaded and judged already
    memory: Memory | None = None  # of what was loaded before
    on_demand: bool = False  # pages are expected, and composed when they are asked for
    site: Path | None = None  # the folder to fill
    url: str | None = None  # where the site will be called
    basis: Basis | None = None  # what it is made of; then it is remembered by that

    def within(self, options: HandbookConfig) -> Order:
        """Return the order with what it leaves open as mkdocs.yml says it."""
        return replace(
            self,
            pdf=options.pdf if self.pdf is None else self.pdf,
            drafts=options.drafts if self.drafts is None else self.drafts,
            audience=self.audience or options.audience,
            jobs=self.jobs or options.jobs,
        )

    @property
    def overrides(self) -> dict[str, Any]:
        """What MkDocs is told in place of what its configuration says."""
        site = str(self.site) if self.site else None
        said = {"strict": self.strict, "site_url": self.url, "site_dir": site}
        return {key: value for key, value in said.items() if value is not None}
