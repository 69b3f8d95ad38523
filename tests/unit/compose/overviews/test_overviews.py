"""Sheets of what follows from the definitions: what they show, and which there are."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from tests.composed import compose_overviews
from tests.written import handbook_of

from handbook.compose.overviews.calendar.month_planner import DatedMonth, MonthPlanner
from handbook.compose.overviews.calendar.planners import compose_planner
from handbook.compose.overviews.calendar.year_planner import DatedYear, YearPlanner
from handbook.compose.overviews.each.responsibilities import responsibility_table
from handbook.compose.overviews.records import ON_PAPER
from handbook.compose.overviews.sheets import compose_overview, overviews_of
from handbook.compose.pages.composition import compose_pages
from handbook.compose.setting.medium import Paper
from handbook.compose.templates.environment import environment
from handbook.derive.duties import duties
from handbook.derive.period import Period
from handbook.languages import LANGUAGES
from handbook.model.audiences.audience import for_audience
from handbook.model.handbook import Handbook
from handbook.model.sheets_made import SHEETS_OF

NOWHERE = Path("/nowhere")
ROLES = "".join(f"- {{kind: role, id: r{n}, title: 岗位{n}}}\n" for n in range(30))
WORK = """\
- {kind: role, id: clerk, title: 文员}
- {kind: role, id: boss, title: 经理}
- kind: procedure
  id: work
  title: 日常
  steps:
    - {id: a, do: 开门, by: clerk, schedule: {every: 日}, within: 5分钟}
    - {id: b, do: 交班, by: clerk, schedule: {every: 班}, within: 6分钟}
    - {id: c, do: 例会, by: boss, schedule: {every: 周, on: 周一}, within: 7分钟}
    - {id: d, do: 周报, by: clerk, schedule: {every: 周}}
    - {id: e, do: 对账, by: clerk, schedule: {every: 月, on: [5日, 月底]}}
    - {id: f, do: 月报, by: boss, schedule: {every: 月}}
    - {id: g, do: 抽查, by: boss, schedule: {every: 月, on: 5日至25日}}
    - {id: h, do: 考核, by: boss, schedule: {every: 季度}}
    - {id: i, do: 问候, by: clerk, schedule: {every: 年, on: [元旦, 中秋]}}
    - {id: j, do: 搬家, by: clerk, schedule: {from: 2026-09-20, to: 2026-10-08}}
    - {id: k, do: 巡查, by: clerk, schedule: {every: 定期}}
"""


def templates():
    return environment(NOWHERE)


def overview(handbook: Handbook, sheet: str, section=None):
    return compose_overview(handbook, templates(), section or handbook.organisation, sheet)


def text_of(sheet) -> str:
    body = sheet.html[sheet.html.index("<main>") :]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).replace("\u2009", "").split())


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return handbook_of(WORK)


@pytest.fixture(scope="module")
def paper(handbook) -> Paper:
    return Paper(handbook, handbook.organisation, "print/section.month.pdf")


def names(tasks) -> list[str]:
    return [task.what for task in tasks]


def test_no_kind_of_overview_has_the_name_of_another_sheet() -> None:
    assert not {sheet for sheets in SHEETS_OF.values() for sheet in sheets} & set(ON_PAPER)


def test_a_grid_has_no_more_people_side_by_side_than_paper_holds() -> None:
    steps = [
        f"    - {{id: s{n}, do: 步{n}, by: r{n}, consult: r{(n + 1) % 30}, accountable: r{n}}}\n"
        for n in range(30)
    ]
    written = (
        "".join(
            f"- kind: procedure\n  id: p{at}\n  title: 流程{at}\n  steps:\n"
            + "".join(steps[at : at + 3])
            for at in range(0, 30, 3)
        )
        + "- kind: procedure\n  id: all\n  title: 全部\n  steps:\n"
        + "".join(steps)
    )
    handbook = handbook_of(ROLES + written)
    paper = Paper(handbook, handbook.organisation, "x")
    table = responsibility_table(handbook.organisation, paper)
    parts = table.side_by_side(14)
    assert all(len(part.columns) <= 14 for part in parts)

    def letters(matrix):
        return sorted(
            (group.title, row.step, person.address, said)
            for group in matrix.groups for row in group.rows
            for (person, _), (_, said) in zip(matrix.columns, row.cells, strict=True) if said
        )  # fmt: skip

    assert sorted(found for part in parts for found in letters(part)) == letters(table)
    assert [len(part.groups) for part in parts] == [4, 4, 2, 1, 1, 1]


def test_a_procedure_that_nobody_does_stands_beside_one_that_more_do_than_paper_holds() -> None:
    people = ", ".join(f"r{n}" for n in range(20))
    handbook = handbook_of(
        ROLES
        + "- {kind: procedure, id: a, title: 无人, steps: [{id: a, do: 待办}]}\n"
        + f"- {{kind: procedure, id: b, title: 众人, steps: [{{id: b, do: 办, by: [{people}]}}]}}\n"
    )
    table = responsibility_table(handbook.organisation, Paper(handbook, handbook.organisation, ""))
    parts = table.side_by_side(14)
    assert [len(part.columns) for part in parts] == [14, 6]
    assert [len(part.groups) for part in parts] == [2, 1]


def test_a_planner_of_any_month_tells_days_from_what_has_none(handbook, paper) -> None:
    plan = MonthPlanner(duties(handbook), paper)
    (week,) = plan.weeks
    days = {day.number: names(day.tasks) for row in plan.dates for day in row.days if day.tasks}
    assert [(task.number, task.what) for task in plan.daily] == [(1, "开门")]
    assert names(plan.each_shift) == ["交班"]
    assert [names(day.tasks) for day in week.days] == [["例会"], [], [], [], [], [], []]
    assert names(week.tasks) == ["周报"]
    assert days == {5: ["对账"], 0: ["对账"]}
    assert names(plan.within_month) == ["月报", "抽查"]
    assert [row.days[0].number for row in plan.dates] == [1, 8, 15, 22, 29]


def test_a_planner_of_a_certain_month_has_its_dates(handbook, paper) -> None:
    plan = DatedMonth(duties(handbook), paper, datetime.date(2026, 9, 1))
    days = {
        day.number: names(day.tasks)
        for week in plan.weeks for day in week.days if day is not None and day.tasks
    }  # fmt: skip
    assert [week.days[0] and week.days[0].number for week in plan.weeks] == [
        None, 7, 14, 21, 28,
    ]  # fmt: skip
    assert days == {
        5: ["对账"], 7: ["例会"], 14: ["例会"], 21: ["例会"], 25: ["问候"], 28: ["例会"],
        30: ["对账"],
    }  # fmt: skip
    assert [names(week.tasks) for week in plan.weeks] == [["周报"]] * 5
    assert sorted(names(plan.within_month)) == sorted(["月报", "抽查", "考核", "搬家"])
    assert plan.when == "2026年9月"


@pytest.mark.parametrize(("year", "month", "weeks"), [(2024, 2, 5), (2027, 2, 4), (2026, 8, 6)])
def test_every_day_of_a_month_stands_once(handbook, paper, year, month, weeks) -> None:
    plan = DatedMonth(duties(handbook), paper, datetime.date(year, month, 1))
    numbers = [day.number for week in plan.weeks for day in week.days if day is not None]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert len(plan.weeks) == weeks
    assert 12 <= plan.row_height <= 27


def test_nothing_is_planned_before_it_is_in_force(paper) -> None:
    handbook = handbook_of(
        "- {kind: role, id: clerk, title: 文员}\n- {kind: procedure, id: p, title: 事, "
        "effective: 2026-10-01, schedule: {every: 日}, steps: [{id: a, do: 做, by: clerk}]}\n"
    )
    due = duties(handbook)
    assert not DatedMonth(due, paper, datetime.date(2026, 9, 1)).daily
    assert DatedMonth(due, paper, datetime.date(2026, 10, 1)).daily


def test_a_planner_of_any_year_has_what_is_due_in_certain_months(handbook, paper) -> None:
    plan = YearPlanner(duties(handbook), paper)
    months = [month for row in plan.rows for month in row]
    due = {month.name: [(str(t.when), t.what) for t in month.tasks] for month in months}
    assert {name: found for name, found in due.items() if found} == {
        "1月": [("1日", "问候")],
        **{f"{n}月": [("月内", "考核")] for n in (3, 6, 9, 12)},
    }
    assert plan.table.count == len(duties(handbook))


def test_a_planner_of_a_certain_year_has_dates_and_boxes_for_each_month(handbook, paper) -> None:
    plan = DatedYear(duties(handbook), paper, 2026)
    months = [month for row in plan.rows for month in row]
    assert [(str(t.when), t.what) for t in months[8].tasks] == [
        ("25日 周五", "问候"), ("月内", "考核"),
    ]  # fmt: skip
    assert [(str(t.when), t.what) for t in months[9].tasks] == [("8日 周四", "搬家")]
    assert {each.task.what: sum(each.is_due) for each in plan.monthly} == {
        "对账": 12, "抽查": 12, "月报": 12,
    }  # fmt: skip


def test_a_section_with_little_to_show_has_no_sheet_and_the_whole_shows_it() -> None:
    handbook = handbook_of(
        WORK, shop__section="title: 门店\n",
        shop__all="- kind: procedure\n  id: x\n  title: 门店事\n"
        "  steps: [{id: a, do: 门店步, by: clerk}]\n",
    )  # fmt: skip
    shop = handbook.sections[1]
    assert list(overviews_of(handbook, shop)) == []
    assert "门店步" in text_of(overview(handbook, "responsibilities"))
    assert "limits" in overviews_of(handbook, handbook.organisation)
    assert "standards" not in overviews_of(handbook, handbook.organisation)


def test_a_whole_that_is_too_long_names_the_sheets_of_its_sections(monkeypatch) -> None:
    handbook = handbook_of(WORK, shop__section="title: 门店\n", shop__all=WORK)
    monkeypatch.setitem(
        ON_PAPER, "responsibilities", replace(ON_PAPER["responsibilities"], most=15)
    )
    whole = overview(handbook, "responsibilities")
    assert text_of(whole).count("例会") == 1
    assert "门店 11 print/shop/section.responsibilities.pdf" in text_of(whole)


def test_the_edition_follows_what_is_said_and_nothing_else() -> None:
    before = overview(handbook_of(WORK), "month")
    same = overview(handbook_of(WORK + "  note: 内部\n"), "month")
    other = overview(handbook_of(WORK.replace("例会", "早会")), "month")
    assert before.edition == same.edition != other.edition
    assert before.html == same.html


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_in_each_language(handbook, language: str) -> None:
    settings = handbook.settings.model_copy(update={"language": language})
    spoken = replace(handbook, settings=settings)
    assert len(compose_overviews(spoken, templates())) == len(
        compose_overviews(handbook, templates())
    )
    for period in (Period(2026, 2), Period(2026)):
        compose_planner(spoken, templates(), spoken.organisation, period)


@pytest.mark.parametrize("paper_size", ["A4", "A5", "Letter"])
def test_every_paper_has_its_sheets(handbook, paper_size: str) -> None:
    settings = handbook.settings.model_copy(update={"paper": paper_size})
    sheets = compose_overviews(replace(handbook, settings=settings), templates())
    assert {sheet.paper for sheet in sheets} == {paper_size, f"{paper_size} landscape"}


def test_a_role_has_a_planner_of_its_own(handbook) -> None:
    (boss,) = [each for each in handbook.definitions if each.id == "boss"]
    sheet = compose_planner(handbook, templates(), boss, Period(2026, 9))
    assert sheet.uri == "print/boss.month-2026-09.pdf"
    assert "例会" in text_of(sheet)
    assert "周报" not in text_of(sheet)


def test_what_is_kept_back_is_on_none_of_them() -> None:
    kept = (
        WORK.replace("id: work", "id: secret-work")
        .replace("日常", "机密日常")
        .replace("例会", "机密例会")
        .replace("title: 经理", "title: 机密经理, audience: manager")
    )
    handbook = handbook_of(
        kept.replace("  id: secret-work\n", "  id: secret-work\n  audience: manager\n")
        + "- {kind: procedure, id: open, title: 公开, schedule: {every: 周}, "
        "steps: [{id: a, do: 做, by: clerk, inform: boss, within: 1天}]}\n"
        + "- {kind: unit, id: u, title: 前台, head: boss}\n- {kind: unit, id: v, title: 后台}\n"
        + "- {kind: unit, id: w, title: 机密室, audience: manager}\n",
    )
    shown = for_audience(handbook, "staff", "其他内容")
    sheets = compose_overviews(shown, templates())
    assert {"organisation", "month"} <= {sheet.sheet for sheet in sheets}
    for sheet in sheets:
        assert "机密" not in sheet.html
        assert "secret-work" not in sheet.html


def test_hostile_words_stay_words() -> None:
    hostile = WORK.replace("例会", '"<script>{{ 1+1 }}</script>"').replace("文员", "<b>文员</b>")
    sheets = compose_overviews(handbook_of(hostile), templates())
    assert any("{{ 1+1 }}" in text_of(sheet) for sheet in sheets)
    for sheet in sheets:
        assert "<script>" not in sheet.html
        assert "<b>文员" not in sheet.html


def test_pages_offer_the_sheets_that_were_made(handbook) -> None:
    sheets = compose_overviews(handbook, templates())
    rows = [
        {"uri": sheet.uri, "kind": sheet.kind, "id": sheet.id, "section": sheet.section,
         "sheet": sheet.sheet, "title": sheet.title, "edition": sheet.edition,
         "pages": 1, "bytes": 2048}
        for sheet in sheets
    ]  # fmt: skip
    pages = {page.uri: page.markdown for page in compose_pages(handbook, NOWHERE, rows)}
    assert 'href="../print/section.month.pdf"' in pages["overview/calendar.md"]
    assert 'href="../print/section.year.pdf"' in pages["overview/calendar.md"]
    for sheet in sheets:
        assert sheet.uri.removeprefix("print/") in pages["print/index.md"]


def test_a_day_with_many_tasks_is_set_closer(paper) -> None:
    steps = "".join(
        f"    - {{id: s{n}, do: 事{n}, by: clerk, schedule: {{every: 周, on: 周一}}}}\n"
        for n in range(6)
    )
    head = "- {kind: role, id: clerk, title: 文员}\n- kind: procedure\n  id: p\n  title: 忙\n"
    busy = handbook_of(f"{head}  steps:\n{steps}")
    assert MonthPlanner(duties(busy), paper).is_crowded
    assert 'class="weeks weeks--crowded"' in overview(busy, "month").html
    assert not MonthPlanner(duties(busy)[:5], paper).is_crowded
