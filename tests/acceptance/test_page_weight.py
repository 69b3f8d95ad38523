"""No page is heavy: each opens at once from a shared drive or on a phone."""

from __future__ import annotations

from pathlib import Path

from benchmarks.generate import write_handbook
from sites import browsing, whole_handbook

from handbook.compose.pages.composition import compose_pages
from handbook.model.load import load

HEAVIEST = 300_000  # bytes of HTML, without what pages share
AROUND = 80_000  # what menu, head and foot take at most


def test_no_page_of_the_whole_handbook_is_heavy() -> None:
    site = whole_handbook() / "site"
    sizes = {page: page.stat().st_size for page in site.rglob("*.html")}
    assert len(sizes) > 1000
    heavy = {page.relative_to(site).as_posix(): size for page, size in sizes.items()
             if size > HEAVIEST}  # fmt: skip
    assert heavy == {}


def test_no_page_of_a_section_of_a_hundred_definitions_is_heavy(tmp_path: Path) -> None:
    write_handbook(tmp_path, 200)
    pages = compose_pages(load(tmp_path).handbook, tmp_path)
    sizes = {page.uri: len(page.markdown.encode()) for page in pages}
    assert {uri.split("/")[0] for uri in sizes} >= {"branch-01", "branch-02", "overview"}
    assert {uri: size for uri, size in sizes.items() if size > HEAVIEST - AROUND} == {}


def test_a_role_finds_its_own_rows_from_the_page_over_all() -> None:
    page_over_all = whole_handbook() / "site" / "overview" / "responsibilities.html"
    with browsing() as context:
        page = context.new_page()
        page.goto(page_over_all.as_uri())
        ways = page.locator(".entry[data-tally]:visible")
        everything = ways.count()
        page.select_option("select[name=role]", "auto/care-manager")
        assert 0 < ways.count() < everything
        told = page.locator(".sift__found").inner_text()
        page.locator(".entry[data-tally]:visible a").first.click()
        page.wait_for_url("**/auto/overview/responsibilities.html#role=auto%2Fcare-manager")
        assert page.locator("select[name=role]").input_value() == "auto/care-manager"
        shown = page.locator(".matrix tbody tr:not(.group):visible").count()
        assert 0 < shown <= int("".join(filter(str.isdigit, told)))
