"""The records of all kinds; a kind without one is refused when the program starts."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from handbook.compose.kinds.record import D, Shown
from handbook.model.kinds import KINDS, Definition
from handbook.packages import IncompleteKind, kind_packages

ROOM = "handbook.compose.kinds"


def shown_of(kinds: Iterable[type[Definition]]) -> dict[str, Shown[Any]]:
    """Return the record of each kind, which its module has as SHOWN; raise IncompleteKind."""
    found = {}
    for kind in kinds:
        name = _module_of(kind.kind)
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


def _module_of(kind: str) -> str:
    brought = next((each for each in kind_packages() if each.kind == kind), None)
    return f"{brought.module}.compose" if brought else f"{ROOM}.{kind}"


SHOWN = shown_of(KINDS.values())  # of any kind: which, the key tells


def shown(definition: D) -> Shown[D]:
    """Return how a definition is shown."""
    return SHOWN[definition.kind]
