"""The table of overviews: the record of every file in `each/`, in the order of the menu."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from handbook.compose.overviews import each
from handbook.compose.overviews.record import OnPaper, Overview
from handbook.model.handbook import Handbook
from handbook.model.section import Section


def found_in(package: ModuleType) -> Iterator[Overview]:
    """Yield the record of each file; one that has none, or another name, is refused by name."""
    for module in iter_modules(package.__path__, f"{package.__name__}."):
        record = getattr(import_module(module.name), "OVERVIEW", None)
        if not isinstance(record, Overview):
            raise TypeError(f"{module.name} has no record: OVERVIEW = Overview(…)")
        if record.name != module.name.rpartition(".")[2]:
            raise TypeError(f"{module.name} has the record of another: {record.name}")
        yield record


OVERVIEWS = {o.name: o for o in sorted(found_in(each), key=lambda o: o.order)}
# The sheets of all, by their names, in the order in which they are offered.
ON_PAPER: dict[str, OnPaper] = {s.name: s for o in OVERVIEWS.values() for s in o.sheets}
_OF_SHEET = {sheet: o for o in OVERVIEWS.values() for sheet in o.sheet_names}


def overview_of_sheet(sheet: str) -> Overview:
    """Return the overview to which a sheet belongs."""
    return _OF_SHEET[sheet]


def overviews_over_all(handbook: Handbook) -> Iterator[Overview]:
    """Yield what has a page over the whole handbook, in the order of the menu."""
    return (o for o in OVERVIEWS.values() if o.has_any(handbook, handbook.definitions))


def overviews_of_section(handbook: Handbook, section: Section) -> Iterator[Overview]:
    """Yield what a section has a page of its own of."""
    own = handbook.in_section(section)
    return (o for o in OVERVIEWS.values() if o.by_section and o.has_any(handbook, own))
