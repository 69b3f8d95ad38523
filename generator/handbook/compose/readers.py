"""The handbook as an audience reads it, in the handbook's own language."""

from __future__ import annotations

from handbook.compose.labels import labels
from handbook.model.audience import for_audience
from handbook.model.handbook import Handbook


def read_by(handbook: Handbook, audience: str | None) -> Handbook:
    """Return the handbook as an audience reads it; None is everyone who may read it all.

    What is kept back is called `kept-back` where it was mentioned. Raises ValueError when there is
    no such audience.
    """
    if audience is None:
        return handbook
    return for_audience(handbook, audience, labels(str(handbook.settings.language))("kept-back"))
