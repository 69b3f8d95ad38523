"""Names of what few may read, typed bare where many read: no build for those many may print them.

A mention (`[[id]]`, 《title》) turns into plain words by itself where its reader may not see what
it names; words that are merely typed cannot. Only telling names count: 客户投诉处理办法 gives away
a document, 投诉 does not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from handbook.model.audience import level_of, level_of_page
from handbook.model.handbook import Handbook, names_of
from handbook.model.inline import mentions
from handbook.model.kinds import Definition, Role, Unit
from handbook.model.references import Reference, Scope
from handbook.model.walk import leaves
from handbook.problems import Place, Problem, problem
from handbook.read.nodes import Text

RULE = "bare-narrower-name"
RUN = 4  # signs; no telling name is shorter
TELLING = 8  # signs a title needs to give something away, a Chinese one counting for two
SILENT = frozenset({"id", "pattern", "note"})  # fields that name nothing, or are not published
_LATIN = re.compile(r"[0-9A-Za-z_]")
_PLAIN_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name that gives something away: what bears it, and the level that may read it."""

    words: str
    level: int
    title: str
    id: str | None  # None for what no [[id]] can mention: a section or a page
    where: Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, the level that may read it, and how ids in it are looked up.

    `prose` is the text without its code, as long as the text.
    """

    text: Text
    reader: int
    scope: Scope
    prose: str


def bare_names(handbook: Handbook) -> Iterator[Problem]:
    """A telling name does not stand bare where people read who may not see what bears it."""
    if not handbook.settings_are_whole:
        return
    yield from _Search(handbook).problems()


def leaks(problems: Iterable[Problem], handbook: Handbook, audience: str) -> list[Problem]:
    """Return the findings of this rule that would give something away to an audience."""
    known = [str(each) for each in handbook.settings.audiences]
    highest = known.index(audience)
    found = (each for each in problems if each.rule == RULE)
    told = ((each, dict(each.details)) for each in found)
    return [
        each
        for each, details in told
        if known.index(details["reader"]) <= highest < known.index(details["audience"])
    ]


class _Search:
    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.levels = {id(each): level_of(handbook, each) for each in handbook.definitions}
        self.titles = {name for each in handbook.definitions for name in names_of(each)}
        # The lowest level that meets each name or id: what all may read, all may say.
        self.met: dict[str, int] = {}
        for each in handbook.definitions:
            for name in (*names_of(each), str(each.id)):
                level = self.levels[id(each)]
                self.met[name] = min(level, self.met.get(name, level))

    @cached_property
    def names(self) -> list[Name]:
        """The telling names of all that is not for everyone."""
        found = (*self._of_definitions(), *self._of_sections(), *self._of_pages())
        once = {(name.words, name.level): name for name in reversed(found)}
        return [
            name for name in once.values() if self.met.get(name.words, name.level) >= name.level
        ]

    def _of_definitions(self) -> Iterator[Name]:
        for each in self.handbook.definitions:
            level = self.levels[id(each)]
            if not level or isinstance(each, Role | Unit):  # who works here is said to everyone
                continue
            code = getattr(each, "code", None)
            words = [name for name in names_of(each) if _is_telling(name)]
            words += [str(code)] if code and _is_telling_code(str(code)) else []
            words += [str(each.id)] if self._is_telling_id(str(each.id)) else []
            words += [each.address] if "/" in each.address else []
            if self.met[str(each.id)] >= level:  # as a page's address, and as a mention in code
                words += [f"{each.folder}/{each.id}", f"[[{each.id}]]", f"[[{each.id}|"]
            for word in words:
                yield Name(word, level, str(each.title), str(each.id), each.place)

    def _of_sections(self) -> Iterator[Name]:
        lowest = self._lowest()
        for section in self.handbook.sections[1:]:
            level = lowest.get(section.path, 0)
            if level and section.sheet and _is_telling(section.title):
                yield Name(section.title, level, section.title, None, section.sheet.place)

    def _of_pages(self) -> Iterator[Name]:
        for page in self.handbook.written:
            level = level_of_page(self.handbook, page)
            if level:
                title = str(page.title or page.uri)
                names = (page.uri, page.uri.rpartition(".")[0] + ".html", title)
                for name in names:
                    if name is not title or _is_telling(name):
                        yield Name(name, level, title, None, Place(page.path))

    def _lowest(self) -> dict[Scope, int]:
        """Return the level at which something of each section is read."""
        lowest: dict[Scope, int] = {}
        for each in self.handbook.definitions:
            for section in each.section.lineage:
                level = self.levels[id(each)]
                lowest[section.path] = min(level, lowest.get(section.path, level))
        return lowest

    def _is_telling_id(self, id: str) -> bool:
        """In Chinese text any word-with-hyphen is an id; in English it may be a follow-up."""
        hyphens = id.count("-")
        return hyphens > 1 or (hyphens == 1 and str(self.handbook.settings.language) != "en")

    def problems(self) -> Iterator[Problem]:
        by_reader: dict[int, list[Passage]] = {}
        for passage in self._passages(max((name.level for name in self.names), default=0)):
            by_reader.setdefault(passage.reader, []).append(passage)
        for reader, passages in by_reader.items():
            yield from self._among(passages, [n for n in self.names if n.level > reader])

    def _among(self, passages: list[Passage], names: Iterable[Name]) -> Iterator[Problem]:
        """Yield the problems in passages for one level: all are searched as one text."""
        whole = "\n".join(each.text for each in passages)
        starts = list(accumulate((len(each.text) + 1 for each in passages), initial=0))
        # Thousands of names, a megabyte of text: what cannot stand there is not looked for.
        runs = {whole[at : at + RUN] for at in range(len(whole))}
        for name in names:
            words = name.words
            if all(words[at : at + RUN] in runs for at in range(len(words) - RUN + 1)):
                for start, end in _places(words, whole):
                    at = bisect_right(starts, start) - 1
                    yield from self._judged(name, passages[at], start - starts[at], end - start)

    def _passages(self, below: int) -> Iterator[Passage]:
        """Yield the texts of everything that is for a lower level than `below`."""
        handbook = self.handbook
        lowest = self._lowest()
        parts = [(handbook.settings, 0, ())]
        parts += [(s.sheet, lowest.get(s.path, 0), s.path) for s in handbook.sections if s.sheet]
        parts += [(d, self.levels[id(d)], d.section.path) for d in handbook.definitions]
        for part, reader, scope in parts:
            if reader >= below:
                continue
            for leaf in leaves(part):
                text = leaf.value
                if isinstance(text, Reference):
                    if self.handbook.find(text) is not None or not text.soft:
                        continue
                    text = text.text
                if leaf.field not in SILENT:
                    yield Passage(text, reader, scope, text)
        for page in handbook.written:
            reader = level_of_page(handbook, page)
            if reader >= below:
                continue
            for line, prose in zip(page.lines, page.prose, strict=True):
                yield Passage(line, reader, (), prose)

    def _judged(
        self, name: Name, passage: Passage, start: int, length: int
    ) -> Iterator[Problem]:
        """Yield the problem of a name in a passage, if nothing excuses it."""
        end, names = start + length, self.handbook.settings.audiences
        if not self._is_said(start, end, name, passage) and not self._is_part_of_another(
            start, end, name, passage
        ):
            yield problem(
                RULE, passage.text.offset_place(start), "mention" if name.id else "rephrase",
                name=name.words, title=name.title, id=name.id or "", where=name.where,
                audience=names[name.level], reader=names[passage.reader],
            )  # fmt: skip

    def _is_said(self, start: int, end: int, name: Name, passage: Passage) -> bool:
        """Tell whether the name stands in a mention that turns into other words by itself.

        What it turns into is said in model/kept_back.py.
        """
        around = (m for m in mentions(passage.prose) if m.start <= start and end <= m.end)
        mention = next(around, None)
        if mention is None:
            return False
        if mention.title is not None:
            found = self.handbook.titled(mention.title, passage.scope)
            is_hidden = bool(found) and self._are_narrower(found, name)
            return is_hidden or (mention.title == name.words and name.words in self.titles)
        bar = passage.text.find("|", mention.start, mention.end)
        if not 0 <= bar < start:  # the id is what is mentioned; words are kept, but for titles
            return True
        found = tuple(self.handbook.candidates(mention.id or "", passage.scope))[:1]
        return name.words in self.titles and self._are_narrower(found, name)

    def _are_narrower(self, found: Iterable[Definition], name: Name) -> bool:
        """Tell whether all these are kept back wherever what bears the name is."""
        return all(self.levels[id(each)] >= name.level for each in found)

    def _is_part_of_another(self, start: int, end: int, name: Name, passage: Passage) -> bool:
        """Tell whether it only is part of a longer name that this reader meets anyhow."""
        for longer, level in self.met.items():
            if level <= passage.reader and len(longer) > len(name.words) and name.words in longer:
                at = passage.text.find(longer, max(0, end - len(longer)), start + len(longer))
                if 0 <= at <= start and end <= at + len(longer):
                    return True
        return False


def _is_telling(name: str) -> bool:
    width = sum(1 if sign.isascii() else 2 for sign in name)
    return width >= TELLING and not _PLAIN_WORD.fullmatch(name)


def _is_telling_code(code: str) -> bool:
    return len(code) > 3 and any(sign.isdigit() for sign in code)


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands; Latin letters, figures and hyphens only as whole words."""
    pattern = re.escape(name)
    if _LATIN.match(name):
        pattern = rf"(?<![0-9A-Za-z_-]){pattern}"
    if _LATIN.match(name[-1]):
        pattern = rf"{pattern}(?![0-9A-Za-z_-])"
    for match in re.finditer(pattern, text):
        yield match.span()
