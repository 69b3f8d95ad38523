"""A register says as of which day it tells: the newest among what it gathers."""

from __future__ import annotations

import pytest
from tests.composed import handbook_with, text_of
from tests.ours import PROJECT

from handbook.compose.overviews.calendar.planners import compose_planner
from handbook.compose.overviews.sheets import compose_overview
from handbook.compose.pages.composition import compose_pages
from handbook.compose.templates.environment import environment
from handbook.derive.period import Period

SETTINGS = "title: 手册\norganisation: 公司\nlanguage: {}\n"
CONTENT = """\
- {kind: unit, id: team, title: 组}
- {kind: role, id: desk, title: 前台, unit: team, effective: 2026-03-01}
- {kind: form, id: slip, title: 回执, effective: 2026-01-01, keep: 1年, groups: [{fields: [{label: 名}]}]}
- {kind: policy, id: new, title: 新规, status: draft, effective: 2027-01-01, articles: [{id: a, text: 一}]}
- {kind: policy, id: old, title: 旧规, status: retired, effective: 2026-12-01, articles: [{id: a, text: 一}]}
- {kind: policy, id: open, title: 未定, effective: 待定, articles: [{id: a, text: 一}]}
- {kind: term, id: word, title: 词, definition: 义}
- {kind: standard, id: fast, title: 快, value: 20秒}
- kind: procedure
  id: work
  title: 办事
  effective: 2026-02-01
  reviewed: 2026-05-12
  schedule: [{every: 月, on: 3日}, {after: {event: 来电, at: 3天}}]
  steps: [{id: a, do: 做, by: desk, within: 5分钟, fill: slip}, {id: b, do: 完, by: desk}]
"""  # noqa: E501
NEWEST = {
    "organisation": "2026-03-01", "responsibilities": "2026-05-12", "limits": "2026-05-12",
    "calendar": "2026-05-12", "dates": "2026-05-12", "documents": "2026-05-12",
    "forms": "2026-01-01", "records": "2026-05-12", "open": "2026-05-12",
}  # fmt: skip


def pages(**files: str) -> dict[str, str]:
    made = compose_pages(handbook_with(**files), PROJECT)
    return {page.uri.removesuffix(".md"): page.markdown for page in made}


def sheet(kind: str, language: str = "zh-CN") -> str:
    handbook = handbook_with(CONTENT, handbook=SETTINGS.format(language))
    made = compose_overview(handbook, environment(PROJECT), handbook.organisation, kind)
    return text_of(made)


def test_a_page_tells_the_newest_day_of_what_is_in_force() -> None:
    made = pages(all=CONTENT)
    told = {name: made[f"overview/{name}"].partition("截至 ")[2][:10] for name in NEWEST}
    assert told == NEWEST


@pytest.mark.parametrize("name", ["standards", "glossary"])
def test_nothing_is_said_where_no_day_is_known(name: str) -> None:
    assert "截至" not in pages(all=CONTENT)[f"overview/{name}"]
    assert "截至" not in sheet(name)


def test_a_section_tells_its_own_day() -> None:
    word = "{kind: term, id: word, title: 词, definition: 义}"
    inner = CONTENT.replace("2026-05-12", "2026-04-01")
    one = {"a/section": "title: 一部", "a/all": inner}
    two = {"b/section": "title: 二部", "b/all": CONTENT}
    made = pages(all=word, **one, **two)
    assert "截至 2026-04-01" in made["a/overview/limits"]
    assert "截至 2026-05-12" in made["overview/limits"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh-CN", "截至 2026-05-12"), ("zh-TW", "截至 2026-05-12"), ("en", "As of 12 May 2026")],
)
def test_a_sheet_tells_it_in_its_head(language: str, words: str) -> None:
    for kind in ("responsibilities", "limits", "month", "year", "documents", "records", "open"):
        assert words in sheet(kind, language)


def test_a_planner_of_a_certain_month_tells_it_too() -> None:
    handbook = handbook_with(CONTENT)
    period = Period(2026, 12)
    made = compose_planner(handbook, environment(PROJECT), handbook.organisation, period)
    assert "截至 2026-05-12" in text_of(made)
