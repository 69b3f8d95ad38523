"""A term as pages show it: the page says what it means."""

from __future__ import annotations

from markupsafe import Markup, escape

from handbook.compose.kinds.record import Rows, Shown, no_files, nothing
from handbook.compose.setting.lengths import gapped
from handbook.compose.setting.medium import Medium, Screen
from handbook.model.kinds import Term


def _facts(term: Term, screen: Screen) -> Rows:
    yield from ()


def _fact(term: Term, medium: Medium) -> Markup:
    aliases = (gapped(str(each)) for each in term.aliases)
    return escape(medium.t("list-comma").join(aliases))


SHOWN = Shown(
    kind=Term,
    facts=_facts,
    fact=_fact,
    body=nothing,
    files=no_files,
    scripts=(),
    sheets={},
    book="line",
    book_place=70,
    book_view=None,
)
