"""The print centre: every sheet there is, by section and kind."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from handbook.compose import addresses
from handbook.compose.page import Page
from handbook.compose.pages.composer import Composer, SheetLink
from handbook.model.kinds import KINDS


@dataclass(frozen=True)
class PrintRow:
    """A definition in the print centre, with its sheets."""

    name: Markup
    code: str
    edition: str
    sheets: tuple[SheetLink, ...]


def print_centre(composer: Composer) -> Page:
    """Return the print centre; it says so when no sheets were made."""
    screen = composer.screen(addresses.PRINT_CENTRE)
    handbook = composer.handbook
    sections = []
    for section in (*handbook.sections[1:], handbook.organisation):
        kinds = []
        for kind in KINDS.values():
            rows = [
                PrintRow(screen.setter.name(definition), str(getattr(definition, "code", "") or ""),
                         definition.edition, tuple(sheets))
                for definition in handbook.in_section(section)
                if isinstance(definition, kind)
                and (sheets := composer.sheets(definition, screen))
            ]  # fmt: skip
            if rows:
                kinds.append((composer.t(f"kinds-{kind.kind}"), rows))
        if kinds:
            anchor = f"_{section.address.replace('/', '-') or 'shared'}"
            sections.append((section.title, anchor, kinds))
    return composer.page(
        "print",
        screen,
        composer.t("print-centre"),
        head={"search": {"exclude": True}},
        sections=sections,
        books=_books(composer, screen),
        number=len(composer.printed or ()),
        made=composer.printed is not None,
    )


def _books(composer: Composer, screen) -> list[SheetLink]:
    """Return the sheets that belong to no definition: books of a section or of everything."""
    known = {(d.section.address, str(d.id)) for d in composer.handbook.definitions}
    return [
        composer.sheet_link(row, screen)
        for row in composer.printed or ()
        if (row["section"], row["id"]) not in known
    ]
