"""An overview that is too long for one page is parted, and its pages lead to each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import handbook_of

from handbook.compose.overviews import table_pages
from handbook.compose.pages.composition import compose_pages

STEPS = "".join(
    f"    - {{id: s{n}, do: 第{n}件事情要做好, by: clerk, within: {n + 1}分钟}}\n" for n in range(9)
)
TEXT = (
    "- {kind: role, id: clerk, title: 文员}\n"
    + "".join(
        f"- kind: procedure\n  id: p{n}\n  title: 流程{n}\n  steps:\n{STEPS}" for n in range(3)
    )
)  # fmt: skip


@pytest.fixture
def pages(monkeypatch):
    def made(most: int) -> dict[str, str]:
        monkeypatch.setattr(table_pages, "MOST_ON_A_PAGE", most)
        monkeypatch.setattr(table_pages, "MOST_OVER_ALL", most)
        handbook = handbook_of(TEXT, shop__section="title: 门店\n", shop__all=TEXT)
        composed = compose_pages(handbook, Path("no-such-folder"))
        return {page.uri: page.markdown for page in composed if "/limits" in page.uri}

    return made


def test_what_fits_stands_on_one_page_of_each_section_without_ways_to_others(pages) -> None:
    made = pages(200_000)
    assert sorted(made) == ["overview/limits.md", "shop/overview/limits.md"]
    assert "limits-2" not in made["shop/overview/limits.md"]


def test_what_does_not_fit_has_several_pages_each_with_a_way_to_the_others(pages) -> None:
    made = pages(3_000)
    of_shop = sorted(uri for uri in made if uri.startswith("shop/"))
    assert of_shop == [
        "shop/overview/limits-2.md", "shop/overview/limits-3.md", "shop/overview/limits.md",
    ]  # fmt: skip
    assert "overview/shared/limits.md" in made
    first, second = made["shop/overview/limits.md"], made["shop/overview/limits-2.md"]
    assert 'href="limits-2.html"' in first
    assert 'href="limits-3.html"' in first
    assert 'href="limits.html"' in second
    assert 'href="limits-2.html"' not in second


def test_two_pages_lead_to_each_other_too(pages) -> None:
    made = pages(6_000)
    assert 'href="limits-2.html"' in made["shop/overview/limits.md"]
    assert 'href="limits.html"' in made["shop/overview/limits-2.md"]
    assert "shop/overview/limits-3.md" not in made
