"""One line of an index: a definition with the one or two facts by which people choose it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from handbook.compose.frame.control import ControlView
from handbook.compose.kinds.standard import StandardView
from handbook.compose.setting.lengths import gapped
from handbook.compose.setting.medium import Medium
from handbook.model.kinds import Definition, Term
from handbook.model.values import is_open


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
    is_term = isinstance(definition, Term)  # what it means, not what might be said of it
    summary = definition.definition if is_term else definition.summary
    summary = summary or _instead_of_summary(definition)
    control = ControlView(definition, medium)
    return Entry(
        name=setter.name(definition),
        code=control.code,
        summary=setter.line(summary),
        fact=_fact(definition, medium),
        status=control.status,
        kind=medium.t(f"kind-{definition.kind}") if with_kind else "",
    )


def _instead_of_summary(definition: Definition) -> str | None:
    for key in ("purpose", "situation", "function"):
        if getattr(definition, key, None):
            return getattr(definition, key)
    return None


def _fact(definition: Definition, medium: Medium) -> Markup:
    t = medium.t
    match definition.kind:
        case "procedure":
            times = medium.times_in(definition)
            rules = (times.schedule(schedule) for schedule in definition.schedule)
            return times.begun(Markup(t("semicolon")).join(rules))
        case "script":
            return escape(t("list-comma").join(t(f"channel-{each}") for each in definition.channel
                                               if not is_open(each)))  # fmt: skip
        case "form":
            return medium.listed(definition.filled_by)
        case "policy":
            return medium.listed(definition.applies_to)
        case "role":
            return medium.listed(definition.unit)
        case "unit":
            return medium.listed(definition.head)
        case "standard":
            return StandardView(definition, medium).in_full
        case "document":
            return medium.setter_in(definition).plain(definition.where)
        case _:
            return escape(t("list-comma").join(gapped(str(each)) for each in definition.aliases))
