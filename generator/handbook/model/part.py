"""The base of everything an editor writes: frozen, complete, and aware of its place."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar, Self, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from handbook.model.values import fault, is_open
from handbook.problems import Place
from handbook.read.nodes import Node, Record, Text


class Part(BaseModel):
    """A mapping of the YAML as a typed, frozen object.

    `shorthand` names the key that a bare text stands for: with shorthand "within",
    `within: 24小时` reads as `within: {within: 24小时}`.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=False
    )
    shorthand: ClassVar[str | None] = None
    absent_when_open: ClassVar[frozenset[str]] = frozenset()  # keys whose type has no word for 待定
    _written: Record = PrivateAttr()

    @model_validator(mode="wrap")
    @classmethod
    def _remember_what_was_written(
        cls, node: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        record = cls._spelt_out(node)
        part = handler(cls._answered(record))
        part._written = record
        part._settle(info.context)
        return part

    @classmethod
    def _spelt_out(cls, node: Node) -> Record:
        if isinstance(node, Record):
            return node
        if cls.shorthand and isinstance(node, Text):
            return Record(node.place, {Text.at(cls.shorthand, *_spot(node)): node})
        raise fault("not-a-mapping", node, "text" if isinstance(node, Text) else "list")

    @classmethod
    def _answered(cls, record: Record) -> Record:
        """Leave out keys that say nothing yet.

        An empty line in a form is not an answer; nor is 待定 where parts of several keys belong
        (it stays in what was written, for the register of open points). A key that is not known
        is told, empty or not: in brackets it may be the end of a text with a comma.
        """
        parts, known = cls._keys_of_parts(), cls._known_keys()
        unanswered = [
            key
            for key, value in record.items()
            if isinstance(value, Text) and key in known
            and (not value.strip() or (key in parts and is_open(value)))
        ]
        if not unanswered:
            return record
        return Record(record.place, {k: v for k, v in record.items() if k not in unanswered})

    @classmethod
    @cache
    def _known_keys(cls) -> frozenset[str]:
        fields = cls.model_fields.items()
        return frozenset(str(field.alias or name) for name, field in fields) | {"kind"}

    @classmethod
    @cache
    def _keys_of_parts(cls) -> frozenset[str]:
        """The keys that hold what no single word can stand for."""
        return cls.absent_when_open | frozenset(
            str(field.alias or name)
            for name, field in cls.model_fields.items()
            if not field.is_required() and _holds_long_parts(field.annotation)
        )

    def _settle(self, context: Any) -> None:
        """Take what a part needs from the file it stands in; most need nothing."""

    @property
    def place(self) -> Place:
        """Where this part begins."""
        # Many times as fast as self._written, which pydantic looks up.
        private: dict[str, Record] = self.__pydantic_private__  # type: ignore[assignment]  # born whole
        return private["_written"].place

    def node_of(self, key: str) -> Node | None:
        """Return what is written under a key; None where it is not there."""
        return self._written.get(key)

    def place_of(self, key: str) -> Place:
        """Where the value of `key` stands; the part's own place when the key is not written."""
        value = self._written.get(key)
        return self.place if value is None else value.place

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        json_schema = handler(schema)
        if not cls.shorthand:
            return json_schema
        text = handler.resolve_ref_schema(json_schema)["properties"][cls.shorthand]
        return {"anyOf": [{k: v for k, v in text.items() if k != "title"}, json_schema]}


def _holds_long_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation.shorthand is None
    inner = getattr(annotation, "__args__", ())
    return get_origin(annotation) is dict or any(_holds_long_parts(each) for each in inner)


def _spot(text: Text) -> tuple[str, int, int]:
    return text.path, text.line, text.column
