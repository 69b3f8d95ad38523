"""One line of an index: a definition with the one or two facts by which people choose it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose.frame.control import ControlView
from handbook.compose.kinds.registry import shown
from handbook.compose.setting.medium import Medium
from handbook.model.kinds import Definition, Term


@dataclass(frozen=True)
class Entry:
    """A definition in an index; `fact` is what tells it from its neighbours."""

    name: Markup
    code: str
    summary: Markup
    fact: Markup
    status: str
    kind: str  # the word for its kind, where an index holds several


def entry_of(definition: Definition, medium: Medium, *, with_kind: bool = False) -> Entry:
    """Return the line of a definition."""
    setter = medium.setter_in(definition)
    instead = definition.instead_of_summary
    # Of a term what it means, not what might be said of it.
    summary = None if isinstance(definition, Term) else definition.summary
    if not summary and instead:
        summary = getattr(definition, instead)
    control = ControlView(definition, medium)
    return Entry(
        name=setter.name(definition),
        code=control.code,
        summary=setter.line(summary),
        fact=shown(definition).fact(definition, medium),
        status=control.status,
        kind=medium.t(f"kind-{definition.kind}") if with_kind else "",
    )
