"""Policies (制度): rules in articles."""

from __future__ import annotations

from typing import ClassVar

from handbook.model.kinds.definition import ControlledDocument
from handbook.model.part import Part
from handbook.model.references import refer_to
from handbook.model.values import Date, Id, Line, Lines, Prose, Proses, at_least_one


class Table(Part):
    """A table: the heads of its columns, and its rows."""

    columns: Lines
    rows: tuple[Lines, ...] = ()
    note: Line | None = None


class Article(Part):
    """One article of a policy."""

    id: Id
    number: Line | None = None
    title: Line | None = None
    text: Prose | None = None
    items: Proses = ()
    table: Table | None = None
    source: Line | None = None
    note: Line | None = None


class Policy(ControlledDocument):
    """A set of rules."""

    kind: ClassVar = "policy"
    folder: ClassVar = "policies"
    purpose: Prose | None = None
    issued: Date | None = None
    applies_to: refer_to("role", "unit", "procedure") = ()
    articles: at_least_one(Article)
    related: refer_to() = ()
