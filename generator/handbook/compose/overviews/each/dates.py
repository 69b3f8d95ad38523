"""When work is due once the date of an event is typed: on a page alone, over all."""

from __future__ import annotations

from handbook.compose.overviews.calendar.dates_page import dates_page
from handbook.compose.overviews.record import Overview, has_yield
from handbook.derive.events import event_duties
from handbook.model.kinds import Procedure

OVERVIEW = Overview(
    name="dates",
    order=45,
    gathers=(Procedure,),
    has_any=has_yield(event_duties),
    by_section=False,
    pages=dates_page,
    sheets=(),
    of_person=None,
)
