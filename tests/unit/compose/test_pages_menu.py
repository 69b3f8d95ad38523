"""The menu leads from sections to kinds to pages, and leaves out what is retired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from test_pages import ALL_KINDS, handbook_of

from handbook.compose.pages import Item, compose_pages, menu
from pathlib import Path


def walked(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from walked(item.children)
