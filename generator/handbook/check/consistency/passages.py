"""Every text that a build prints, and who reads it at the lowest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from handbook.model.audiences.kept_back import NO_TEXT
from handbook.model.audiences.level import level_of_page, levels_of_files
from handbook.model.audiences.names import Names
from handbook.model.handbook import Handbook
from handbook.model.limits import Span
from handbook.model.part import Part
from handbook.model.references import Reference, Scope
from handbook.model.walk import leaves
from handbook.model.written import WrittenPage
from handbook.problems import Place
from handbook.read.nodes import Text

# Fields that are not published, and those that hold one of a few words of the tool's own.
SILENT = frozenset({
    "note", "audience", "audiences", "channel", "language", "mode", "paper", "requires", "sense",
    "status", "type", "was", "file", "width",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, the level that may read it, and how ids in it are looked up.

    `owner` is what it is part of: the path of a file, or the address of a definition. `prose` is
    the text with blanks where a mention stays as it is typed: in code, and in ids. `lines` are
    those of a page written by hand, which is one text.
    """

    text: str  # where it has no `lines`, it knows its place
    reader: int
    scope: Scope
    owner: str
    prose: str
    lines: tuple[Text, ...] = field(default=(), repr=False)
    is_drawn: bool = False  # as a reader sees it, and not as it is typed

    def place(self, offset: int) -> Place:
        """Tell where the character at `offset` stands."""
        if isinstance(self.text, Text):
            return self.text.offset_place(offset)
        starts = [0]
        for line in self.lines[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        at = bisect_right(starts, offset) - 1
        return self.lines[at].offset_place(offset - starts[at])


def passages(handbook: Handbook, names: Names, below: int) -> Iterator[Passage]:
    """Yield the texts of everything that is read at a lower level than `below`."""
    parts: list[tuple[Part, int, Scope, str]] = [
        (handbook.settings, 0, (), handbook.settings.place.path)
    ]
    for section in handbook.sections:
        if section.sheet:
            reader, path = names.lowest[section.path], section.sheet.place.path
            parts.append((section.sheet, reader, section.path, path))
    for each in handbook.definitions:
        parts.append((each, names.levels[id(each)], each.section.path, each.address))
    for part, reader, scope, owner in parts:
        if reader < below:
            for text, is_prose in _texts(handbook, part):
                yield Passage(text, reader, scope, owner, text if is_prose else " " * len(text))
    yield from _file_names(handbook, names, below)
    for page in handbook.written:
        reader = level_of_page(handbook, page)
        if reader < below:
            for text in page.head:
                yield Passage(text, reader, (), page.path, " " * len(text))
            prose = "\n".join(page.prose)
            yield Passage("\n".join(page.lines), reader, (), page.path, prose, page.lines)
            drawn = _drawn(page)
            yield Passage(drawn, reader, (), page.path, str(drawn), is_drawn=True)
    readers = levels_of_files(handbook)
    for file in handbook.beside:
        reader = readers[file.uri]
        if reader < below:
            yield _name_of_file(file.path, reader)
            whole = "\n".join(file.lines)
            yield Passage(whole, reader, (), file.path, " " * len(whole), file.lines)


def _drawn(page: WrittenPage) -> Text:
    """Return what a reader sees of a page, and where its links lead."""
    addresses = (unquote(each.plain) for each in page.parsed.addresses)
    return Text.at("\n".join((page.parsed.words, *addresses)), page.path, 1, 1, block=True)


def _texts(handbook: Handbook, part: Part) -> Iterator[tuple[Text, bool]]:
    """Yield the texts in a part, each with whether mentions in it are written anew."""
    for leaf in leaves(part):
        text = leaf.value
        if leaf.field in SILENT:
            continue
        if isinstance(text, Reference):
            if text.soft and handbook.find(text) is None:
                yield text.text, True
            continue
        yield text, leaf.field not in NO_TEXT
    unseen: list[tuple[Text, bool]] = []
    _gather(part, unseen)
    yield from unseen


def _gather(value: Any, found: list[tuple[Text, bool]]) -> None:
    """Collect what leaves() does not give: words for a standard, names of slots and days."""
    kind = type(value)
    if kind is tuple:
        for item in value:
            _gather(item, found)
    elif kind is Span:
        if value.standard is not None:
            found.append((value.text, True))
    elif kind is dict:
        for name, item in value.items():
            at = name if isinstance(name, Text) else item.place
            found.append((Text.at(name, at.path, at.line, at.column, block=True), False))
    elif isinstance(value, Part):
        for inner in value.__dict__.values():
            if inner is not None and inner != ():
                _gather(inner, found)


def _file_names(handbook: Handbook, names: Names, below: int) -> Iterator[Passage]:
    """Yield the path of every file that holds something: it is exported."""
    readers: dict[str, int] = {}
    for each in handbook.definitions:
        level, path = names.levels[id(each)], each.place.path
        readers[path] = min(level, readers.get(path, level))
    for page in handbook.written:
        readers[page.path] = level_of_page(handbook, page)
    for path, reader in readers.items():
        if reader < below:
            yield _name_of_file(path, reader)


def _name_of_file(path: str, reader: int) -> Passage:
    """Return the path of a file below content/ as a text."""
    name = Text.at(path.removeprefix("content/"), path, 1, 1, block=True)
    return Passage(name, reader, (), path, " " * len(name))
