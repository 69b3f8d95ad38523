"""What nobody uses: forms, scripts and roles that no other definition mentions.

Not judged while anything is wrong with what was read: a use may stand in what was not understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.derive.work import IN_FORMS, IN_STEPS
from handbook.model.handbook import Handbook, Link
from handbook.model.kinds import Definition, Form, Role, Script, Unit
from handbook.problems import Problem, problem

# The fields by which a unit stands for the people in it.
ACTING = frozenset(
    {
        *(part.key for part in (*IN_STEPS, *IN_FORMS)),
        "owner", "approved_by", "applies_to", "members", "deputies", "reports_to",
        "used_by",
    }
)  # fmt: skip


def unused_forms(handbook: Handbook) -> Iterator[Problem]:
    """Something says when to fill a form."""
    return _unused(
        "unused-form", handbook, [f for f in handbook.of(Form) if not _uses(handbook, f)]
    )


def unused_scripts(handbook: Handbook) -> Iterator[Problem]:
    """Something says when to use a script; one that only says how to behave holds by itself.

    A channel, a situation or people of its own say so too: whoever answers there finds it by that.
    """
    scripts = [s for s in handbook.of(Script) if not (s.channel or s.situation or s.used_by)]
    scripts = [s for s in scripts if s.lines or s.phrases or not (s.never or s.manner or s.avoid)]
    return _unused("unused-script", handbook, [s for s in scripts if not _uses(handbook, s)])


def unused_roles(handbook: Handbook) -> Iterator[Problem]:
    """A role acts or is named somewhere, or says itself what it does.

    Where a unit acts, so do the roles of that unit and of the units below it; who holds two posts
    (`also`) and acts in one is no stranger in the other.
    """
    acting = {
        unit for unit in handbook.of(Unit)
        if any(link.relation in ACTING for link in _uses(handbook, unit))
    }  # fmt: skip
    roles = [role for role in handbook.of(Role) if not _acts(role, acting, handbook)]
    return _unused("unused-role", handbook, roles)


def _acts(role: Role, acting: set[Unit], handbook: Handbook) -> bool:
    if role.duties or role.answers_for or _uses(handbook, role):
        return True
    if any(_uses(handbook, other) for other in handbook.all_of(role.also)):
        return True
    units = [above for unit in handbook.all_of(role.unit, Unit) for above in handbook.lineage(unit)]
    return any(unit in acting for unit in units)


def _uses(handbook: Handbook, definition: Definition) -> list[Link]:
    """Return the mentions of a definition in what is not retired."""
    return [each for each in handbook.used_by(definition) if not each.source.is_retired]


def _unused(rule: str, handbook: Handbook, unused: Sequence[Definition]) -> Iterator[Problem]:
    if not handbook.complete:
        return
    for definition in unused:
        if definition.is_live:
            yield problem(
                rule, definition.place_of("id"), "mention", id=definition.id, title=definition.title
            )
