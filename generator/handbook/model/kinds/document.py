"""Documents kept elsewhere: contracts, identity papers, price lists, laws."""

from __future__ import annotations

from handbook.model.durations import Retention
from handbook.model.kinds.definition import Definition
from handbook.model.references import Who
from handbook.model.values import Line, YesNo


class Document(Definition):
    """Something this handbook refers to but does not contain."""

    kind = "document"
    folder = "documents"
    order = 90
    sheets = ()
    registered = False
    instead_of_summary = None
    concerns = ("owner",)
    weight = 1
    ways = None
    where: Line | None = None
    owner: Who = ()
    external: YesNo = False
    keep: Retention | None = None
