"""Where a definition is used: the places that stand in the way of its going."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.kinds import Definition
from handbook.revise.changes import Told, tell
from handbook.revise.names import names_in
from handbook.revise.standing import Standing


def uses_of(
    standing: Standing, definition: Definition, *, by_live_ones: bool = False
) -> Iterator[Told]:
    """Yield the places that name a definition, its own aside.

    With `by_live_ones` those in what is a draft or retired do not count.
    """
    for name in names_in(standing.handbook):
        source = name.source
        if name.target is not definition or source is definition:
            continue
        if source is None:
            yield tell("used", name.exact_place)
        elif source.is_live or not by_live_ones:
            yield tell("used-by", name.exact_place, title=source.title)
