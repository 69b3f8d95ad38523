"""Documents for few, mentioned where many read."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.audience import level_of
from handbook.model.handbook import Handbook
from handbook.model.kinds import Role, Unit
from handbook.problems import Problem, problem

# Who owns and approves a document is part of its control block, whoever reads it.
_CONTROL = frozenset({"owner", "approved_by", "replaced_by"})


def narrower_targets(handbook: Handbook) -> Iterator[Problem]:
    """A document is not mentioned where people read who may not see it.

    Roles and units are no documents: who works here is said to everyone.
    """
    if not handbook.settings_are_whole:
        return
    for link in handbook.links:
        source, target = link.source, link.target
        if link.relation in _CONTROL or isinstance(target, Role | Unit):
            continue
        if "retired" in (source.status, target.status):
            continue
        reader, wanted = level_of(handbook, source), level_of(handbook, target)
        if reader < wanted:
            names = handbook.settings.audiences
            yield problem(
                "narrower-target", link.place, "widen",
                title=target.title, id=target.id, audience=names[wanted], reader=names[reader],
                where=target.place,
            )  # fmt: skip
