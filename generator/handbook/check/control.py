"""Document control: who may read it, what it must say of itself, and when to look at it again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from handbook.model.control import control_of
from handbook.model.handbook import Handbook
from handbook.model.kinds import ControlledDocument
from handbook.model.nearest import nearest
from handbook.model.part import Part
from handbook.model.values import is_open
from handbook.model.written import WrittenPage
from handbook.problems import Problem, names_of, problem
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
    for part in (*defaults, *handbook.definitions, *handbook.written):
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
    return written if written == "" else part.audience


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
    """An active document is looked at again by the day its review falls due."""
    for document in handbook.whole(ControlledDocument):
        if not document.is_live:
            continue
        control = control_of(document)
        due, last = control.next_review, control.last_look
        if due is None or due >= today:
            continue
        dated = (key for key in ("reviewed", "effective") if getattr(document, key) == last)
        yield problem(
            "review-overdue", document.place_of(next(dated, "review_every")), "review",
            title=document.title, due=due, last=last,
            every=control.review_every, days=(today - due).days,
        )  # fmt: skip
