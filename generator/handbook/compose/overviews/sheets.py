"""Compose the sheets of what follows from the definitions: of each section, and of the whole.

They say what the derived pages say, for those who have a wall and no screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from handbook.compose.frame.gathered import Gathered
from handbook.compose.overviews.records import ON_PAPER, overview_of_sheet
from handbook.compose.overviews.view import Elsewhere, OverviewView, Part
from handbook.compose.setting.addresses import OVERVIEW, OVERVIEW_ID, overview_page, overview_sheet
from handbook.compose.setting.gaps import with_gaps
from handbook.compose.setting.medium import Paper
from handbook.model.handbook import Handbook
from handbook.model.section import Section
from handbook.problems import Place


@dataclass(frozen=True, slots=True)
class OverviewSheet(Gathered):
    """Such a sheet, which knows its paper and the definitions it is about."""

    def place_of_step(self, id: str) -> Place:
        """Where its section is described: what does not fit belongs to no single step."""
        return self.place


def overviews_in(handbook: Handbook) -> Iterator[tuple[Section, str]]:
    """Yield every (section, kind of sheet) that is printed."""
    for section in handbook.sections:
        for sheet in overviews_of(handbook, section):
            yield section, sheet


def overviews_of(handbook: Handbook, section: Section) -> Iterator[str]:
    """Yield the kinds of sheet that a build makes of a section, or of the whole."""
    for sheet, kind in ON_PAPER.items():
        if _rows(handbook, section, sheet) >= kind.fewest:
            yield sheet


def overviews_on_request(handbook: Handbook, section: Section) -> Iterator[str]:
    """Yield the kinds of sheet that whoever asks for them gets: all that show anything."""
    return (sheet for sheet in ON_PAPER if _rows(handbook, section, sheet))


def _rows(handbook: Handbook, section: Section, sheet: str) -> int:
    sections = (section,) if section.path else handbook.sections
    return sum(ON_PAPER[sheet].count(handbook, each) for each in sections)


def compose_overview(
    handbook: Handbook, templates: Environment, section: Section, sheet: str
) -> OverviewSheet:
    """Compose one kind of sheet of a section, or with the organisation of the whole."""
    kind = ON_PAPER[sheet]
    uri = overview_sheet(section, sheet)
    paper = Paper(handbook, section, uri)
    shown, apart = shown_and_apart(handbook, section, sheet)
    if kind.in_one:
        among = [each for own in shown for each in handbook.in_section(own)]
        parts = [Part("", kind.make(tuple(among), paper))]
    else:
        own = [(each, handbook.in_section(each)) for each in shown]
        titled = shown != [section] or bool(apart)
        parts = [
            Part(each.title if titled else "", kind.make(among, paper.within(each)))
            for each, among in own
        ]
    elsewhere = [
        Elsewhere(each.title, kind.count(handbook, each), overview_sheet(each, sheet))
        for each in apart
    ]
    whose = section.title if section.path else str(handbook.settings.title)
    page = page_over(section, sheet)
    definitions = tuple(each for own in shown for each in handbook.in_section(own))
    gathers = overview_of_sheet(sheet).gathers
    view = OverviewView(
        sheet, gathers, whose, parts, elsewhere, paper, kind.is_wide, page, definitions
    )
    return drawn(view, section, OVERVIEW_ID, templates)


def drawn(
    view: OverviewView,
    section: Section,
    id: str,
    templates: Environment,
) -> OverviewSheet:
    """Fill the template of a sheet."""
    settings = view.medium.handbook.settings
    html = templates.get_template("print/overview.html").render(
        sheet=view, m=view.medium, t=view.medium.t
    )
    return OverviewSheet(
        uri=view.medium.base,
        html=with_gaps(html),
        kind=OVERVIEW,
        id=id,
        section=section.address,
        sheet=view.sheet,
        title=view.full_title,
        code="",
        version="",
        edition=view.control.edition,
        paper=view.paper,
        place=section.sheet.place if section.sheet else settings.place,
        definitions=view.definitions,
    )


def page_over(section: Section, sheet: str) -> str:
    """Return the derived page that says the same."""
    return overview_page(overview_of_sheet(sheet).name, section if section.path else None)


def shown_and_apart(
    handbook: Handbook, section: Section, sheet: str
) -> tuple[list[Section], list[Section]]:
    """Return the sections a sheet shows, and those it only names: they have one of their own."""
    kind = ON_PAPER[sheet]
    if section.path:
        return [section], []
    counts = {
        each: kind.count(handbook, each) for each in (*handbook.sections[1:], handbook.organisation)
    }
    filled = [each for each, count in counts.items() if count]
    if sum(counts.values()) <= kind.most:
        return filled, []
    apart = [each for each in filled if each.path and counts[each] >= kind.fewest]
    return [each for each in filled if each not in apart], apart
