"""The first page: search, my role, the procedures of each section, and the ways to the rest."""

from __future__ import annotations

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import Page
from handbook.compose.kinds.unit.view import roles_of
from handbook.compose.pages.menu import in_menu, kinds_in
from handbook.compose.setting import addresses
from handbook.compose.setting.addresses import overall
from handbook.compose.setting.hours_words import hours_line
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import KINDS, Procedure, Role, Unit
from handbook.model.section import Section

MOST_PROCEDURES = 600  # more, and the page leads to the procedures of each section


def home_page(composer: Composer) -> Page:
    """Return the home page."""
    screen = composer.screen(addresses.HOME)
    handbook = composer.handbook
    sections = [section for section in handbook.sections if section.parent is not None]
    ordered = [*sections, handbook.organisation]  # what is everyone's comes last
    procedures = [each for section in ordered for each in in_menu(handbook, section, Procedure)]
    are_listed = len(procedures) <= MOST_PROCEDURES
    return composer.page(
        "home",
        screen,
        str(handbook.settings.title),
        head={
            "handbook": {"kind": "home"},
            "hide": ["navigation", "toc", "path", "footer"],
            "search": {"exclude": True},
        },
        organisation=handbook.settings.organisation,
        hours=hours_line(handbook.settings.hours, screen.setter, composer.t),
        roles=_roles(composer),
        roles_folder=Role.folder,
        all_roles=screen.to(f"{overall(handbook, Role.folder)}.html"),
        counts=_counts(composer, screen),
        sections=[
            group for section in ordered
            if (group := _section(section, composer, screen, with_procedures=are_listed))
        ],
    )  # fmt: skip


def _roles(composer: Composer) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the roles to choose from as (unit, [(title, address)]); those without a unit last."""
    handbook = composer.handbook
    groups = [(str(unit.title), roles_of(unit, handbook)) for unit in handbook.of(Unit)]
    placed = {role for _, roles in groups for role in roles}
    rest = [r for r in handbook.of(Role) if r not in placed and not r.is_retired]
    return [
        (title, [(str(role.title), role.address) for role in roles])
        for title, roles in (*groups, (composer.t("across-units"), rest))
        if roles
    ]


def _counts(composer: Composer, screen: Screen) -> list[tuple[str, str, int]]:
    """Return the ways to everything of a kind as (label, page, how many)."""
    handbook = composer.handbook
    counts = [
        (composer.t(f"kinds-{kind.kind}"), screen.to(f"{overall(handbook, kind.folder)}.html"),
         sum(not definition.is_retired for definition in handbook.of(kind)))
        for kind in KINDS.values()
    ]  # fmt: skip
    if composer.printed:
        centre = screen.to(f"{addresses.PRINT_CENTRE}.html")
        counts.append((composer.t("print-centre"), centre, len(composer.printed)))
    return [row for row in counts if row[2]]


def _section(
    section: Section, composer: Composer, screen: Screen, *, with_procedures: bool
) -> dict[str, object] | None:
    handbook = composer.handbook
    kinds = kinds_in(handbook, section)
    if not kinds:
        return None
    page = addresses.section_page(section)
    return {
        "name": composer.link(screen, page, section.title) if section.parent else section.title,
        "anchor": f"_{section.address.replace('/', '-') or 'shared'}",
        "summary": screen.setter.within(section.path).line(
            section.sheet.summary if section.sheet else None
        ),
        "procedures": [
            (composer.link(screen, addresses.page_of(procedure), procedure.title), procedure.code)
            for procedure in in_menu(handbook, section, Procedure)
            if with_procedures
        ],
        "kinds": [
            (composer.kind_link(screen, section, kind), len(in_menu(handbook, section, kind)))
            for kind in kinds
            if kind is not Procedure or not with_procedures
        ],
    }
