"""Documents for few, mentioned where many read."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.audiences.level import level_of, level_of_page
from handbook.model.handbook import Handbook
from handbook.model.inline import id_text
from handbook.model.kinds import Definition, Role, Unit
from handbook.problems import Place, Problem, problem

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
        if source.is_retired or target.is_retired:
            continue
        yield from _narrower(handbook, target, level_of(handbook, source), link.place)
    for page in handbook.written:
        for line, mention in page.mentions():
            found = handbook.meant(mention, handbook.organisation.path)
            for target in found if len(found) == 1 else ():
                if not isinstance(target, Role | Unit) and not target.is_retired:
                    place = id_text(line, mention).place
                    yield from _narrower(handbook, target, level_of_page(handbook, page), place)


def _narrower(
    handbook: Handbook, target: Definition, reader: int, place: Place
) -> Iterator[Problem]:
    wanted = level_of(handbook, target)
    if reader < wanted:
        names = handbook.settings.audiences
        yield problem(
            "narrower-target", place, "widen",
            title=target.title, id=target.id, audience=names[wanted], reader=names[reader],
            where=target.place,
        )  # fmt: skip
