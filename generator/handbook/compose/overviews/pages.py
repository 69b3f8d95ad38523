"""Pages of what follows from the definitions: charts, matrix, limits, calendar, registers."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import Page
from handbook.compose.overviews.index_page import overview_index
from handbook.compose.overviews.record import Overview, TablePages
from handbook.compose.overviews.records import OVERVIEWS, overviews_over_all
from handbook.compose.overviews.table_pages import TablePager
from handbook.compose.setting.addresses import OVERVIEW, overview_page


def derived_batches(composer: Composer) -> dict[str, Iterator[Page]]:
    """Return every derived page by the page over all it belongs to, in the order of the menu."""
    return {
        f"{OVERVIEW}/index": _index(composer),
        **{overview_page(each.name): pages_of(each, composer) for each in OVERVIEWS.values()},
    }


def pages_of(overview: Overview, composer: Composer) -> Iterator[Page]:
    """Yield the pages of an overview: over all, then of sections."""
    if isinstance(overview.pages, TablePages):
        return TablePager(overview, overview.pages, composer).pages()
    return overview.pages(overview, composer)


def _index(composer: Composer) -> Iterator[Page]:
    if any(overviews_over_all(composer.handbook)):
        yield overview_index(composer)
