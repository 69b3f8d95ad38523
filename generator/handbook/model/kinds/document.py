"""Documents kept elsewhere: contracts, identity papers, price lists, laws."""

from __future__ import annotations

from typing import ClassVar

from handbook.model.durations import Retention
from handbook.model.kinds.definition import Definition
from handbook.model.references import Who
from handbook.model.values import Line, YesNo


class Document(Definition):
    """Something this handbook refers to but does not contain."""

    kind: ClassVar = "document"
    folder: ClassVar = "documents"
    where: Line | None = None
    owner: Who = ()
    external: YesNo = False
    keep: Retention | None = None
