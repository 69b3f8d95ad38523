"""A document kept elsewhere as pages show it: where, by whom, how long."""

from __future__ import annotations

from markupsafe import Markup

from handbook.compose.kinds.record import Rows, Shown, no_files, nothing
from handbook.compose.setting.medium import Medium, Screen
from handbook.model.kinds import Document


def _facts(document: Document, screen: Screen) -> Rows:
    yield "where", screen.setter.plain(document.where)
    yield "keeper", screen.listed(document.owner)
    yield "keep", screen.times.length(document.keep)


def _fact(document: Document, medium: Medium) -> Markup:
    return medium.setter_in(document).plain(document.where)


SHOWN = Shown(
    kind=Document,
    facts=_facts,
    fact=_fact,
    body=nothing,
    files=no_files,
    scripts=(),
    sheets={},
    book="none",
    book_place=0,
    book_view=None,
)
