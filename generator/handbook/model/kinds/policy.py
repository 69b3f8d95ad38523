"""Policies (制度): rules in articles."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from handbook.model.kinds.definition import ControlledDocument
from handbook.model.kinds.picture import Pictures
from handbook.model.nearest import nearest
from handbook.model.own_values import OwnOfArticle
from handbook.model.part import Part
from handbook.model.references import AnyRefs, AppliesTo
from handbook.model.values import AtLeastOne, Cells, Date, Id, Line, Prose, Proses, fault
from handbook.read.nodes import Node, Record


class _Row:
    """Let a row be written as {cells: [...], note: ...} where a note for editors is wanted."""

    def as_cells(self, node: Node) -> Node:
        if not isinstance(node, Record):
            return node
        for key in node:
            if key not in ("cells", "note"):
                near = nearest(key, ("cells", "note"))
                hint = "nearest" if near else "known"
                raise fault("unknown-key", key, hint, key=key, nearest=near, known="cells note")
        if "cells" not in node:
            raise fault("missing-field", node, "add", key="cells")
        return node["cells"]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.as_cells, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        cells = {"type": "object", "required": ["cells"], "additionalProperties": False}
        return {"anyOf": [handler(schema), cells | {"properties": {"cells": {}, "note": {}}}]}


Row = Annotated[Cells, _Row()]


class Table(Part):
    """A table: the heads of its columns, and its rows."""

    absent_when_open: ClassVar = frozenset({"rows"})
    columns: Cells
    rows: tuple[Row, ...] = ()
    note: Line | None = None


class Article(Part):
    """One article of a policy."""

    id: Id
    number: Line | None = None
    title: Line | None = None
    text: Prose | None = None
    items: Proses = ()
    table: Table | None = None
    pictures: Pictures = ()
    own: OwnOfArticle | None = None
    source: Line | None = None
    note: Line | None = None

    def _settle(self, context: Any) -> None:
        if not (self.title or self.text or self.items or self.table or self.pictures):
            raise fault("missing-field", self, "add", key="text")


class Policy(ControlledDocument):
    """A set of rules."""

    kind = "policy"
    folder = "policies"
    order = 40
    sheets = ("policy",)
    registered = True
    instead_of_summary = "purpose"
    concerns = ("applies_to",)
    weight = 1
    ways = None
    purpose: Prose | None = None
    issued: Date | None = None
    applies_to: AppliesTo = ()
    articles: AtLeastOne[Article]
    related: AnyRefs = ()
