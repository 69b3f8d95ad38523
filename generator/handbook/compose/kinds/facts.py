"""What a page tells of a definition in its first rows: those of its kind, then those of all."""

from __future__ import annotations

from markupsafe import Markup, escape

from handbook.compose.kinds.record import Rows
from handbook.compose.kinds.registry import shown
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import Definition


def facts_of(definition: Definition, screen: Screen) -> list[tuple[str, Markup]]:
    """Return the rows of a definition as (label, value), without what is not written."""
    rows = [*shown(definition).facts(definition, screen), *_of_all(definition, screen)]
    told = [(screen.t(key), value) for key, value in rows if value]
    return [*told, *screen.own(definition)]


def _of_all(definition: Definition, screen: Screen) -> Rows:
    comma = screen.t("list-comma")
    asks = (Markup('<span class="ask">{}</span>').format(ask) for ask in definition.asks)
    yield "asks", Markup(" ").join(asks)
    yield "aliases", escape(comma.join(str(alias) for alias in definition.aliases))
    yield "source", screen.setter.plain(definition.source)
