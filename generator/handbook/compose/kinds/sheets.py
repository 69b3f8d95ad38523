"""Compose the sheets of definitions: complete HTML for every one that is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from handbook.compose.frame.page import Sheet
from handbook.compose.frame.sheet import SheetView
from handbook.compose.kinds.registry import shown
from handbook.compose.setting.addresses import sheet_of
from handbook.compose.setting.gaps import with_gaps
from handbook.compose.setting.medium import Paper
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure
from handbook.problems import Place


@dataclass(frozen=True, slots=True)
class PlacedSheet(Sheet):
    """A sheet that knows its paper, and the definition whose text it shows."""

    paper: str
    definition: Definition

    @property
    def place(self) -> Place:
        """Where its definition stands in the YAML."""
        return self.definition.place

    def place_of_step(self, id: str) -> Place:
        """Where a step of it was written; the definition's place for any other id."""
        step = self.definition.step(id) if isinstance(self.definition, Procedure) else None
        return step.place if step else self.place


def sheets_in(handbook: Handbook) -> Iterator[tuple[Definition, str]]:
    """Yield every (definition, kind of sheet) that is printed where nobody asks for one.

    Drafts and retired definitions are printed too, with the word across each page: who finds an
    old sheet in a folder and scans its code must meet the same word on the paper.
    """
    for definition in handbook.definitions:
        for sheet in handbook.settings.sheets_of(definition):
            yield definition, sheet


def compose_sheet(
    handbook: Handbook, templates: Environment, definition: Definition, sheet: str
) -> PlacedSheet:
    """Compose one sheet of one definition."""
    uri = sheet_of(definition, sheet)
    paper = Paper(handbook, definition.section, uri)
    view = shown(definition).sheets[sheet](definition, paper)
    around = SheetView(definition, sheet, paper, getattr(view, "is_across", False))
    html = templates.get_template(f"print/{sheet}.html").render(
        sheet=around, view=view, d=definition, m=paper, t=paper.t
    )
    return PlacedSheet(
        uri=uri,
        html=with_gaps(html),
        kind=definition.kind,
        id=str(definition.id),
        section=definition.section.address,
        sheet=sheet,
        title=str(definition.title),
        code=around.control.code,
        version=around.control.version,
        edition=around.control.edition,
        paper=around.paper,
        definition=definition,
    )
