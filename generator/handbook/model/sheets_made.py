"""Which sheets are made of each kind where nobody asks for one: `sheets` in handbook.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from handbook.model.kinds import KINDS
from handbook.model.values import fault, is_open, one_of
from handbook.read.nodes import Node, Record, Sequence, Text

# The sheets of each kind that has any, in the order in which they are offered.
SHEETS_OF = {kind.kind: kind.sheets for kind in KINDS.values() if kind.sheets}


def as_sheets(node: Node) -> dict[str, tuple[Text, ...]]:
    """Take kinds and the sheets that are made of each; a kind that is still open is left out."""
    if not isinstance(node, Record):
        raise fault("not-a-mapping", node, "list" if isinstance(node, Sequence) else "text")
    found: dict[str, tuple[Text, ...]] = {}
    for key, value in node.items():
        kind = one_of(tuple(SHEETS_OF))(key)
        is_said = not isinstance(value, Text) or (bool(value.strip()) and not is_open(value))
        if is_said and not is_open(kind):
            sheet = one_of(SHEETS_OF[kind])
            values = value if isinstance(value, Sequence) else [value]
            found[kind] = tuple(sheet(each) for each in values)
    return found


def _schema(sheets: tuple[str, ...]) -> dict[str, object]:
    one = {"enum": list(sheets)}
    return {"anyOf": [one, {"type": "array", "items": one}]}


SheetsMade = Annotated[
    dict[str, tuple[Text, ...]],
    PlainValidator(as_sheets),
    WithJsonSchema({
        "type": "object",
        "properties": {kind: _schema(sheets) for kind, sheets in SHEETS_OF.items()},
        "additionalProperties": False,
    }),
]  # fmt: skip
