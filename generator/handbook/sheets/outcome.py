"""What comes of rendering a sheet: a PDF, or why there is none. Plain values, which travel."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Misfit:
    """A rule broken on paper, and the measured value.

    `step` says what it is about: a step; in a book a definition, or "definition#step"; "" for the
    whole. `words` are some of those it is about, by which it is found in the YAML; `hint` names
    the cure among those of its rule.
    """

    rule: str
    step: str
    value: str
    words: str = ""
    hint: str = "shorten"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A sheet as PDF: its bytes, how many pages, and the size of the first in millimetres.

    `misfits` is what was found on its pages; see sheets/fit.py.
    """

    pdf: bytes
    pages: int
    size_mm: tuple[int, int]
    misfits: tuple[Misfit, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A sheet that could not be made, and why.

    `beyond` names the limit it went beyond, with how much was allowed: ("pages", 150). Where no
    sheet can be made: `no_pango`, or `is_unlike` for a machine that would make other ones.
    """

    reason: str
    no_pango: bool = False
    beyond: tuple[str, int] | None = None
    is_unlike: bool = False
