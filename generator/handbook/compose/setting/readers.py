"""The handbook as an audience reads it, in the handbook's own language."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.check.consistency.bare_names import leaks
from handbook.compose.setting.labels import labels
from handbook.model.audiences.audience import for_audience
from handbook.model.handbook import Handbook
from handbook.problems import Problem


def read_by(handbook: Handbook, audience: str | None) -> Handbook:
    """Return the handbook as an audience reads it; None is everyone who may read it all.

    What is kept back is called `kept-back` where it was mentioned. Raises ValueError when there is
    no such audience.
    """
    if audience is None:
        return handbook
    return for_audience(handbook, audience, labels(str(handbook.settings.language))("kept-back"))


def told_released(handbook: Handbook, known: Iterable[Problem], audience: str | None) -> str | None:
    """Tell how many names known findings let an audience read; None when they let none."""
    if audience is None:
        return None
    released = {dict(found.details)["name"] for found in leaks(known, handbook, audience)}
    if not released:
        return None
    t = labels(str(handbook.settings.language))
    return t("audience-released", number=len(released), audience=audience)
