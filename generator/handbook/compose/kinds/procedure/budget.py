"""A procedure's longest way against its promise."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.setting.lengths import gapped, length_in_words
from handbook.compose.setting.medium import Medium
from handbook.derive.limits import budget, promised
from handbook.model.durations import spell
from handbook.model.kinds import Procedure


@dataclass(frozen=True)
class BudgetView:
    """A procedure's longest way: how long it may take in words, and whether that is too long."""

    words: str
    steps: Markup
    is_exceeded: bool


def budget_of(procedure: Procedure, medium: Medium) -> BudgetView | None:
    """Return the longest way of a procedure, or None where no limit of it is certain."""
    handbook, t = medium.handbook, medium.t
    found = budget(handbook, procedure)
    if found is None:
        return None
    language = str(handbook.settings.language)
    total = gapped(spell(found.total, language))
    if found.promised is None:
        words = t("budget-total", total=total)
    else:
        allowed = length_in_words(handbook_words(procedure, medium), t)
        key = "budget-exceeded" if found.is_exceeded else "budget-kept"
        words = t(key, total=total, promised=allowed)
    numbers = procedure.numbers
    steps = Markup(" + ").join(
        medium.anchor(str(step.id), str(numbers[str(step.id)])) for step in found.way
    )
    return BudgetView(words, steps, found.is_exceeded)


def handbook_words(procedure: Procedure, medium: Medium) -> str:
    """Return what is promised, as written; a standard's value where one is named."""
    limit = promised(medium.handbook, procedure)
    return medium.setter_in(procedure).bare(limit.within.text) if limit else ""
