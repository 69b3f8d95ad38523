"""Take some sheets of a handbook: all kinds in turn, and a book; before and after a change."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from pathlib import Path

from handbook.compose.books.sheets import books_in, compose_book
from handbook.compose.kinds.sheets import compose_sheet, sheets_in
from handbook.compose.sheets import Printable
from handbook.compose.templates.environment import environment
from handbook.model.handbook import Handbook
from handbook.model.load import load
from handbook.model.section import Section

KINDS = ("checklist", "procedure", "card", "form", "script", "policy")


@dataclass(frozen=True)
class Sample:
    """Sheets and a book, and the same after the title of one procedure has changed."""

    sheets: Sequence[Printable]
    changed: Sequence[Printable]

    @property
    def changes(self) -> int:
        """How many of them are others than before."""
        before = {sheet.html for sheet in self.sheets}
        return sum(sheet.html not in before for sheet in self.changed)


def sample_of(project: Path, most: int) -> Sample:
    """Compose up to `most` sheets, and the book of one section, a procedure of which is changed."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        for name in ("content", "templates"):
            if (project / name).is_dir():
                shutil.copytree(project / name, copy / name)
        before = _composed(copy, most)
        _change(copy, load(copy).handbook)
        return Sample(before, _composed(copy, most))


def _composed(project: Path, most: int) -> Sequence[Printable]:
    handbook, templates = load(project).handbook, environment(project)
    section = _section(handbook)
    return [
        compose_book(handbook, templates, section),
        *(compose_sheet(handbook, templates, *each) for each in islice(_mixed(handbook), most)),
    ]


def _section(handbook: Handbook) -> Section:
    """Return the section of the smallest book that has a procedure."""
    return min(
        (section for section in books_in(handbook) if _procedures(handbook, section)),
        key=lambda section: sum(each.section is section for each in handbook.definitions),
    )


def _procedures(handbook: Handbook, section: Section) -> list:
    return [
        each
        for each in handbook.definitions
        if each.section is section and each.kind == "procedure"
    ]


def _mixed(handbook: Handbook) -> Iterator[tuple]:
    """Yield sheets of all kinds in turn, so that few are as mixed as all: of the section first."""
    section = _section(handbook)
    of_kind: dict[str, list] = {kind: [] for kind in KINDS}
    for definition, kind in sheets_in(handbook):
        if kind in of_kind:
            of_kind[kind].append((definition, kind))
    for sheets in of_kind.values():
        sheets.sort(key=lambda each: each[0].section is not section)
    for turn in zip_longest(*of_kind.values()):
        yield from filter(None, turn)


def _change(project: Path, handbook: Handbook) -> None:
    """Give the first procedure of the section another title."""
    procedure = _procedures(handbook, _section(handbook))[0]
    file = project / procedure.place.path
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    title = str(procedure.title)
    number = next(
        number
        for number, line in enumerate(lines[procedure.place.line - 1 :], procedure.place.line - 1)
        if title in line
    )
    lines[number] = lines[number].replace(title, title + "二", 1)
    file.write_text("".join(lines), encoding="utf-8")
