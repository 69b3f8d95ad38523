"""Links and pictures of the pages written by hand that lead nowhere on the site.

MkDocs tells of some of them while it builds, in its own words and without a line. Here each is a
problem with its place, before anything is built. Which pages and files the site will have is asked
only where a page leads to something that nobody wrote.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from handbook.compose.overviews.records import ON_PAPER
from handbook.compose.pages.composition import Composition
from handbook.compose.pages.written import written_pages
from handbook.compose.setting import addresses
from handbook.model.handbook import Handbook
from handbook.model.nearest import nearest
from handbook.model.written import WrittenPage, file_at
from handbook.problems import Problem, problem
from handbook.read import FolderTree
from handbook.read.addresses_in_html import Address
from handbook.read.converted import page_of
from handbook.read.pages import address_of
from handbook.read.site_settings import PAGES, read_site_settings

_OF_THE_SITE = re.compile(
    r"(?:assets|search|stylesheets|javascripts)/.+|(?:404|index)\.html|sitemap\.xml(?:\.gz)?"
    r"|handbook\.json|print/index\.json|objects\.inv"
)
_ANCHOR = re.compile(r"\s(?:id|name)=\"([^\"]+)\"|\{#([^\s}]+)")
_MADE = frozenset({".pdf", ".ics", ".xlsx", ".csv", ".json", ".svg"})  # endings of files we make
_PART = re.compile(r"-\d+\.md$")  # a further part of a large table
ALIKE = 0.75  # of the letters of two paths are the same: one may be meant for the other
UNKNOWN_ANCHORS = '"slugify": null'  # a function of the project's own names the headings
_DRIVE = re.compile(r"[a-zA-Z]:[\\/]")
_TO_WORDS = re.compile(r":~:text=")


def broken_links(handbook: Handbook, project: Path, *, is_sound: bool = True) -> list[Problem]:
    """Return the links of pages written by hand that lead nowhere.

    Where the handbook is not sound its own pages cannot be told: what might be one is let through.
    """
    site = _Site(handbook, project, is_sound)
    return [found for page in handbook.written for found in site.broken_on(page)]


class _Site:
    """The pages and files that the site will have."""

    def __init__(self, handbook: Handbook, project: Path, is_sound: bool) -> None:
        self.handbook = handbook
        self.project = project
        self.tree = FolderTree(project)
        self.is_sound = is_sound
        # A plugin of the project's own may make pages that we do not know of.
        self.knows_all = is_sound and not read_site_settings(self.tree).has_other_plugins
        self.pages = {page.uri: page for page in handbook.written}
        self.files = {file.uri for file in handbook.beside}
        self.html = {f"{address_of(uri)}.html": uri for uri in self.pages}
        self._anchors: dict[str, set[str]] = {}  # of pages that were composed
        self._attached: set[str] = set()  # what those offer

    def broken_on(self, page: WrittenPage) -> Iterator[Problem]:
        """Yield what leads nowhere on a page."""
        for address in page.parsed.addresses:
            if address.tag in ("meta", "form") or address.scheme:
                continue
            found = self._fault(page, address)
            if found is not None:
                hint, details = found
                place = page.place_of(address.written)
                yield problem("broken-link", place, hint, address=address.written, **details)

    def _fault(self, page: WrittenPage, address: Address) -> tuple[str, dict[str, str]] | None:
        """Say what is wrong with an address of this site, and what helps."""
        if _DRIVE.match(address.written.strip()):
            return "drive", {}
        path, _, anchor = address.plain.partition("#")
        target = file_at(page.uri, address) if path.partition("?")[0] else page.uri
        if target is None:
            return None
        if address.plain.startswith("/"):
            return "absolute", {"nearest": self._way(page, self._like(page, target) or target)}
        if target.startswith("../") or target == "..":
            return "outside", {}
        uri = self._uri_of(target, address) if path else page.uri
        if uri is None:
            return self._nowhere(page, target, address)
        if "\\" in address.written:
            return "slash", {"nearest": self._way(page, target)}
        return self._off_the_page(uri, unquote(anchor)) if anchor else None

    def _uri_of(self, target: str, address: Address) -> str | None:
        """Return the page or file that is meant; None where there is none."""
        if address.is_markdown and address.tag in ("a", "img"):
            if target in self.pages or target in self.files:
                return target
            is_page = target.endswith(".md")
            return target if is_page and self._is_made(target) else self._other(target)
        if target in self.files or target in self.html:
            return self.html.get(target, target)
        if target.endswith(".html") and self._is_made(f"{target.removesuffix('.html')}.md"):
            return f"{target.removesuffix('.html')}.md"
        return self._other(target)

    def _other(self, target: str) -> str | None:
        """Return a file that the site has besides its pages and what lies beside them."""
        suffix = posixpath.splitext(target)[1].lower()
        if _OF_THE_SITE.fullmatch(target):
            return target
        if suffix not in _MADE or (suffix != ".pdf" and target.startswith("print/")):
            return None
        if not self.knows_all:
            return target
        if suffix == ".pdf":
            return target if target in self._sheets else None
        self._ask(target)
        return target if target in self._attached else None

    def _is_made(self, uri: str) -> bool:
        if not self.knows_all:
            return True
        return uri in self._made or _PART.sub(".md", uri) in self._made

    def _ask(self, uri: str) -> None:
        """Compose what is composed together with a file, and remember what it holds."""
        for made in self._composition.asked(uri):
            found = (next(filter(None, each)) for each in _ANCHOR.findall(made.markdown))
            self._anchors[made.uri] = set(found)
            self._attached.update(each.uri for each in made.attachments)

    def _nowhere(
        self, page: WrittenPage, target: str, address: Address
    ) -> tuple[str, dict[str, str]]:
        near = self._like(page, target)
        if near is not None and "\\" in address.written and near == target:
            return "slash", {"nearest": self._way(page, near)}
        if near is not None:
            is_html = not address.is_markdown and near.endswith(".md")
            shown = f"{address_of(near)}.html" if is_html else near
            exact = posixpath.splitext(target)[0] == posixpath.splitext(near)[0]
            hint = "html" if is_html and exact else "nearest"
            return hint, {"nearest": self._way(page, shown)}
        if self.tree.entry(f"{PAGES}/{target}").kind not in ("missing", "loop"):
            return "unpublished", {}
        return "missing", {}

    def _like(self, page: WrittenPage, target: str) -> str | None:
        """Return what is there and most like a target: the same by another way, or spelt alike."""
        stem = posixpath.splitext(target)[0] if target.endswith((".html", ".md")) else target
        known: list[str] = [*self.pages, *self.files, *(self._made if self.is_sound else ())]
        for guess in (target, f"{stem}.md", f"{stem}/index.md", f"{stem}/README.md"):
            if guess in known:
                return guess
        names = {posixpath.basename(each).casefold() for each in (target, f"{stem}.md")}
        namesakes = {each for each in known if posixpath.basename(each).casefold() in names}
        if len(namesakes) == 1:
            return namesakes.pop()
        others = [each for each in known if each != page.uri]
        return next(iter(get_close_matches(target, others, 1, ALIKE)), None)

    def _way(self, page: WrittenPage, target: str) -> str:
        return addresses.relative(target, page.uri)

    def _off_the_page(self, uri: str, anchor: str) -> tuple[str, dict[str, str]] | None:
        """Say that a page has no such place."""
        if not uri.endswith(".md") and uri not in self.pages:
            return None
        anchor = _TO_WORDS.split(anchor)[0]
        places = self._places(uri) if anchor not in ("", "top") else None
        if places is None or anchor in places:
            return None
        near = nearest(anchor, places)
        details = {"anchor": anchor} | ({"nearest": near} if near else {})
        return ("anchor-nearest" if near else "anchor"), details

    def _places(self, uri: str) -> set[str] | None:
        """Return the anchors of a page; None where they cannot be told."""
        if not self.is_sound and uri not in self.pages:
            return None
        if uri in self.pages:
            page = self.pages[uri]
            if UNKNOWN_ANCHORS in page.dialect.settings:
                return None
            # A heading that mentions something is called by what the mention prints.
            drawn = page_of(self._drawn[uri], page.dialect) if self.is_sound else page.parsed
            return {*page.parsed.anchors, *drawn.anchors}
        if uri not in self._anchors:
            self._ask(uri)
        return self._anchors.get(uri)

    @cached_property
    def _composition(self) -> Composition:
        return Composition(self.handbook, self.project)

    @cached_property
    def _made(self) -> set[str]:
        return {uri for uri, _ in self._composition.addresses()}

    @cached_property
    def _drawn(self) -> dict[str, str]:
        return written_pages(self.handbook, self.project)

    @cached_property
    def _sheets(self) -> set[str]:
        found = {
            addresses.sheet_of(each, sheet)
            for each in self.handbook.definitions
            for sheet in self.handbook.settings.sheets_of(each)
        }
        for section in self.handbook.sections:
            found |= {addresses.overview_sheet(section, each) for each in ON_PAPER}
            found.add(addresses.book_of(section))
        return found
