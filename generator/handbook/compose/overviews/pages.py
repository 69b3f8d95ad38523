"""Pages of what follows from the definitions: charts, matrix, limits, calendar, registers."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import Page
from handbook.compose.overviews.calendar.dates_page import dates_page
from handbook.compose.overviews.index_page import overview_page
from handbook.compose.overviews.organisation.pages import chart_pages
from handbook.compose.overviews.subjects import (
    CHART,
    DATES,
    OVERVIEW,
    SUBJECTS,
    address_of,
    subjects_over_all,
)
from handbook.compose.overviews.table_pages import table_pages

__all__ = ["derived_batches"]


def derived_batches(composer: Composer) -> dict[str, Iterator[Page]]:
    """Return every derived page by the page over all it belongs to, in the order of the menu."""
    return {
        f"{OVERVIEW}/index": _overview(composer),
        address_of(CHART): chart_pages(composer),
        **{address_of(subject.name): table_pages(subject, composer) for subject in SUBJECTS},
        address_of(DATES): dates_page(composer),
    }


def _overview(composer: Composer) -> Iterator[Page]:
    if any(subjects_over_all(composer.handbook)):
        yield overview_page(composer)
