"""What every definition has, and what every controlled document has besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Protocol

from pydantic import AfterValidator, PlainValidator, PrivateAttr, WithJsonSchema

from handbook.model.durations import Length
from handbook.model.file_names import why_unfit
from handbook.model.kinds.record import judge
from handbook.model.own_values import Own
from handbook.model.part import Part
from handbook.model.references import AnyRef, Who
from handbook.model.values import (
    ID,
    SCALAR,
    Date,
    Id,
    Line,
    OneOf,
    Prose,
    Proses,
    Some,
    Word,
    Words,
    as_text,
    fault,
    is_open,
)
from handbook.read.nodes import Node, Text

if TYPE_CHECKING:
    from handbook.model.section import Section

STATUSES = ("draft", "active", "retired")


def _draft_while_open(status: Text) -> Text:
    """Take a definition whose status is still to be settled for a draft."""
    if not is_open(status):
        return status
    return Text.at("draft", status.path, status.line, status.column, status.block)


def _as_former_address(node: Node) -> Text:
    """Take the address that a definition had: section/id, or the id alone in its own section."""
    text = as_text(node)
    parts = text.removeprefix("/").split("/")
    if all(ID.fullmatch(part) and not why_unfit(part, text) for part in parts):
        return text
    raise fault("bad-former-address", text, "example", text=text)


FormerAddress = Annotated[Text, PlainValidator(_as_former_address), WithJsonSchema(SCALAR)]


class Change(Part):
    """A row of a document's revision table."""

    version: Word | None = None
    on: Date | None = None
    what: Prose
    why: Prose | None = None
    note: Line | None = None


class HasId(Protocol):
    """A part that others may name."""

    @property
    def id(self) -> Text | None: ...


Status = Annotated[str, OneOf(STATUSES), AfterValidator(_draft_while_open)]


class Definition(Part):
    """The head all kinds share; what a kind declares of itself stands in record.py."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    order: ClassVar[int]
    sheets: ClassVar[tuple[str, ...]]
    registered: ClassVar[bool]
    instead_of_summary: ClassVar[str | None]
    concerns: ClassVar[tuple[str, ...]]
    weight: ClassVar[float]
    ways: ClassVar[str | None]
    controlled: ClassVar[bool] = False

    id: Id
    title: Word
    summary: Prose | None = None
    tags: Words = ()
    asks: Words = ()
    aliases: Words = ()
    audience: Word | None = None
    status: Status = "active"
    replaced_by: AnyRef | None = None
    was: Some[FormerAddress] = ()
    source: Line | None = None
    open: Proses = ()
    own: Own | None = None
    note: Line | None = None

    _section: Section = PrivateAttr()
    _address: str = PrivateAttr()

    def __init_subclass__(cls, *, is_kind: bool = True, **further: Any) -> None:
        super().__init_subclass__(**further)

    @classmethod
    def __pydantic_init_subclass__(cls, *, is_kind: bool = True, **further: Any) -> None:
        super().__pydantic_init_subclass__(**further)
        if is_kind:
            judge(cls)

    def _settle(self, context: Any) -> None:
        self._section = context.section
        self._address = "/".join((*context.section.path, self.id))

    @property
    def section(self) -> Section:
        """The section whose folder holds the file."""
        # Five times as fast as self._section, which pydantic looks up.
        private: dict[str, Section] = self.__pydantic_private__  # type: ignore[assignment]  # born whole
        return private["_section"]

    @property
    def address(self) -> str:
        """The id from the root: section/id."""
        private: dict[str, str] = self.__pydantic_private__  # type: ignore[assignment]  # born whole
        return private["_address"]

    @property
    def former_addresses(self) -> tuple[str, ...]:
        """The addresses it had; an id alone is one of its own section."""
        path = "/".join(self.section.path)
        return tuple(
            str(each).removeprefix("/") if "/" in each or not path else f"{path}/{each}"
            for each in self.was
        )

    @property
    def onward(self) -> tuple[HasId, ...]:
        """The parts that `go` and `next` may name within it: steps, or lines."""
        parts: tuple[HasId, ...] = getattr(self, self.ways) if self.ways else ()
        return parts

    @property
    def is_live(self) -> bool:
        """Whether people work by it: neither a draft nor retired."""
        return self.status == "active"

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written."""
        return self.status == "draft"

    @property
    def is_retired(self) -> bool:
        """Whether nobody works by it any more."""
        return self.status == "retired"

    def __hash__(self) -> int:
        return hash(self.address)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __repr__(self) -> str:
        return f"<{self.kind} {self.address}>"


class ControlledDocument(Definition, is_kind=False):
    """A definition under document control; a section's defaults fill what is not written."""

    controlled: ClassVar[bool] = True

    code: Word | None = None
    version: Word | None = None
    effective: Date | None = None
    reviewed: Date | None = None
    owner: Who = ()
    approved_by: Who = ()
    review_every: Length | None = None
    changes: Some[Change] = ()
