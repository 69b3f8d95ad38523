"""Document control: who may read it, what it must say of itself, and when to look at it again."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from handbook.derive.working_days import holidays_kept
from handbook.model.control import control_of
from handbook.model.durations import Duration
from handbook.model.handbook import Handbook
from handbook.model.holidays import days_in
from handbook.model.kinds import ControlledDocument
from handbook.model.nearest import nearest
from handbook.model.part import Part
from handbook.model.values import is_open
from handbook.model.written import WrittenPage
from handbook.problems import Place, Problem, names_of, problem
from handbook.read import Text

EXAMPLES = {
    "code": "KF-01",
    "version": '"1.0"',
    "effective": "2026-10-01",
    "owner": "service-manager",
    "approved_by": "service-director",
    "review_every": "1年",
}


def unknown_audiences(handbook: Handbook) -> Iterator[Problem]:
    """An audience is one of those that content/handbook.yml lists."""
    if not handbook.settings_are_whole:
        return
    known = handbook.settings.audiences
    sheets = (section.sheet for section in handbook.sections if section.sheet)
    defaults = (sheet.defaults for sheet in sheets if sheet.defaults)
    parts: tuple[Part | WrittenPage, ...] = (*defaults, *handbook.definitions, *handbook.written)
    for part in parts:
        audience = _audience_of(part)
        if audience is None or audience in known or is_open(audience):
            continue
        near = nearest(audience, known)
        yield problem(
            "unknown-audience", audience.place, "nearest" if near else "known",
            audience=audience, nearest=near, known=names_of(known),
        )  # fmt: skip


def _audience_of(part: Part | WrittenPage) -> Text | None:
    """Return the audience that is written, also where nothing stands behind the key."""
    written = None if isinstance(part, WrittenPage) else part._written.get("audience")
    if written == "":
        return written
    audience: Text | None = getattr(part, "audience", None)
    return audience


def missing_control_fields(handbook: Handbook) -> Iterator[Problem]:
    """An active document has the control fields that its section's `requires` asks for."""
    for document in handbook.whole(ControlledDocument):
        if not document.is_live or not all(s.sheet_is_whole for s in document.section.lineage):
            continue
        control = control_of(document)
        for key in document.section.requires:
            if getattr(control, key, None) in (None, ()):
                yield problem(
                    "missing-control-field", document.place, "add",
                    title=document.title, key=key, example=EXAMPLES.get(key, "…"),
                )  # fmt: skip


def overdue_reviews(handbook: Handbook, today: datetime.date) -> Iterator[Problem]:
    """An active document is looked at again by the day its review falls due.

    What a section's defaults say is told once, there, however many documents it holds for.
    """
    by_default: dict[Place, list[_Overdue]] = defaultdict(list)
    for document in handbook.whole(ControlledDocument):
        if not document.is_live:
            continue
        control = control_of(document)
        due, last = control.next_review, control.last_look
        if due is None or due >= today:
            continue
        dated = (key for key in ("reviewed", "effective") if getattr(document, key) == last)
        key = next(dated, "review_every")
        own = getattr(document, key) is not None
        default = None if own else _default_of(document, last)
        place = document.place_of(key)
        overdue = _Overdue(due, last, control.review_every, document.title)
        if default is None:
            yield _overdue([overdue], place, "review", today)
        else:
            by_default[default].append(overdue)
    for place, alike in by_default.items():
        yield _overdue(alike, place, "default", today)


def unknown_years(handbook: Handbook, today: datetime.date) -> Iterator[Problem]:
    """A holidays.yml names the days off of the year at hand; without them only weekends are off."""
    for path, said in holidays_kept(handbook):
        years = {day.year for day in days_in((*said.off, *said.on))}
        if years and today.year not in years:
            yield problem("unknown-holidays", Place(path), "add", year=today.year)
            return


class _Overdue(NamedTuple):
    due: datetime.date
    last: datetime.date | None
    every: Duration | Text | None
    title: str


def _overdue(alike: list[_Overdue], place: Place, hint: str, today: datetime.date) -> Problem:
    first = min(alike, key=lambda each: each.due)
    return problem(
        "review-overdue", place, hint, kind="one" if len(alike) == 1 else "several",
        title=first.title, documents=len(alike), due=first.due, last=first.last,
        every=first.every, days=(today - first.due).days,
    )  # fmt: skip


def _default_of(document: ControlledDocument, last: datetime.date | None) -> Place | None:
    """Return where the section's defaults give the day of the last look, if they do."""
    for section in document.section.lineage:
        defaults = section.sheet and section.sheet.defaults
        for key in ("reviewed", "effective"):
            if defaults and last is not None and getattr(defaults, key, None) == last:
                return defaults.place_of(key)
    return None
