"""Forms whose figures must agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model.handbook import Handbook
from handbook.model.kinds import Form
from handbook.model.kinds.form import FormField, Group
from handbook.problems import Place, Problem, problem


def wrong_totals(handbook: Handbook) -> Iterator[Problem]:
    """The `max` of the scores add up to the `total` of their group and of their form.

    Not judged while a score has no `max` or 待定, or stands in a table: a sum is not known then.
    """
    for form in handbook.current(Form):
        ids = [field.id for field in form.fields if field.id is not None]
        if len(set(ids)) < len(ids):
            continue  # a field stands there twice, which is told already
        for group in form.groups:
            yield from _judged(group.total, group.place_of("total"), _of_fields(group.fields))
        yield from _judged(form.total, form.place_of("total"), _of_groups(form.groups))


Terms = list[tuple[str, float]] | None  # label and figure of what is added up; None = not known


def _of_fields(fields: Iterable[FormField]) -> Terms:
    terms = []
    for field in fields:
        if any(column.field_type.adds_up for column in field.columns):
            return None
        if field.field_type.adds_up:
            if not isinstance(field.max, int | float):
                return None
            terms.append((str(field.label), field.max))
    return terms


def _of_groups(groups: Iterable[Group]) -> Terms:
    """Add up the scores of all groups; a group without scores counts with its own total."""
    terms = []
    for group in groups:
        scores = _of_fields(group.fields)
        if scores is None:
            return None
        if not scores and group.total is not None:
            if not isinstance(group.total, int | float):
                return None
            scores = [(str(group.title or group.id or ""), group.total)]
        terms += scores
    return terms


def _judged(total: object, place: Place, terms: Terms) -> Iterator[Problem]:
    if not terms or not isinstance(total, int | float):
        return
    found = sum(figure for _, figure in terms)
    if abs(found - total) > 1e-6:
        yield problem(
            "wrong-total", place, "add-up", total=f"{total:g}", sum=f"{found:g}",
            way=" + ".join(f"{label} {figure:g}" for label, figure in terms),
        )  # fmt: skip
