"""The menu's entries are drawn once a folder, and as if they were drawn each time."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import material
import pytest
from jinja2 import Environment

from handbook.compose.templates.drawn_once import AskedOnce, Entries

THEME = Path(material.__file__).parent / "templates" / "partials"


def entry(url: str, **known: object) -> Any:
    return SimpleNamespace(**{"url": url, "active": False, **known})


class Macro:
    """Stands in for the theme's macro, and counts what it draws."""

    def __init__(self) -> None:
        self.drawn: list[str] = []

    def __call__(self, item: Any, path: str, level: int, *parent: Any) -> str:
        self.drawn.append(item.url)
        return f"<{item.url} {path} {level}>"


@pytest.fixture
def macro() -> Macro:
    return Macro()


@pytest.mark.parametrize("name", ["nav.html", "nav-item.html"])
def test_the_theme_asks_here_for_its_entries(name: str) -> None:
    source = (THEME / name).read_text(encoding="utf-8")
    read = AskedOnce(Environment()).preprocess(source, name)
    assert read.count("drawn_once(") == 1


def test_an_entry_is_drawn_once_for_all_pages_of_a_folder(macro: Macro) -> None:
    entries, item = Entries(), entry("a/x.html")
    for page in (entry("a/1.html"), entry("a/2.html"), entry("a/1.html")):
        assert entries(macro, page, item, "__nav_1", 1) == "<a/x.html __nav_1 1>"
    assert macro.drawn == ["a/x.html"]


def test_an_entry_is_drawn_anew_for_another_folder_path_or_level(macro: Macro) -> None:
    entries, item, page = Entries(), entry("a/x.html"), entry("a/1.html")
    entries(macro, page, item, "__nav_1", 1)
    entries(macro, entry("b/1.html"), item, "__nav_1", 1)
    assert entries(macro, page, item, "__nav_2", 1) == "<a/x.html __nav_2 1>"
    assert entries(macro, page, item, "__nav_2", 2) == "<a/x.html __nav_2 2>"
    assert len(macro.drawn) == 4


def test_what_leads_to_the_page_is_drawn_for_each_page(macro: Macro) -> None:
    entries, page = Entries(), entry("a/1.html")
    for item in (page, entry("a/", active=True), entry("a/tags.html", pages=[page])):
        for _ in range(2):
            entries(macro, page, item, "__nav_1", 1)
    assert len(macro.drawn) == 6


def test_where_there_is_no_page_every_entry_is_drawn(macro: Macro) -> None:
    entries, item = Entries(), entry("a/x.html")
    entries(macro, None, item, "__nav_1", 1)
    entries(macro, None, item, "__nav_1", 1)
    assert len(macro.drawn) == 2
