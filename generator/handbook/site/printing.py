"""Make the sheets for a build, and list them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.model.handbook import Handbook
from handbook.problems import Problem
from handbook.site.order import Order

CACHE = ".cache/sheets"
INDEX = "print/index.json"


@dataclass(frozen=True)
class Prints:
    """The sheets of a build: files by address, rows of the index, its text, and what was found."""

    files: Mapping[str, Path]
    rows: list[dict[str, Any]]
    index: str
    problems: tuple[Problem, ...]
    rendered: int


def make_prints(handbook: Handbook, order: Order) -> Prints:
    """Print every sheet; raises PluginError with one sentence when they cannot be rendered."""
    # Imported here: a site without sheets is built where nothing can be printed.
    from mkdocs.exceptions import PluginError

    from handbook.compose.sheets import compose_sheets
    from handbook.sheets.cluster import ClusterFault
    from handbook.sheets.index import index_json, index_rows
    from handbook.sheets.pango import PangoMissing
    from handbook.sheets.press import print_sheets

    sheets = compose_sheets(handbook, order.project)
    try:
        printed = print_sheets(
            sheets,
            cache=order.project / CACHE,
            jobs=order.jobs,
            executor=order.executor,
            progress=order.progress,
        )
    except (PangoMissing, ClusterFault) as fault:
        raise PluginError(fault.told(str(handbook.settings.language))) from fault
    return Prints(
        files={uri: made.path for uri, made in printed.files.items()},
        rows=index_rows(sheets, printed.files),
        index=index_json(sheets, printed.files),
        problems=printed.problems,
        rendered=printed.rendered,
    )
