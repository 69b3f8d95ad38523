"""Make the sheets for a build, and list them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.compose.overviews.sheets import overviews_in
from handbook.compose.sheets import Printable, Wanted, facts_of, known_sheet, wanted_sheets
from handbook.compose.templates.environment import environment
from handbook.model.handbook import Handbook
from handbook.model.section import Section
from handbook.problems import Problem
from handbook.sheets.bound import Keys, keys_of
from handbook.site.order import Order
from handbook.site.outputs import Ask, Outputs, in_words
from handbook.site.program import program
from handbook.site.stock import hash_of

CACHE = ".cache/sheets"
INDEX = "print/index.json"
TEMPLATES = "templates"  # of the project's own


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

    from handbook.sheets.cluster import ClusterFault
    from handbook.sheets.index import index_json, index_rows
    from handbook.sheets.pango import PangoMissing
    from handbook.sheets.press import print_sheets

    composing = Composing(handbook, order)
    sheets = composing.sheets()
    try:
        printed = print_sheets(
            sheets,
            cache=order.project / CACHE,
            jobs=order.jobs,
            executor=order.executor,
            progress=order.progress,
            keys=composing.keys,
            whole_of=composing.whole_of,
        )
    except (PangoMissing, ClusterFault) as fault:
        raise PluginError(fault.told(str(handbook.settings.language))) from fault
    composing.outputs.keep()
    return Prints(
        files={uri: made.path for uri, made in printed.files.items()},
        rows=index_rows(sheets, printed.files),
        index=index_json(sheets, printed.files),
        problems=printed.problems,
        rendered=printed.rendered,
    )


class Composing:
    """Composes the sheets of a build: those that would come out otherwise than in the last one."""

    def __init__(self, handbook: Handbook, order: Order) -> None:
        self._handbook = handbook
        self._templates = environment(order.project)
        self._wanted: dict[str, Wanted] = {}
        self.keys: dict[str, Keys] = {}  # by which each is found in the cache
        self.outputs = Outputs(
            order.project,
            readers=f"{order.audience} {order.drafts}",
            program=in_words(program(), hash_of(order.project / TEMPLATES)),
            handbook=handbook,
        )

    def sheets(self) -> list[Printable]:
        """Return all sheets; one that comes out as before has no HTML."""
        for each in wanted_sheets(self._handbook, self._overviews()):
            self._wanted[each.uri] = each
        return [self._sheet(each, self.outputs.ask) for each in self._wanted.values()]

    def whole_of(self, sheet: Printable) -> Printable:
        """Return a sheet that is not in the cache with its HTML."""
        return sheet if sheet.html else self._sheet(self._wanted[sheet.uri], self.outputs.make)

    def _overviews(self) -> list[tuple[Section, str]]:
        """Return which overviews there are: to tell it, the rows of each are counted."""
        found = self.outputs.ask("overviews", lambda seen: [*overviews_in(seen)], _by_address)
        sections = {each.address: each for each in self._handbook.sections}
        return [(sections[address], sheet) for address, sheet in found.facts]

    def _sheet(self, wanted: Wanted, ask: Ask[Printable]) -> Printable:
        made = ask(wanted.uri, lambda seen: wanted.compose(seen, self._templates), _facts)
        whole, pieces = made.facts["keys"]
        self.keys[wanted.uri] = Keys(whole, tuple(pieces))
        return known_sheet(wanted.uri, made.facts, made.output, self._handbook)


def _facts(sheet: Printable) -> dict[str, Any]:
    return {**facts_of(sheet), "keys": keys_of(sheet)}


def _by_address(found: Iterable[tuple[Section, str]]) -> list[tuple[str, str]]:
    return [(section.address, sheet) for section, sheet in found]
