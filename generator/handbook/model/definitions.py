"""Make definitions out of what was written, or find them made by an earlier load."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.model.file_names import unfit_names
from handbook.model.kinds import KINDS, Definition
from handbook.model.memory import Memory
from handbook.model.nearest import nearest, nearest_slip
from handbook.model.own_values import Shapes
from handbook.model.section import Section
from handbook.model.validate import Context, keys_of, validate
from handbook.problems import Problem, names_of, problem
from handbook.read.nodes import Node, Record, Sequence, Text

HEAD = frozenset(key for kind in KINDS.values() for key in keys_of(kind))


class Definitions:
    """Makes definitions, or finds them made by an earlier load."""

    def __init__(
        self,
        sheets: dict[tuple[str, ...], Node],
        memory: Memory | None,
        fields: Node | None,
        own: Shapes | None,
    ) -> None:
        self._memory = memory
        self._sheets = sheets
        self._fields = fields  # as handbook.yml declares them
        self._own = own
        if memory:
            memory.begin()

    def __call__(
        self, node: Node, section: Section
    ) -> tuple[Definition | None, Iterable[Problem]]:
        if self._memory is None:
            return definition_of(node, section, self._own)
        around = (self._sheets.get(each.path) for each in section.lineage)
        above = (*around, self._fields)
        known = self._memory.recall(node, above, section)
        if known is not None:
            return known
        definition, found = definition_of(node, section, self._own)
        if definition is not None:
            self._memory.keep(node, above, definition, found)
        return definition, found


def definition_of(
    node: Node, section: Section, own: Shapes | None = None
) -> tuple[Definition | None, Iterable[Problem]]:
    """Make a definition; without `own`, whatever stands in fields of the handbook's is right."""
    if not isinstance(node, Record):
        return None, [problem("not-a-definition", node.place, "example")]
    node, misspelt = _with_head_as_meant(node)
    missing = [key for key in ("kind", "id") if not node.get(key)]
    if missing:
        kinds = " ".join(KINDS)
        lacking = [problem(f"missing-{key}", node.place, "example", kinds=kinds) for key in missing]
        return None, [*misspelt, *lacking]
    definition, found = _of_kind(node, section, own)
    return definition, [*misspelt, *found]


def _with_head_as_meant(node: Record) -> tuple[Record, list[Problem]]:
    """Return a definition with `kind` and `id` where they are misspelt, and what that tells."""
    head = ("kind", "id")
    if all(key in node for key in head):
        return node, []
    kind = node.get("kind")
    known = set(keys_of(KINDS[kind])) if isinstance(kind, Text) and kind in KINDS else HEAD
    meant = {}
    found = []
    for key, value in node.items():
        near = None if key in known or key in head else nearest_slip(key, head)
        if near and near not in node and near not in meant and isinstance(value, Text):
            listed = names_of(head)
            found.append(
                problem("unknown-key", key.place, "nearest", key=key, nearest=near, known=listed)
            )
            key = Text.at(near, key.path, key.line, key.column, key.block)
        meant[key] = value
    return (Record(node.place, meant), found) if found else (node, [])


def _of_kind(
    node: Record, section: Section, own: Shapes | None
) -> tuple[Definition | None, Iterable[Problem]]:
    kind = node["kind"]
    if not isinstance(kind, Text):
        hint = "list" if isinstance(kind, Sequence) else "mapping"
        return None, [problem("not-text", kind.place, hint)]
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        unknown = problem("unknown-kind", kind.place, "nearest" if near else "kinds",
                          kind=kind, nearest=near, kinds=names_of(KINDS))  # fmt: skip
        if near is None:
            return None, [unknown]
        meant = Text.at(near, kind.path, kind.line, kind.column)
        kind_key = Text.at("kind", kind.path, kind.line, kind.column)
        definition, found = _of_kind(Record(node.place, {**node, kind_key: meant}), section, own)
        return definition, [unknown, *found]
    body = Record(node.place, {key: value for key, value in node.items() if key != "kind"})
    definition, found = validate(KINDS[kind], body, Context(section, str(kind), own))
    if definition is not None:
        found += unfit_names(definition.id, definition.address, definition.place_of("id"))
    return definition, found
