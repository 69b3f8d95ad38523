"""The search in a real browser, by double click, with no network."""

from __future__ import annotations

import json
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page
from sites import site_of, small_project, whole_handbook

QUERIES = [
    query
    for path in sorted((Path(__file__).parent / "search").glob("*.yml"))
    for query in yaml.safe_load(path.read_text("utf-8"))
]
QUERY = "[data-md-component=search-query]"
RESULT = ".md-search-result__item"
COUNT = ".md-search-result__meta"
READY = ".search-kinds button"
TYPE_ALL = """
queries => {
  const field = document.querySelector("[data-md-component=search-query]");
  return queries.map(query => {
    field.value = query;
    field.dispatchEvent(new InputEvent("input", {bubbles: true}));
    return [...document.querySelectorAll(".md-search-result__item a")].slice(0, 3)
      .map(link => link.href.split(/[?#]/)[0]);
  });
}
"""


@pytest.fixture
def page(watched_page) -> Page:
    return watched_page


def opened(page: Page, site: Path) -> Page:
    page.goto((site / "index.html").as_uri())
    page.focus(QUERY)
    page.wait_for_selector(READY)
    return page


def test_staff_find_what_they_type(page) -> None:
    site = whole_handbook() / "site"
    opened(page, site)
    shown = page.evaluate(TYPE_ALL, [query["type"] for query in QUERIES])
    missed, not_first = [], []
    for query, links in zip(QUERIES, shown, strict=True):
        if "first" in query:
            wanted = (site / f"{query['first']}.html").as_uri()
            if links[:1] != [wanted]:
                not_first.append((query["type"], links))
        elif not {(site / f"{each}.html").as_uri() for each in query["find"]} & set(links):
            missed.append((query["type"], links))
    assert len(QUERIES) >= 60
    assert not not_first
    assert len(missed) <= 0.05 * len(QUERIES), missed


def test_every_page_wanted_is_on_the_site() -> None:
    site = whole_handbook() / "site"
    wanted = {
        name for query in QUERIES for name in [query.get("first"), *query.get("find", ())] if name
    }
    assert not [name for name in wanted if not (site / f"{name}.html").is_file()]


def test_the_index_is_not_much_larger_than_what_it_says() -> None:
    text = (whole_handbook() / "site" / "search" / "search_index.json").read_text("utf-8")
    pages = json.loads(text)["pages"]
    words = [word for each in pages for word in (each[1], *(w for part in each[9] for w in part))]
    assert len(text.encode()) <= 1.6 * len("".join(words).encode())


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_from_a_web_server_too(context, site) -> None:
    handler = partial(Silent, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = context.new_page()
        context.set_offline(False)
        page.goto(f"http://127.0.0.1:{server.server_port}/procedures/lost.html")
        page.focus(QUERY)
        page.wait_for_selector(READY)
        page.fill(QUERY, "shiwu")
        page.click(f"{RESULT} a")
        page.wait_for_url(re.compile(r"/lost[\w-]*\.html"))
        page.close()
        context.set_offline(True)
        server.shutdown()


ATTACK = '<img src=x onerror="window.hit=1"> {{ 7 * 7 }} &lt;b&gt;'
CONTENT = [
    {"kind": "role", "id": "clerk", "title": "接待员", "contact": {"phone": "0571-8765 4321"}},
    {"kind": "procedure", "id": "lost", "title": "失物招领", "code": "DM-PR-001",
     "asks": ["我的包落在店里了"], "aliases": ["拾遗"],
     "steps": [{"id": "keep", "do": "登记入柜", "by": "clerk", "accountable": "clerk"}]},
    {"kind": "form", "id": "lost-form", "title": "失物登记表", "groups": [
        {"title": "物品", "fields": [{"label": "颜色"}]}]},
    {"kind": "term", "id": "attack", "title": f"坏词 {ATTACK}", "asks": [f"坏问 {ATTACK}"],
     "definition": f"坏文 {ATTACK}"},
]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("search") / "project"
    project = small_project(folder, json.dumps(CONTENT, ensure_ascii=False))
    return site_of(project)


def typed(page: Page, site: Path, words: str) -> list[str]:
    opened(page, site).fill(QUERY, words)
    return page.locator(RESULT).all_inner_texts()


@pytest.mark.parametrize(
    "words", ["招领", "失物招领", "shiwu", "zhaoling", "swzl", "失物招領", "拾遺", "我的包落在店里",
              "dm-pr-001", "登记入柜"],
)  # fmt: skip
def test_a_procedure_is_found_by(page, site, words) -> None:
    assert "失物招领" in typed(page, site, words)[0]


@pytest.mark.parametrize("words", ["0571-87654321", "0571 8765 4321", "87654321"])
def test_a_telephone_number_is_found_however_it_is_written(page, site, words) -> None:
    assert "接待员" in typed(page, site, words)[0]


def test_a_result_says_what_it_is_and_shows_no_keys(page, site) -> None:
    [first, *_] = typed(page, site, "shiwuzhaoling")
    assert re.search("流程.*DM-PR-001", first)
    assert "shi" not in first


def test_results_are_narrowed_to_a_kind(page, site) -> None:
    assert len(typed(page, site, "失物")) == 2
    page.click(f"{READY}[data-kind=form]")
    assert page.locator(RESULT).count() == 1
    assert "失物登记表" in page.inner_text(RESULT)
    assert page.get_attribute(f"{READY}[data-kind=form]", "aria-pressed") == "true"


def test_the_keyboard_alone_leads_to_a_page(page, site) -> None:
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_selector(READY)
    page.keyboard.type("swzl")
    assert page.inner_text(COUNT) == "找到 1 条"
    page.keyboard.press("ArrowDown")
    assert "失物招领" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/procedures/lost\.html"))


def test_escape_closes_the_search(page, site) -> None:
    typed(page, site, "失物")
    page.keyboard.press("Escape")
    assert not page.is_checked("#__search")


def test_where_nothing_is_found_it_says_so(page, site) -> None:
    assert typed(page, site, "qqqq") == []
    assert "没有找到" in page.inner_text(COUNT)
    assert page.get_attribute(COUNT, "aria-live") == "polite"


@pytest.mark.parametrize("words", ["坏词", "坏问", "坏文", "<img", "onerror", "{{"])
def test_hostile_text_shows_as_typed(page, site, words) -> None:
    found = typed(page, site, words)
    assert page.evaluate("window.hit") is None
    assert page.locator(f"{RESULT} img").count() == 0
    if words.startswith("坏"):
        assert f"坏词 {ATTACK}" in found[0]
