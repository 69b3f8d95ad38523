"""Terms explain themselves where they first occur on a page: <abbr title="…">.

The pass runs over composed pages, whose text is escaped HTML already: it only wraps words that
stand there, never inside links, headings, labels, pictures or code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape

from handbook.compose.frame.page import Page
from handbook.compose.setting.plain_words import bare
from handbook.compose.setting.typeset import Typesetter
from handbook.model.handbook import Handbook
from handbook.model.index import names_of
from handbook.model.kinds import Term
from handbook.model.section import Section

MOST = 160  # characters of an explanation; the term's own page has the rest
SHORTEST = 2  # a single Chinese character is part of too many words
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_QUIET = frozenset(
    (
        "a", "abbr", "button", "caption", "code", "dfn", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
        "label", "nav", "option", "pre", "script", "select", "style", "summary", "svg", "th",
        "title",
    )
)  # fmt: skip
_QUIET_CLASS = re.compile(r'class="[^"]*\b(?:label|code|control|ref|step__number|mark)\b')
_LATIN = r"[0-9A-Za-z]"


@dataclass(frozen=True, slots=True)
class Explained:
    """A term: the names by which it is met, escaped as on a page, and its explanation."""

    address: str
    names: tuple[str, ...]
    meaning: str


class Glossary:
    """The terms of a handbook, as each section sees them."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self._sections = {section.path: section for section in handbook.sections}
        self._of_section: dict[tuple[str, ...], dict[str, Explained]] = {}

    def seen_from(self, section: Section) -> Mapping[str, Explained]:
        """Return the terms by name; those of a nearer section go before those further out."""
        if section.path not in self._of_section:
            seen: dict[str, Explained] = {}
            for each in reversed(section.lineage):
                for term in self.handbook.in_section(each):
                    if isinstance(term, Term) and term.is_live:
                        explained = _explained(term, self.handbook)
                        seen |= dict.fromkeys(explained.names, explained)
            self._of_section[section.path] = seen
        return self._of_section[section.path]

    def section_of(self, uri: str) -> Section:
        """Return the section in which a page stands."""
        folders = tuple(uri.split("/")[:-1])
        return next(
            self._sections[folders[:depth]]
            for depth in range(len(folders), -1, -1)
            if folders[:depth] in self._sections
        )


def _explained(term: Term, handbook: Handbook) -> Explained:
    setter = Typesetter(handbook, term.section.path, lambda target, words: words)
    meaning = bare(setter.line(term.definition))
    if len(meaning) > MOST:
        meaning = meaning[: MOST - 1].rstrip() + "…"
    names = tuple(escape(name) for name in names_of(term) if len(name) >= SHORTEST)
    return Explained(term.address, names, meaning)


def with_tooltips(pages: Iterable[Page], glossary: Glossary) -> Iterator[Page]:
    """Yield the pages with terms explained: the pages of definitions and of sections."""
    for page in pages:
        if page.source is not None:
            seen = glossary.seen_from(glossary.section_of(page.uri))
            page = replace(page, markdown=explained(page.markdown, seen, _own(page.uri)))
        yield page


def _own(uri: str) -> str:
    """Return the address of the term whose page this is, if it is one."""
    return uri.removesuffix(".md").replace(f"{Term.folder}/", "", 1)


def explained(markdown: str, terms: Mapping[str, Explained], own: str = "") -> str:
    """Explain each term once in the HTML of a page; `own` is the address of the page's own term."""
    met = [name for name, term in terms.items() if name in markdown and term.address != own]
    if not met:
        return markdown
    words = re.compile("|".join(map(_pattern, sorted(met, key=len, reverse=True))))
    done: set[str] = set()

    def explain(match: re.Match[str]) -> str:
        term = terms[match[0]]
        if term.address in done:
            return match[0]
        done.add(term.address)
        meaning = escape(term.meaning).replace("\n", " ")
        return f'<abbr class="term" title="{meaning}" tabindex="0">{match[0]}</abbr>'

    head, text = _without_head(markdown)
    lines = text.split("\n")
    quiet: list[str] = []
    for number, line in enumerate(lines):
        if not quiet and line.startswith("#"):
            continue
        parts = _TAG.split(line)
        for at, part in enumerate(parts):
            if at % 2:
                _follow(part, quiet)
            elif not quiet and part.strip():
                parts[at] = words.sub(explain, part)
        lines[number] = "".join(parts)
    return head + "\n".join(lines)


def _pattern(name: str) -> str:
    """Return what finds a name: Latin letters and figures only as whole words."""
    before = rf"(?<!{_LATIN})" if re.match(_LATIN, name) else ""
    after = rf"(?!{_LATIN})" if re.search(rf"{_LATIN}\Z", name) else ""
    return before + re.escape(name) + after


def _follow(tag: str, quiet: list[str]) -> None:
    """Keep track of the elements in which nothing is explained; `quiet` holds their names."""
    name = _NAME.match(tag)
    if name is None or tag.endswith("/>"):
        return
    element = name[1].lower()
    if tag.startswith("</"):
        if quiet and quiet[-1] == element:
            quiet.pop()
    elif quiet:
        if quiet[-1] == element:
            quiet.append(element)
    elif element in _QUIET or _QUIET_CLASS.search(tag):
        quiet.append(element)


def _without_head(markdown: str) -> tuple[str, str]:
    end = markdown.find("\n---", 3) + 4 if markdown.startswith("---") else 0
    return markdown[:end], markdown[end:]
