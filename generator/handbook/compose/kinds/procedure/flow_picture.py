"""The swimlane on a procedure's page."""

from __future__ import annotations

import re
from functools import cached_property

from markupsafe import Markup

from handbook.compose.kinds.procedure.swimlane import Captions, swimlane
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import Procedure

OPEN_UP_TO = 620.0  # points; a taller picture is folded up, so that the steps stay in sight
_HEIGHT = re.compile(r'height="([\d.]+)pt"')


class FlowPicture:
    """What the template asks about the picture."""

    def __init__(self, procedure: Procedure, screen: Screen) -> None:
        self.procedure = procedure
        self.screen = screen

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to see: a single step is no flow."""
        return len(self.procedure.steps) > 1

    @cached_property
    def picture(self) -> Markup:
        """The picture; steps lead to the text below, other procedures to their pages."""
        return swimlane(self.procedure, self.screen)[0]

    @property
    def is_short(self) -> bool:
        """Whether it may stand open above the steps."""
        height = _HEIGHT.search(self.picture)
        return height is not None and float(height[1]) <= OPEN_UP_TO

    @property
    def extent(self) -> str:
        """How much there is to see: 7 步 · 4 方."""
        captions = Captions(self.procedure, self.screen)
        lanes = {captions.lane(step) for step in self.procedure.steps}
        steps = self.screen.t("n-steps", number=len(self.procedure.steps))
        return f"{steps} · {self.screen.t('n-lanes', number=len(lanes))}"
