"""The index in place of the theme's own: the words themselves, which the browser looks through.

Looking through a megabyte of text takes a browser a few milliseconds, so there are no tables of
words to build, to load or to get wrong: every part of every word is found. The shape, as
search/search_index.json holds it:

    fold      traditional and simplified signs, in pairs
    sounds    syllables, each with the signs read so
    synonyms  groups of words that mean the same
    kinds     [name, label]; a page without a kind has the last one
    sections  titles
    pages     [address, title, kind, section, weight, codes, aliases, asks, pinyin, parts]
              pinyin: of the title, each alias and each ask, in this order
              parts: [anchor, heading, text]
"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from handbook.compose.setting.addresses import page_of
from handbook.compose.setting.labels import labels
from handbook.languages import catalogue
from handbook.languages.finding import keys
from handbook.model.handbook import Handbook
from handbook.model.kinds import KINDS, Definition
from handbook.model.settings import words_alike
from handbook.sheets.means import source_of
from handbook.site.search.remembered import FILE, Remembered
from handbook.site.search.words import parts_of

ROOMS = (Path(__file__).parent, Path(keys.__file__).parent)
OTHER = "page"
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
PINYIN = 8  # its place in a page
SEARCH = ("material/search", "search")


class Index:
    """Gathers pages; the theme's search plugin hands them over, and writes what comes out."""

    def __init__(self, handbook: Handbook, project: Path) -> None:
        self._keys = Remembered(project / FILE, " ".join(map(source_of, ROOMS)))
        language = str(handbook.settings.language)
        t, words = labels(language), catalogue(language, "search")
        self._synonyms = [words_alike(line) for line in handbook.settings.synonyms]
        self._definitions = {f"{page_of(each)}.md": each for each in handbook.definitions}
        self._kinds = [[name, t(f"kind-{name}")] for name in KINDS] + [[OTHER, words["page"]]]
        self._places = {name: at for at, (name, _) in enumerate(self._kinds)}
        titles = dict.fromkeys(("", *(str(each.section.title) for each in handbook.definitions)))
        self._sections = {title: at for at, title in enumerate(titles)}
        self._order = {f"{page_of(each)}.html": at for at, each in enumerate(handbook.definitions)}
        self._pages: list[list[Any]] = []

    def add_entry_from_context(self, page: Any) -> None:
        """Add a page of MkDocs, unless its head excludes it."""
        search = page.meta.get("search") or {}
        if not search.get("exclude"):
            definition = self._definitions.get(page.file.src_uri)
            self.add(page.url, page.title, page.content, definition, search.get("boost", 1))

    def add(
        self, url: str, title: str, html: str, definition: Definition | None, weight: float = 1
    ) -> None:
        """Add a page: its address, its title as HTML, its content, and what it is about."""
        shown = str(definition.title) if definition else unescape(str(title))
        aliases = [str(each) for each in definition.aliases] if definition else []
        asks = [str(each) for each in definition.asks] if definition else []
        code = getattr(definition, "code", None)
        self._pages.append(
            [
                url,
                shown,
                self._places[definition.kind if definition else OTHER],
                self._sections[str(definition.section.title) if definition else ""],
                weight,
                [str(code)] if code else [],
                aliases,
                asks,
                [self._keys.ask(keys.pinyin, each) for each in (shown, *aliases, *asks)],
                [[part.anchor, part.heading, part.text] for part in parts_of(html)],
            ]
        )

    def generate_search_index(self, _previous: object = None) -> str:
        """Return the index as JSON, in the order of the handbook whatever was drawn first."""
        has_chinese = any(any(page[PINYIN]) for page in self._pages)
        folds = has_chinese or _HAN.search(json.dumps(self._pages, ensure_ascii=False))
        whole = {
            "fold": self._keys.ask(keys.simplified_pairs) if folds else "",
            "sounds": self._keys.ask(keys.sounds) if has_chinese else "",
            "synonyms": self._synonyms,
            "kinds": self._kinds,
            "sections": list(self._sections),
            "pages": sorted(self._pages, key=lambda page: (self._order.get(page[0], -1), page[0])),
        }
        self._keys.keep()
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def take_over(plugins: Any, handbook: Handbook, project: Path) -> None:
    """Put our index in the place of that of the theme's search plugin, where there is one."""
    for name in SEARCH:
        plugin = plugins.get(name)
        if plugin is not None and hasattr(plugin, "search_index"):
            plugin.search_index = Index(handbook, project)
