"""Everything that is made of a handbook short of PDFs: pages, sheets, books, planners, exports."""

from __future__ import annotations

from collections.abc import Iterator

from tests.composed import NOWHERE

from handbook.check.consistency.bare_names import leaks
from handbook.compose.overviews.calendar.planners import compose_planner, duties_of
from handbook.compose.pages.composition import compose_pages
from handbook.compose.pages.published import without_drafts
from handbook.compose.setting.readers import read_by
from handbook.compose.sheets import Printable, compose_sheets
from handbook.compose.templates.environment import environment
from handbook.derive.period import Period
from handbook.model.export import as_json
from handbook.model.handbook import Handbook
from handbook.model.kinds import Role
from handbook.problems import Problem

PERIODS = (Period(2027), Period(2027, 2))


def readings(handbook: Handbook, problems: tuple[Problem, ...]) -> Iterator[Handbook]:
    """Yield the handbook as each may be built: for everyone, an audience, without drafts."""
    yield handbook
    yield without_drafts(handbook)
    for audience in map(str, handbook.settings.audiences):
        if not leaks(problems, handbook, audience):
            yield read_by(handbook, audience)


def everything(handbook: Handbook) -> list[Printable]:
    """Make all that can be made; return the sheets, planners among them."""
    sheets = compose_sheets(handbook, NOWHERE)
    templates = environment(NOWHERE)
    for subject in (*handbook.sections, *handbook.of(Role)):
        for period in PERIODS:
            if duties_of(handbook, subject, period):
                sheets.append(compose_planner(handbook, templates, subject, period))
    compose_pages(handbook, NOWHERE)
    compose_pages(handbook, NOWHERE, [_row(each) for each in sheets])
    as_json(handbook)
    return sheets


def _row(sheet: Printable) -> dict[str, object]:
    """Return what the list of sheets would say of one that was printed."""
    keys = ("uri", "kind", "id", "section", "sheet", "title", "code", "version", "edition", "paper")
    made = {"pages": 1, "bytes": 1024, "sha256": "0" * 64}
    return {**{key: getattr(sheet, key) for key in keys}, **made}
