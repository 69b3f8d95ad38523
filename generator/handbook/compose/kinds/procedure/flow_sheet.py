"""Where on paper the picture of a procedure stands: before its steps, or on pages at the end.

The picture comes first where it leaves the first page whole: below the head and the facts, in
letters that can still be read. One that needs a page for itself would tear the first page open; it
stands at the end, and the first page says where.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from math import ceil

from markupsafe import Markup

from handbook.compose.kinds.procedure.swimlane import Drawing
from handbook.compose.setting.medium import Medium
from handbook.draw.layout import Layout, lay_out
from handbook.draw.ribbon import is_chain, lay_out_chain
from handbook.draw.swimlane import Swimlane
from handbook.draw.wrap import width_of
from handbook.languages import record_of
from handbook.model.kinds import Procedure
from handbook.paper.measures import LINE, PAPERS, POINTS, TEXT, label_width, margins_of
from handbook.paper.palette import Palette

Fact = tuple[str, Markup]

HEAD, HEAD_ON_A5, HEADING = 28.0, 24.0, 14.0  # mm that are taken above a picture
# How far a picture may be made smaller: its smallest letters have 8 points, on paper at least 7.
SCALES = (1.0, 0.94, 0.88)
WIDEST_LANE = 252.0  # points: two lanes take the whole width
LEAST_BOX = 52.0  # points: narrower ones are drawn across
_END = re.compile(r"</(?:p|li|td|tr|h\d)>|<br>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Picture:
    """A picture that has its place; `is_across` where it stands on a page turned on its side."""

    svg: Markup
    is_across: bool = False


@dataclass(frozen=True)
class Room:
    """The room a page gives, in points."""

    width: float
    height: float


class FlowSheet:
    """What the template of the procedure asks about its picture."""

    def __init__(
        self,
        procedure: Procedure,
        medium: Medium,
        palette: Palette,
        figures: Sequence[Fact],
        texts: Sequence[Fact],
    ) -> None:
        self.procedure = procedure
        self.palette = palette
        self.figures, self.texts = figures, texts
        self._drawing = Drawing(procedure, medium)
        settings = medium.handbook.settings
        paper = str(settings.paper)
        is_small = paper == "A5"
        margins = margins_of("procedure", is_small)
        width, height = PAPERS[paper]
        across, along = margins.sides, margins.top + HEADING + margins.bottom
        above = margins.first + (HEAD_ON_A5 if is_small else HEAD)
        has_long_words = record_of(str(settings.language)).has_long_words
        self._label = label_width("procedure", has_long_words, is_small) * POINTS
        self._first = Room((width - across) * POINTS, (height - above - margins.bottom) * POINTS)
        self._upright = Room((width - across) * POINTS, (height - along) * POINTS)
        self._across = Room((height - across) * POINTS, (width - along) * POINTS)

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to see: a single step is no flow."""
        return len(self.procedure.steps) > 1

    @cached_property
    def before_steps(self) -> Picture | None:
        """The whole picture, where the first page has room for it below the facts."""
        if not self.is_drawn:
            return None
        room = Room(self._first.width, self._first.height - self._taken() - HEADING * POINTS)
        for share in SCALES:
            [layout] = self._drawing.laid_out(_across(room.width / share))
            scale = scale_into(room, layout)
            if scale > share - 0.001 and _can_be_read(layout):
                return Picture(self._drawing.written(layout, self.palette, scale))
        return None

    @cached_property
    def at_the_end(self) -> tuple[Picture, ...]:
        """Pictures with pages of their own, where the first has no room."""
        if not self.is_drawn or self.before_steps:
            return ()
        layouts = on_pages(self._drawing, self._upright)
        is_across = not all(map(_can_be_read, layouts))
        room = self._across if is_across else self._upright
        if is_across:
            layouts = on_pages(self._drawing, room)
        return tuple(
            Picture(self._drawing.written(each, self.palette, scale_into(room, each)), is_across)
            for each in layouts
        )

    def _taken(self) -> float:
        """How many points the facts above it take, by the widths of their letters."""
        return _strip_height(self.figures, self._first.width) + sum(
            _lines(text, self._first.width - self._label) * LINE + POINTS for _, text in self.texts
        )


def on_pages(drawing: Drawing, room: Room) -> list[Layout]:
    """Lay a picture out on as few pages as can be, in the largest letters with which it is so."""
    tried = [drawing.on_sides(_across(room.width / share), room.height / share) for share in SCALES]
    return min(tried, key=len)


def scale_into(room: Room, layout: Layout) -> float:
    """Return by how much a picture is made smaller to fit a room; never larger."""
    return min(1.0, room.width / layout.width, room.height / layout.height)


def _across(width: float) -> Callable[[Swimlane], Layout]:
    """Return what lays a picture out over this width."""

    def lay(picture: Swimlane) -> Layout:
        if is_chain(picture):
            return lay_out_chain(picture, width)
        return lay_out(picture, width, most=WIDEST_LANE)

    return lay


def _can_be_read(layout: Layout) -> bool:
    """Tell whether no box is so narrow that words fall apart."""
    return all(
        placed.box.width >= LEAST_BOX
        for placed in layout.placed
        if placed.node.kind in ("step", "question")
    )


def _strip_height(figures: Sequence[Fact], width: float) -> float:
    if not figures:
        return 0.0
    inner = width / len(figures) - 6 * POINTS
    return (max(_lines(text, inner) for _, text in figures) + 1) * LINE + 8 * POINTS


def _lines(html: Markup, width: float) -> int:
    """Count the lines of a text, block by block."""
    blocks = (unescape(_TAG.sub("", block)).strip() for block in _END.split(str(html)))
    return sum(max(1, ceil(width_of(block) * TEXT / width)) for block in blocks if block) or 1
