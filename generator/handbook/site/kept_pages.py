"""Take a page from the site of the last build where its template would draw the same again.

What a page looks like follows from what its template is given: its own content, head and place in
the menu, and what is the same for all pages (the frame). A hash of that is remembered for each page
that was drawn, with one of what came out; the file in the old site counts only where it is that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from handbook.compose.templates.environment import Environment
from handbook.model.handbook import Handbook
from handbook.model.questions.told import seal
from handbook.read.site_settings import SITE_SETTINGS
from handbook.sheets.keeping import content_of, sealed, write_sealed
from handbook.site.last_build import stands_alone, tells_the_day, templates_of
from handbook.site.order import Order
from handbook.site.outputs import in_words, record_of
from handbook.site.program import program
from handbook.site.stock import hash_of


def kept_pages(
    handbook: Handbook, order: Order, config: MkDocsConfig, site: Path
) -> KeptPages | None:
    """Return the pages of the last build; None where others may draw on what is not known."""
    own = templates_of(config, order.project)
    if not stands_alone(config, order.project) or tells_the_day(own):
        return None
    readers = f"{order.audience} {order.drafts}"
    frame = in_words(
        program(),
        [hash_of(each) for each in (*own, order.project / SITE_SETTINGS)],
        seal([handbook.settings, handbook.logo]),
        [order.url, str(config.site_url)],
    )
    return KeptPages(record_of(order.project, f"pages of {readers}"), frame, site)


class Drawing(Protocol):
    """A template, as MkDocs uses it."""

    def render(self, context: Mapping[str, Any]) -> str:
        """Return the page."""


class KeptPages:
    """The pages of the site that stands at `site`, as drawn in one frame; see `over`."""

    def __init__(self, record: Path, frame: str, site: Path) -> None:
        self._record, self._frame, self._site = record, frame, site
        self._before: dict[str, list[str]] = sealed(record, frame) or {}
        self._now: dict[str, list[str]] = {}
        self._menu = ""
        self.drawn: list[str] = []

    def over(self, env: Environment) -> None:
        """Let the templates that MkDocs asks an environment for look here before they draw."""
        ask = env.get_template

        def get_template(name: Any, parent: str | None = None, globals: Any = None) -> Any:
            found = ask(name, parent, globals)
            return _Keeping(found, self) if parent is None else found  # one extends with a parent

        setattr(env, "get_template", get_template)  # noqa: B010 (meant to be replaced)

    def page(self, template: Drawing, name: str, context: Mapping[str, Any]) -> str:
        """Return a page: the file of the last build, or what the template draws."""
        page: Page = context["page"]
        self._menu = self._menu or _hash_of([*_menu(context["nav"].items), *_row(context["nav"])])
        uri, key = page.file.dest_uri, _hash_of([name, self._menu, *_given(page)])
        before, content = self._before.get(uri), None
        if before is not None and before[0] == key:
            content = content_of(self._site / uri)
            content = content if content and _sha(content) == before[1] else None
        if content is not None:
            self._now[uri] = [key, _sha(content)]
            return content.decode("utf-8")
        output = template.render(context)
        self._now[uri] = [key, _sha(output.encode("utf-8", "xmlcharrefreplace"))]
        self.drawn.append(uri)
        return output

    @property
    def kept(self) -> frozenset[str]:
        """The pages that were taken from the last build, in which nothing was wrong."""
        return frozenset(self._now).difference(self.drawn)

    def keep(self) -> None:
        """Write down what was drawn; a folder that is read-only stays so."""
        if self._now != self._before:
            with suppress(OSError):
                write_sealed(self._record, self._now, self._frame)


class _Keeping:
    """A template that draws what cannot be taken from the last build; 404.html is no page."""

    def __init__(self, template: Any, pages: KeptPages) -> None:
        self._template, self._pages = template, pages

    def render(self, context: Mapping[str, Any]) -> str:
        """Return the page."""
        if context.get("page") is None:
            return str(self._template.render(context))
        return self._pages.page(self._template, str(self._template.name), context)


def _given(page: Page) -> Iterator[Any]:
    """Yield what a template is told of a page, besides the menu."""
    yield page.content
    yield str(page.toc)
    yield from (page.meta, str(page.title), page.url, page.edit_url, page.canonical_url)
    yield from (page.is_homepage, page.file.src_uri, page.file.inclusion.name)
    yield [(each.title, getattr(each, "url", "")) for each in page.ancestors]


def _menu(items: Iterable[Any]) -> Iterator[Any]:
    """Yield the menu, with all that stands in it."""
    for item in items:
        yield type(item).__name__, str(item.title), getattr(item, "url", None)
        yield getattr(item, "meta", None)
        if item.children:
            yield list(_menu(item.children))


def _row(nav: Navigation) -> Iterator[Any]:
    """Yield the pages in the order in which they are leafed through."""
    yield [page.url for page in nav.pages]
    yield nav.homepage.url if nav.homepage else None


def _hash_of(told: Any) -> str:
    return _sha(json.dumps(told, default=str).encode())


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
