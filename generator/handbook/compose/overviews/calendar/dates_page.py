"""The page that tells when work is due once the date of an event is typed."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.compose.desk.embedded import embedded
from handbook.compose.desk.worked import days_worked
from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import Page
from handbook.compose.overviews.calendar.event_dates import calendars_in, events_of
from handbook.compose.overviews.record import Overview
from handbook.compose.setting.addresses import overview_page


def dates_page(overview: Overview, composer: Composer) -> Iterator[Page]:
    """Yield the page, if any event brings work with it."""
    address = overview_page(overview.name)
    screen = composer.screen(address)
    sections = composer.handbook.sections
    events = events_of(composer.screen(address, section) for section in sections)
    calendars = calendars_in(events)
    if events:
        yield composer.page(
            "derived/dates",
            screen,
            composer.t(f"overview-{overview.name}"),
            head={"search": {"exclude": True}, "hide": ["toc"]},
            as_of=composer.as_of(overview.gathers, None),
            events=events,
            calendars=calendars,
            worked=embedded([days_worked(each) for each in calendars]),
        )
