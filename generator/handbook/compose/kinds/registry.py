"""The records of all kinds; a kind without one is refused when the program starts."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from handbook.compose.kinds.record import Shown
from handbook.model.kinds import KINDS, Definition
from handbook.model.kinds.record import IncompleteKind

ROOM = "handbook.compose.kinds"


def shown_of(kinds: Iterable[type[Definition]]) -> dict[str, Shown]:
    """Return the record of each kind, which its module has as SHOWN; raise IncompleteKind."""
    found = {}
    for kind in kinds:
        name = f"{ROOM}.{kind.kind}"
        try:
            record = getattr(import_module(name), "SHOWN", None)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
            record = None
        if not isinstance(record, Shown) or record.kind is not kind:
            raise IncompleteKind(f"The kind {kind.kind} is not shown: {name} has no SHOWN of it")
        found[kind.kind] = record
    return found


SHOWN = shown_of(KINDS.values())


def shown(definition: Definition) -> Shown:
    """Return how a definition is shown."""
    return SHOWN[definition.kind]
