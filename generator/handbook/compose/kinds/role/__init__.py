"""Roles: what they do and need, their sheet, and their data on the first page."""

from __future__ import annotations

from markupsafe import Markup, escape

from handbook.compose.frame.page import Attachment
from handbook.compose.kinds.record import Rows, Shown
from handbook.compose.kinds.role.contact import contact_of
from handbook.compose.kinds.role.my_role import role_file
from handbook.compose.kinds.role.pack import RolePack
from handbook.compose.kinds.role.work import WorkView
from handbook.compose.kinds.unit.view import headcount
from handbook.compose.setting.medium import Medium, Screen
from handbook.model.kinds import Role


def _facts(role: Role, screen: Screen) -> Rows:
    yield "unit", screen.listed(role.unit)
    yield "reports-to", screen.listed(role.reports_to)
    yield "deputies", screen.listed(role.deputies)
    yield "also", screen.listed(role.also)
    yield "members", screen.listed(role.members)
    yield "headcount", escape(headcount(role.headcount, screen))
    yield "contact", contact_of(role, screen)


def _fact(role: Role, medium: Medium) -> Markup:
    return medium.listed(role.unit)


def _body(role: Role, screen: Screen) -> dict[str, object]:
    return {"work": WorkView(role, screen)}


def _files(role: Role, home: Screen) -> tuple[Attachment, ...]:
    return () if role.is_retired else (role_file(role, home),)


SHOWN = Shown(
    kind=Role,
    facts=_facts,
    fact=_fact,
    body=_body,
    files=_files,
    scripts=(),
    sheets={"role": RolePack},
    book="full",
    book_place=40,
    book_view=RolePack,
)
