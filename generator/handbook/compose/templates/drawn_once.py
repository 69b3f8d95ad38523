"""Let the theme draw each entry of the menu once for all pages of a folder.

The menu stands on every page, and is half of what drawing a page takes. An entry that does not lead
to the page looks alike on all pages of a folder, because links within the site count from there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Protocol

from jinja2 import Environment
from jinja2.ext import Extension

NAME = "drawn_once"  # what the templates call it
# How Material's templates ask for an entry, and how they ask for it here. Where another version
# asks in other words it draws every entry on every page, as it would without this.
_ASKED = (
    (
        "{{ item.render(nav_item, path, 1) }}",
        "{{ drawn_once(item.render, page, nav_item, path, 1) }}",
    ),
    (
        '{{ render(item, path ~ "_" ~ loop.index, level + 1, nav_item) }}',
        '{{ drawn_once(render, page, item, path ~ "_" ~ loop.index, level + 1, nav_item) }}',
    ),
)


class AskedOnce(Extension):
    """Reads the theme's templates with what asks for an entry asking here first."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source of a template as it is compiled."""
        for theirs, ours in _ASKED:
            source = source.replace(theirs, ours)
        return source


class Item(Protocol):
    """An entry of the menu: a page, or a section that holds some."""

    @property
    def active(self) -> bool | None: ...
    @property
    def url(self) -> str: ...


class Entries:
    """The entries of one state of the menu, as they were drawn for each folder of pages."""

    def __init__(self) -> None:
        self._page: Item | None = None  # what is being drawn
        self._here: dict[tuple[int, str, int], str] = {}  # what its folder knows
        self._folders: dict[str, dict[tuple[int, str, int], str]] = {}

    def __call__(
        self,
        render: Callable[..., str],
        page: Item | None,
        item: Item,
        path: str,
        level: int,
        *parent: Item,
    ) -> str:
        """Return an entry; `render` is the macro that draws it."""
        # Other plugins make entries that hold pages without being their place in the menu.
        if page is None or item.active or item is page or getattr(item, "pages", None):
            return render(item, path, level, *parent)
        if page is not self._page:
            self._page = page
            self._here = self._folders.setdefault(posixpath.dirname(page.url), {})
        drawn = self._here.get((id(item), path, level))
        if drawn is None:
            drawn = self._here[id(item), path, level] = render(item, path, level, *parent)
        return drawn


def draw_once(env: Environment) -> None:
    """Change an environment that has not compiled any template yet."""
    env.add_extension(AskedOnce)
    env.globals[NAME] = Entries()
