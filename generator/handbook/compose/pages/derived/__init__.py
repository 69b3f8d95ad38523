"""Pages of what follows from the definitions: charts, matrix, limits, calendar, registers."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.compose.page import Page
from handbook.compose.pages.composer import Composer
from handbook.compose.pages.derived.dates import dates_page
from handbook.compose.pages.derived.organisation import chart_pages
from handbook.compose.pages.derived.overview import overview_page
from handbook.compose.pages.derived.subjects import SUBJECTS, subjects_over_all
from handbook.compose.pages.derived.tables import table_pages

__all__ = ["derived_pages"]


def derived_pages(composer: Composer) -> Iterator[Page]:
    """Yield every derived page, in the order of the menu."""
    if any(subjects_over_all(composer.handbook)):
        yield overview_page(composer)
    yield from chart_pages(composer)
    for subject in SUBJECTS:
        yield from table_pages(subject, composer)
    yield from dates_page(composer)
