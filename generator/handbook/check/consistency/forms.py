"""Forms against the steps that fill them, and personal data against its retention."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.check.speakers import People
from handbook.derive.registers import records
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Form, Procedure, Role, Unit
from handbook.problems import Problem, names_of, problem, words_of


def wrong_fillers(handbook: Handbook) -> Iterator[Problem]:
    """Who fills a form in a step is among those whom the form names in `filled_by`.

    A unit stands for its roles and the other way round, a role for its `members` and for its
    `also`. Who receives or signs a form may write on it too. What outsiders fill is handed to
    them by the step, and is no contradiction.
    """
    people = People(handbook)
    for procedure in handbook.current(Procedure):
        for step in procedure.steps:
            doers = handbook.all_of(step.by)
            if not doers or len(doers) < len(step.by):
                continue
            for reference in step.fill:
                form = handbook.find(reference)
                if not isinstance(form, Form) or form.is_retired or not form.filled_by:
                    continue
                named = handbook.all_of(form.filled_by)
                if len(named) < len(form.filled_by) or any(_outside(handbook, n) for n in named):
                    continue
                writers = (*named, *handbook.all_of((*form.received_by, *form.approvals)))
                if any(_stands_for(handbook, people, a, b) for a in doers for b in writers):
                    continue
                yield problem(
                    "wrong-filler", reference.place, "name",
                    form=form.title, doer=_titles(doers), named=_titles(named),
                    ids=names_of(each.id for each in doers), where=form.place_of("filled_by"),
                )  # fmt: skip


def _stands_for(handbook: Handbook, people: People, one: Definition, other: Definition) -> bool:
    one, other = _staffed(handbook, people, one), _staffed(handbook, people, other)
    return one in people.of((other,)) or other in people.of((one,))


def _staffed(handbook: Handbook, people: People, who: Definition) -> Definition:
    """Return who it is; for a unit without posts of its own, the nearest one above that has any."""
    if isinstance(who, Unit):
        for unit in handbook.lineage(who):
            if any(isinstance(each, Role) for each in people.of((unit,))):
                return unit
    return who


def _outside(handbook: Handbook, who: Definition) -> bool:
    units = (who,) if isinstance(who, Unit) else handbook.all_of(getattr(who, "unit", ()))
    return any(isinstance(u, Unit) and any(x.external for x in handbook.lineage(u)) for u in units)


def _titles(who: tuple[Definition, ...]) -> str:
    return words_of(each.title for each in who)


def personal_without_retention(handbook: Handbook) -> Iterator[Problem]:
    """A form with personal data says how long it is kept, by itself or in a procedure's records.

    待定 is an answer: the question has been asked.
    """
    kept = {record.form for record in records(handbook) if record.keep is not None}
    for form in handbook.current(Form):
        if form in kept or form.keep is not None:
            continue
        personal = next(
            (a for field in form.fields for a in (field, *field.columns) if a.personal), None
        )
        if personal is not None:
            yield problem(
                "personal-data-kept-forever", form.place, "keep",
                title=form.title, field=personal.label, where=personal.place,
            )  # fmt: skip
