"""The site in a real browser, by double click, with no network."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page
from sites import service_line, site_of, small_project

QUERY = "[data-md-component=search-query]"
RESULT = ".md-search-result__item"
ATTACK = (
    '<script>window.hit = 1</script><img src=x onerror="window.hit = 2"></div></p>'
    "{{ 7 * 7 }} {% raw %} [x] (javascript:window.hit=3) {#id .c} 'q' \"d\" `c` &lt;b&gt; --> ]]>"
)
SHOWN = "<script>window.hit = 1</script>"


@pytest.fixture
def page(watched_page) -> Page:
    return watched_page


def search(page: Page, words: str) -> None:
    page.fill(QUERY, words)
    page.press(QUERY, "End")  # the theme listens to keys
    page.wait_for_selector(RESULT)


def test_from_a_chinese_word_to_the_checklist_on_the_disk(page) -> None:
    site = service_line() / "site"
    page.goto((site / "index.html").as_uri())
    page.click(".home-search")
    search(page, "投诉处理")
    page.click(f"{RESULT} a[href*='procedures/complaint.html']")
    page.wait_for_url("**/auto/procedures/complaint.html*")
    assert "客户投诉处理" in page.inner_text("h1")
    address = page.locator("a.sheet", has_text="检查表").evaluate("link => link.href")
    pdf = Path(unquote(urlsplit(address).path))
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_what_customers_say_is_found(page) -> None:
    page.goto((service_line() / "site" / "index.html").as_uri())
    search(page, "退车")
    assert "客户投诉处理" in page.inner_text(RESULT).replace("\u200b", "")


def test_a_role_is_one_choice_away(page) -> None:
    page.goto((service_line() / "site" / "index.html").as_uri())
    page.select_option("select[data-role]", label="客访专员")
    page.locator(".desk--role h2 a").click()
    page.wait_for_url("**/roles/visit-officer.html")
    assert "客访专员" in page.inner_text("h1")


def test_the_print_centre_is_filtered_by_typing(page) -> None:
    page.goto((service_line() / "site" / "print" / "index.html").as_uri())
    rows = page.locator(".prints tbody tr")
    everything = rows.count()
    page.fill("[data-filter]", "客户投诉处理 检查表")
    assert 0 < page.locator(".prints tbody tr:visible").count() < everything
    page.fill("[data-filter]", "没有这样的东西")
    assert page.locator(".prints tbody tr:visible").count() == 0
    assert page.locator("[data-filter-none]").is_visible()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_page_is_wider_than_the_screen(page, width) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    site = service_line() / "site"
    for name in (
        "index", "auto/index", "auto/procedures/complaint", "auto/forms/complaint-form",
        "auto/scripts/complaint-reception", "print/index", "rules",
    ):  # fmt: skip
        page.goto((site / f"{name}.html").as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, name


def hostile(kind: str, **fields: object) -> dict:
    return {
        "kind": kind, "id": f"bad-{kind}", "title": f"{kind} {ATTACK}", "summary": ATTACK,
        "tags": [ATTACK], "asks": [ATTACK], "aliases": [f"别名 {kind} {ATTACK}"], "source": ATTACK,
        "open": [ATTACK], **fields,
    }  # fmt: skip


HOSTILE = [
    hostile("unit", function=ATTACK, duties=[ATTACK], head="bad-role",
            shifts=[{"title": ATTACK, "days": ATTACK, "from": "8:30", "to": "9:00"}]),
    hostile("role", code=f"R {ATTACK}", version=ATTACK, unit="bad-unit", duties=[ATTACK],
            authority=[ATTACK], answers_for=[ATTACK], requirements=[ATTACK],
            entitlements=[ATTACK], kpis=[ATTACK],
            contact={"phone": ATTACK, "hours": ATTACK, "place": ATTACK}),
    hostile("procedure", code=f"P {ATTACK}", version=ATTACK, purpose=ATTACK, scope=ATTACK,
            trigger=ATTACK, promise={"within": "3天", "to": ATTACK},
            schedule={"after": {"event": ATTACK, "at": "1天"}}, related=["bad-policy"],
            records=[{"text": ATTACK, "keep": ATTACK, "where": ATTACK}],
            steps=[{"id": "one", "do": ATTACK, "by": "bad-role", "phase": ATTACK, "how": ATTACK,
                    "say": "bad-script", "fill": "bad-form", "caution": ATTACK, "why": ATTACK,
                    "within": {"within": "3天", "after": ATTACK},
                    "checks": [{"text": ATTACK, "value": "choice", "options": [ATTACK]}],
                    "branches": [{"when": ATTACK, "go": "end"}, {"go": "end"}],
                    "escalate": {"when": ATTACK, "to": "bad-role", "how": ATTACK}}]),
    hostile("script", code=f"S {ATTACK}", situation=ATTACK,
            lines=[{"id": "open", "say": ATTACK.replace("{", "("), "tone": ATTACK,
                    "branches": [{"when": ATTACK, "go": "end"}]}],
            never=["绝不" + ATTACK], manner=[ATTACK], avoid=[ATTACK],
            phrases=[{"label": ATTACK, "words": [ATTACK.replace("{", "(")]}]),
    hostile("form", code=f"F {ATTACK}", filed_at=ATTACK, filled_by="bad-role", keep=ATTACK,
            copies=[ATTACK],
            groups=[{"title": ATTACK, "fields": [
                {"label": ATTACK, "default": ATTACK},
                {"label": ATTACK, "type": "choice", "options": [ATTACK]},
                {"label": ATTACK, "type": "table", "columns": [{"label": ATTACK}]}]}]),
    hostile("policy", code=f"Y {ATTACK}", purpose=ATTACK,
            articles=[{"id": "a", "number": ATTACK, "title": ATTACK, "text": ATTACK,
                       "items": [ATTACK], "source": ATTACK,
                       "table": {"columns": [ATTACK], "rows": [[ATTACK]]}}]),
    hostile("standard", value=ATTACK, per=ATTACK, measured_by=ATTACK, frequency=ATTACK,
            levels=[{"when": ATTACK, "value": ATTACK}], **{"except": ATTACK}),
    hostile("term", definition=ATTACK),
    hostile("document", where=ATTACK, keep=ATTACK),
]  # fmt: skip


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory) -> Path:
    settings = json.dumps({"title": ATTACK, "organisation": ATTACK}, ensure_ascii=False)
    section = json.dumps({"title": ATTACK, "summary": ATTACK, "source": ATTACK, "open": [ATTACK]})
    project = small_project(
        tmp_path_factory.mktemp("hostile") / "project",
        json.dumps(HOSTILE, ensure_ascii=False),
        **{
            "content/handbook.yml": settings,
            "content/inner/section.yml": section,
            "content/inner/terms.yml": json.dumps([hostile("term", definition=ATTACK)]),
        },
    )
    return site_of(project)


def test_the_attack_is_on_every_kind_of_page() -> None:
    assert len({definition["kind"] for definition in HOSTILE}) == 9


def test_hostile_text_shows_as_typed_and_runs_nothing(page, hostile_site) -> None:
    pages = [path for path in hostile_site.rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 30
    for path in pages:
        page.goto(path.as_uri())
        assert page.evaluate("window.hit") is None, path
        assert page.locator("img").count() == 0, path
        text = page.evaluate("document.body.textContent")
        assert SHOWN in text, path
        assert "{{ 7 * 7 }}" in text, path
        assert SHOWN in page.title(), path


def test_hostile_text_in_search_results_shows_as_typed(page, hostile_site) -> None:
    page.goto((hostile_site / "index.html").as_uri())
    search(page, "别名")
    assert page.evaluate("window.hit") is None
    assert page.locator(f"{RESULT} img").count() == 0
    assert SHOWN in page.inner_text(RESULT).replace("\u200b", "")
