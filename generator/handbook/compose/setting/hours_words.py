"""Working hours in one line: 周一至周五 8:30-17:30；周六 9:00-12:00."""

from __future__ import annotations

from markupsafe import Markup

from handbook.compose.setting.labels import Labels
from handbook.compose.setting.typeset import Typesetter
from handbook.model.hours import OfDays
from handbook.read.nodes import Text


def hours_line(hours: Text | OfDays | None, setter: Typesetter, t: Labels) -> Markup:
    """Say hours, day by day where they are written so."""
    if hours is None or isinstance(hours, Text):
        return setter.plain(hours)
    rows = (
        Markup("{} {}").format(setter.plain(days), Markup(t("list-comma")).join(spans))
        for days, spans in ((days, map(setter.plain, spans)) for days, spans in hours.items())
    )
    return Markup(t("list-semicolon")).join(rows)
