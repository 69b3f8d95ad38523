"""Units: where they stand, who belongs to them, and what they do."""

from __future__ import annotations

from markupsafe import Markup, escape

from handbook.compose.kinds.record import Rows, Shown, no_files
from handbook.compose.kinds.role.work import WorkView
from handbook.compose.kinds.unit.view import UnitView, headcount
from handbook.compose.setting.medium import Medium, Screen
from handbook.model.kinds import Unit


def _facts(unit: Unit, screen: Screen) -> Rows:
    nature = [screen.t(key) for key in ("external", "planned") if getattr(unit, key)]
    yield "nature", escape(screen.t("list-comma").join(nature))
    yield "parent", screen.setter.name(unit.parent) if unit.parent else Markup("")
    yield "head", screen.listed(unit.head)
    yield "headcount", escape(headcount(unit.headcount, screen))
    yield "function", screen.setter.line(unit.function)


def _fact(unit: Unit, medium: Medium) -> Markup:
    return medium.listed(unit.head)


def _body(unit: Unit, screen: Screen) -> dict[str, object]:
    return {"view": UnitView(unit, screen), "work": WorkView(unit, screen)}


SHOWN = Shown(
    kind=Unit,
    facts=_facts,
    fact=_fact,
    body=_body,
    files=no_files,
    scripts=(),
    sheets={},
    book="none",
    book_place=0,
    book_view=None,
)
