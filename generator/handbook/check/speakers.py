"""Who speaks the words of a script."""

from __future__ import annotations

from collections import defaultdict

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure, Role, Script, Unit


def speakers_of_scripts(handbook: Handbook) -> dict[Script, frozenset[Definition]]:
    """Return the roles and units that use each script.

    They are those whom it names (`used_by`), those who do a step that says it, and those who come
    to it from another script (`go`). A unit stands for its roles and the units below it, a role
    with `members` for these, and whoever holds a role holds its `also` too.
    """
    people = People(handbook)
    speakers: dict[Script, set[Definition]] = defaultdict(set)
    ahead: list[tuple[Script, frozenset[Definition]]] = []
    for procedure in handbook.current(Procedure):
        for step in procedure.steps:
            if step.say:
                who = people.of(handbook.all_of(step.by))
                ahead += [(script, who) for script in handbook.all_of(step.say, Script)]
    for script in handbook.current(Script):
        if script.used_by:
            ahead.append((script, people.of(handbook.all_of(script.used_by))))
    onward = _onward(handbook)
    while ahead:
        script, who = ahead.pop()
        if who <= speakers[script]:
            continue
        speakers[script] |= who
        ahead += [(other, who) for other in onward[script]]
    return defaultdict(frozenset, {script: frozenset(who) for script, who in speakers.items()})


def _onward(handbook: Handbook) -> dict[Script, list[Script]]:
    """Return the scripts that each script's lines lead to."""
    onward: dict[Script, list[Script]] = defaultdict(list)
    for script in handbook.current(Script):
        lines = {line.id for line in script.lines}
        for line in script.lines:
            for reply in line.branches:
                target = handbook.find(reply.go) if reply.go.text not in lines else None
                if isinstance(target, Script):
                    onward[script].append(target)
    return onward


class People:
    """Everyone whom a role or unit stands for."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.inside: dict[Definition, set[Definition]] = defaultdict(set)
        for role in handbook.of(Role):
            for unit in handbook.all_of(role.unit):
                self.inside[unit].add(role)
            self.inside[role].update(handbook.all_of(role.members))
            for other in handbook.all_of(role.also):
                self.inside[role].add(other)
                self.inside[other].add(role)
        for unit in handbook.of(Unit):
            parent = handbook.find(unit.parent) if unit.parent else None
            if parent is not None:
                self.inside[parent].add(unit)
        self._known: dict[tuple[Definition, ...], frozenset[Definition]] = {}

    def of(self, who: tuple[Definition, ...]) -> frozenset[Definition]:
        """Return some roles and units, and all that they stand for."""
        if who not in self._known:
            seen: set[Definition] = set()
            ahead = list(who)
            while ahead:
                one = ahead.pop()
                if one not in seen:
                    seen.add(one)
                    ahead += self.inside[one]
            self._known[who] = frozenset(seen)
        return self._known[who]
