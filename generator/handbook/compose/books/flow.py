"""The picture of a procedure in a book: as wide as the page, and no taller than it."""

from __future__ import annotations

from markupsafe import Markup

from handbook.compose.kinds.procedure.flow_sheet import Room, on_pages, scale_into
from handbook.compose.kinds.procedure.swimlane import Drawing
from handbook.compose.setting.medium import Medium
from handbook.model.kinds import Procedure
from handbook.paper.measures import BOOK, PAPERS, POINTS
from handbook.paper.palette import Palette

AROUND = 11.0  # mm: the lines that belong to a picture
LEAST_STEPS = 3  # fewer without a branch are read faster than their picture


def flow_in_book(procedure: Procedure, medium: Medium, palette: Palette) -> tuple[Markup, ...]:
    """Draw a procedure where work changes hands or has branches to choose from."""
    hands = {tuple(str(each.text) for each in step.by) for step in procedure.steps}
    passes_on = len(hands) > 1 and len(procedure.steps) >= LEAST_STEPS
    if not passes_on and not any(step.branches for step in procedure.steps):
        return ()
    width, height = PAPERS[str(medium.handbook.settings.paper)]
    around = BOOK.top + BOOK.bottom + AROUND
    room = Room((width - BOOK.sides) * POINTS, (height - around) * POINTS)
    drawing = Drawing(procedure, medium)
    return tuple(
        drawing.written(layout, palette, scale_into(room, layout))
        for layout in on_pages(drawing, room)
    )
