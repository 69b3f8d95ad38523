"""Every name by which what few may read could be given away, and how it is found in a text.

A name is a title, an alias, a code, an id or address, the title or folder of a section, the title
or address of a page written by hand. All of two signs and more count, whatever they are made of:
no list of ordinary words is kept here, for which words give nothing away only people know (they
say so in content/known-findings.yml). What a lower reader meets anyhow, because something for that
reader bears the same name, is no name of this kind.

A name is found however it is typed (model/audiences/evened.py); Latin letters and
figures only as whole words (for ids and codes a hyphen belongs to the word, as it does to them).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from handbook.languages import record_of
from handbook.model.audiences.evened import evened
from handbook.model.audiences.level import level_of, level_of_page, level_of_section
from handbook.model.handbook import Handbook
from handbook.model.index import names_of
from handbook.model.kinds import Definition
from handbook.model.values import is_open
from handbook.problems import Place

SHORTEST = 2  # signs; a single one is part of everything
_WORD = re.compile(r"[0-9a-z_]")
_END = r"0-9a-z_"
_PLAIN = re.compile("[a-z]+")


Kind = Literal["title", "alias", "code", "id", "section", "page"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name of what is kept for `level` and above.

    `words` is the name as written, `key` as it is searched for, and `kind` what sort of name it
    is; `title` and `where` tell of what bears it. `bearer` is the definition that [[id]] mentions;
    None for a section or a page.
    """

    words: str
    key: str
    level: int
    title: str
    where: Place
    kind: Kind
    bearer: Definition | None = None
    is_id: bool = False  # or a code, an address, a folder

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the name stands in a text that is evened out."""
        pattern = re.escape(self.key)
        letters = _END + "-" * self.is_id
        if _WORD.match(self.key):
            pattern = rf"(?<![{letters}]){pattern}"
        if _WORD.match(self.key[-1]):
            pattern = rf"{pattern}(?![{letters}])"
        for match in re.finditer(pattern, text):
            yield match.span()


class Names:
    """The names in a handbook: who meets each at the lowest, and which of them are kept back."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.levels = {id(each): level_of(handbook, each) for each in handbook.definitions}
        self.lowest: dict[tuple[str, ...], int] = {}  # at which something of each section is read
        for each in handbook.definitions:
            for section in each.section.lineage:
                level = self.levels[id(each)]
                self.lowest[section.path] = min(level, self.lowest.get(section.path, level))
        self._around: dict[tuple[str, int], list[str]] = {}  # longer names, by name and reader
        self.lowest[()] = 0  # the organisation itself is there for everyone
        for section in handbook.sections[1:]:
            if section.path not in self.lowest:  # nothing is in it yet: who may read what will be
                around = self.lowest[section.path[:-1]]
                self.lowest[section.path] = max(around, level_of_section(handbook, section))

    @cached_property
    def all(self) -> tuple[Name, ...]:
        """Every name there is, with the level that may read what bears it."""
        found = (*self._of_definitions(), *self._of_sections(), *self._of_pages())
        return tuple(
            name for name in found if len(name.key) >= SHORTEST and not is_open(name.words)
        )

    @cached_property
    def met(self) -> dict[str, int]:
        """The lowest level that meets each name, by its key: what all may read, all may say."""
        settings = self.handbook.settings
        met = {evened(str(each)): 0 for each in (settings.title, settings.organisation)}
        for name in self.all:
            met[name.key] = min(name.level, met.get(name.key, name.level))
        return met

    @cached_property
    def narrow(self) -> tuple[Name, ...]:
        """The names of what is not for everyone, each once a level; titles go before ids."""
        once: dict[tuple[str, int], Name] = {}
        for name in sorted(self.all, key=lambda name: name.is_id):
            if name.level and self.met[name.key] == name.level:
                once.setdefault((name.key, name.level), name)
        return tuple(once.values())

    def above(self, highest: int) -> tuple[Name, ...]:
        """Return the names that nobody up to a level meets."""
        return tuple(name for name in self.narrow if name.level > highest)

    def is_within_longer(self, key: str, reader: int, text: str, start: int, end: int) -> bool:
        """Tell whether a name in a text is only part of a longer one that a reader meets anyhow."""
        for longer in self._longer(key, reader):
            at = text.find(longer, max(0, end - len(longer)), start + len(longer))
            if 0 <= at <= start and end <= at + len(longer):
                return True
        return False

    def _longer(self, key: str, reader: int) -> list[str]:
        asked = key, reader
        if asked not in self._around:
            self._around[asked] = [
                each
                for each, level in self.met.items()
                if level <= reader and key in each and each != key
            ]
        return self._around[asked]

    def _of_definitions(self) -> Iterator[Name]:
        for each in self.handbook.definitions:
            level, title, place = self.levels[id(each)], str(each.title), each.place
            for name in names_of(each):
                called: Literal["title", "alias"] = "title" if name == title else "alias"
                yield Name(name, evened(name), level, title, place, called, each)
            ids: list[tuple[Literal["code", "id"], str | None]] = [
                ("code", getattr(each, "code", None)), ("id", self._telling(str(each.id))),
            ]  # fmt: skip
            ids += [("id", each.address)] if "/" in each.address else []
            if self._telling(str(each.id)) is None:  # but the address of its page is no word
                ids.append(("id", f"{each.folder}/{each.id}"))
            for kind, words in ids:
                if words:
                    key = evened(words)
                    yield Name(str(words), key, level, title, place, kind, each, is_id=True)

    def _of_sections(self) -> Iterator[Name]:
        for section in self.handbook.sections[1:]:
            level, title = self.lowest[section.path], section.title
            place = section.sheet.place if section.sheet else Place(f"content/{section.address}")
            yield Name(title, evened(title), level, title, place, "section")
            for words in dict.fromkeys(map(self._telling, (section.path[-1], section.address))):
                if words:
                    key = evened(words)
                    yield Name(words, key, level, title, place, "section", is_id=True)

    def _of_pages(self) -> Iterator[Name]:
        for page in self.handbook.written:
            level, place = level_of_page(self.handbook, page), Place(page.path)
            title = str(page.title or page.uri)
            yield Name(title, evened(title), level, title, place, "page")
            for uri in (page.uri, page.uri.rpartition(".")[0] + ".html"):
                yield Name(uri, evened(uri), level, title, place, "page", is_id=True)

    def _telling(self, id: str) -> str | None:
        """Return an id, unless it cannot be told from a word: in letters, `time` is just time."""
        is_of_signs = record_of(str(self.handbook.settings.language)).is_of_signs
        return None if not is_of_signs and _PLAIN.fullmatch(id) else id


def holds_any(names: Iterable[Name], words: str) -> bool:
    """Tell whether one of the names stands in some words."""
    text = evened(words)
    return any(name.key in text and any(name.spans(text)) for name in names)
