"""The pages of a site, composed batch by batch: all of them, or those that are asked for.

A batch is what cannot be composed apart: the page of a definition with its files, or the tables of
one subject over all sections, which are parted by how large they grow. Most addresses are known
before anything is composed; the further parts of a large table are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from handbook.compose.frame.composer import Composer, Row
from handbook.compose.frame.page import Page
from handbook.compose.overviews.pages import derived_batches
from handbook.compose.pages.definitions import definition_page
from handbook.compose.pages.home import home_page
from handbook.compose.pages.indexes import index_pages
from handbook.compose.pages.keys import keys_page
from handbook.compose.pages.menu import Item, editors_items, menu
from handbook.compose.pages.prints import print_pages
from handbook.compose.pages.rules import rules_page
from handbook.compose.pages.tooltips import Glossary, with_tooltips
from handbook.compose.setting import addresses
from handbook.compose.setting.addresses import KEYS, RULES
from handbook.compose.setting.pictures import SIGNS
from handbook.model.handbook import Handbook

_PICTURE = re.compile(rf"\.[0-9a-f]{{{SIGNS}}}\Z")  # complaint.0123456789ab is of complaint
_PART = re.compile(r"-\d+\Z")  # limits-2 is a part of limits
INDEXES = "indexes"
PRINTS = addresses.PRINT_CENTRE.partition("/")[0]


class Composition:
    """Composes each batch once; `printed` are the rows of print/index.json."""

    def __init__(
        self, handbook: Handbook, project: Path, printed: Iterable[Row] | None = None
    ) -> None:
        self.handbook = handbook
        composer = Composer(handbook, project, printed)
        self._glossary = Glossary(handbook)
        self._waiting = _batches(composer)
        self._names = frozenset(self._waiting)

    def addresses(self) -> Iterator[tuple[str, str | None]]:
        """Yield what pages there are and where each is written, as far as that is known before."""
        written: dict[str, str | None] = {
            f"{addresses.page_of(definition)}.md": definition.place.path
            for definition in self.handbook.definitions
        }
        for section in self.handbook.sections:
            if section.sheet is not None:
                written[f"{addresses.section_page(section)}.md"] = section.sheet.place.path
        items = (*menu(self.handbook), *editors_items(self.handbook))
        known = {**dict.fromkeys(_addresses(items)), **dict.fromkeys(self._retired())}
        yield from ((uri, written.get(uri)) for uri in known)

    def _retired(self) -> Iterator[str]:
        """Yield the pages that are not in the menu."""
        for definition in self.handbook.definitions:
            if definition.is_retired:
                yield f"{addresses.page_of(definition)}.md"

    def asked(self, uri: str) -> Iterator[Page]:
        """Yield the pages that are composed together with a file of the site, if not yet done."""
        yield from self._finish(self._batch_of(uri))

    def rest(self) -> Iterator[Page]:
        """Yield every page that is not composed yet, in the order of the site."""
        while self._waiting:
            yield from self._finish(next(iter(self._waiting)))

    def _finish(self, batch: str) -> Iterator[Page]:
        pages = self._waiting.get(batch, ())
        yield from with_tooltips(pages, self._glossary)
        self._waiting.pop(batch, None)

    def _batch_of(self, uri: str) -> str:
        address, _, suffix = uri.rpartition(".")
        address = _PICTURE.sub("", address)
        folders = address.split("/")
        name = folders.pop()
        if suffix == "ics":  # the overview offers all calendars of roles
            return f"{addresses.OVERVIEW}/index"
        if addresses.OVERVIEW in folders:
            whole = f"{addresses.OVERVIEW}/{name}"
            return whole if whole in self._names else _PART.sub("", whole)
        if folders[:1] == [PRINTS]:
            return PRINTS
        return address if address in self._names else INDEXES


def _batches(composer: Composer) -> dict[str, Iterator[Page]]:
    """Return what is composed together, in the order of the site; nothing is composed yet."""
    return {
        addresses.HOME: _one(home_page, composer),
        INDEXES: index_pages(composer),
        **{
            addresses.page_of(definition): _one(definition_page, definition, composer)
            for definition in composer.handbook.definitions
        },
        **derived_batches(composer),
        PRINTS: print_pages(composer),
        RULES: _one(rules_page, composer),
        KEYS: _one(keys_page, composer),
    }


def _one(compose: Callable[..., Page], *given: object) -> Iterator[Page]:
    yield compose(*given)


def _addresses(items: Iterable[Item]) -> Iterator[str]:
    """Yield the pages of a menu."""
    for item in items:
        if item.uri is not None:
            yield item.uri
        yield from _addresses(item.children)


def compose_pages(
    handbook: Handbook, project: Path, printed: Iterable[Row] | None = None
) -> list[Page]:
    """Return every page of the site.

    `printed` are the rows of print/index.json: pages then offer these sheets. Without them no page
    mentions a sheet.
    """
    return list(Composition(handbook, project, printed).rest())
