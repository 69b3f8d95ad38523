"""The flow of procedures: every step is reached, done by someone, and leads to an end."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.flow import Flow
from handbook.model.handbook import Handbook
from handbook.model.kinds import Form, Procedure
from handbook.model.kinds.procedure import END
from handbook.model.nearest import nearest
from handbook.problems import Problem, names_of, problem
from handbook.read.nodes import Text


def unreached_steps(handbook: Handbook) -> Iterator[Problem]:
    """The work can come to every step."""
    for procedure, flow in flows(handbook):
        for before, step in zip((None, *procedure.steps), procedure.steps, strict=False):
            if step.id not in flow.reached and (before is None or before.id in flow.reached):
                yield problem(
                    "unreached-step", step.place_of("id"), "lead",
                    id=step.id, do=step.do, before=before.id if before else "",
                )  # fmt: skip


def endless_loops(handbook: Handbook) -> Iterator[Problem]:
    """From every step the work can come to an end, here or in another procedure."""
    for procedure, flow in flows(handbook):
        order = {str(step.id): number for number, step in enumerate(procedure.steps)}
        stuck = flow.reached - flow.finishing
        for edge in flow.edges:
            goes_back = order.get(edge.target or "", len(order)) <= order[edge.source]
            if edge.source in stuck and goes_back and edge.text is not None:
                yield problem(
                    "endless-loop", edge.text.place, "way-out", step=edge.source, back=edge.target
                )
                break


def unknown_steps(handbook: Handbook) -> Iterator[Problem]:
    """`together_with` names another step of the procedure; a field's `from` one that fills it."""
    for procedure in handbook.whole(Procedure):
        ids = [str(step.id) for step in procedure.steps]
        for step in procedure.steps:
            for other in step.together_with:
                if other not in ids:
                    yield _unknown_step(other, ids)
    for form in handbook.whole(Form):
        if not any(field.from_ for field in form.fields):
            continue
        sources = {link.source for link in handbook.used_by(form)}
        procedures = [source for source in sources if isinstance(source, Procedure)]
        if not procedures or any(each.address in handbook.damaged for each in procedures):
            continue
        ids = sorted({str(step.id) for procedure in procedures for step in procedure.steps})
        for field in form.fields:
            if field.from_ is not None and field.from_ not in ids:
                yield _unknown_step(field.from_, ids)


def _unknown_step(id: Text, ids: list[str]) -> Problem:
    near = nearest(id, ids)
    hint = "nearest" if near else "known"
    return problem("unknown-step", id.place, hint, id=id, nearest=near, known=names_of(ids))


def steps_without_anyone(handbook: Handbook) -> Iterator[Problem]:
    """Someone does every step; who answers for it does it where nobody else is named.

    `by: 待定` says openly that this is still to be settled.
    """
    for procedure in handbook.current(Procedure):
        for step in procedure.steps:
            if not step.by and not step.accountable:
                yield problem("nobody-does-it", step.place, "add", id=step.id, do=step.do)


def flows(handbook: Handbook) -> Iterator[tuple[Procedure, Flow]]:
    """Yield the procedures of which every way is known, with their flow."""
    for procedure in handbook.current(Procedure):
        ids = {str(step.id) for step in procedure.steps}
        told_apart = len(ids) == len(procedure.steps) and END not in ids
        if told_apart and all(
            way.text in ids or way.text == END or handbook.find(way)
            for step in procedure.steps
            for way in (step.next, *(branch.go for branch in step.branches))
            if way is not None
        ):
            yield procedure, handbook.flow(procedure)
