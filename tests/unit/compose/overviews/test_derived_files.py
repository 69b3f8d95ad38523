"""Downloads: safe for spreadsheets, read by real programs, the same bytes each time."""

from __future__ import annotations

import csv
import datetime
import io

import pytest
from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar
from openpyxl import load_workbook
from tests.written import handbook_of

from handbook.compose.overviews.calendar.file import calendar_of
from handbook.compose.overviews.downloads import files_of
from handbook.compose.overviews.each.responsibilities import responsibility_table
from handbook.compose.overviews.matrix import grid
from handbook.compose.setting.labels import labels
from handbook.compose.setting.medium import Paper
from handbook.derive.feasts import YEARS_WRITTEN_OUT
from handbook.derive.fixed import fixed_duties
from handbook.model.load import load
from handbook.office.spreadsheets import Leaf, as_csv, as_xlsx, harmless

HEAD = ("标题", "说明")
LINES = [("投诉", '=HYPERLINK("x")'), ("回访", "一行，\n两行")]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝"])
def test_no_cell_is_taken_for_a_formula(sign: str) -> None:
    assert harmless(f"{sign}1+1").startswith("'")


def test_csv_is_read_back_as_written() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(HEAD, LINES).decode("utf-8-sig"), newline="")))
    assert rows == [list(HEAD), ["投诉", '\'=HYPERLINK("x")'], ["回访", "一行，\n两行"]]


def test_a_workbook_holds_text_only_and_keeps_its_head_in_sight() -> None:
    sheet = load_workbook(io.BytesIO(as_xlsx(Leaf("时限/承诺", HEAD, LINES)))).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()][1][1].startswith("'=")
    assert all(cell.data_type == "s" for row in sheet.iter_rows() for cell in row)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")


def test_the_same_table_gives_the_same_bytes() -> None:
    assert as_xlsx(Leaf("表", HEAD, LINES)) == as_xlsx(Leaf("表", HEAD, LINES))
    assert b"20" + str(datetime.date.today().year)[2:].encode() not in as_csv(HEAD, LINES)


DUTIES = """\
- {kind: role, id: clerk, title: 文员}
- kind: procedure
  id: report
  title: 周报
  effective: 2026-10-01
  schedule:
    - {every: 周, on: 周一, at: 14:30}
    - {every: 季度}
    - {from: 2026-10-08, to: 2026-10-31}
  steps:
    - {id: a, do: 写, by: clerk}
    - {id: b, do: 存档, by: clerk, schedule: {every: 月, on: 3日, by: 17:00}}
"""


@pytest.fixture(scope="module")
def written() -> bytes:
    handbook = handbook_of(DUTIES)
    ((role, due),) = fixed_duties(handbook).items()
    return calendar_of(role, due, handbook)


def events(written: bytes) -> dict[str, object]:
    return {str(event["uid"]): event for event in Calendar.from_ical(written).walk("VEVENT")}


def test_every_fixed_duty_is_an_event_with_a_name_that_stays(written: bytes) -> None:
    assert set(events(written)) == {
        "report-0-0@handbook", "report-1-0@handbook", "report-2-once@handbook",
        "report-b-0-0@handbook",
    }  # fmt: skip


def test_a_calendar_program_finds_the_days(written: bytes) -> None:
    event = events(written)["report-0-0@handbook"]
    start = event.decoded("dtstart")
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
    assert start == datetime.datetime(2026, 10, 5, 14, 30)
    assert [each.day for each in rule.between(start, datetime.datetime(2026, 10, 31))] == [
        12,
        19,
        26,
    ]


def test_an_interval_without_a_day_says_where_it_stands(written: bytes) -> None:
    event = events(written)["report-1-0@handbook"]
    assert event.decoded("dtstart") == datetime.date(2026, 12, 31)
    assert "最后一天" in str(event["comment"])


def test_what_is_due_once_lasts_to_its_last_day(written: bytes) -> None:
    event = events(written)["report-2-once@handbook"]
    assert event.decoded("dtend") == datetime.date(2026, 11, 1)


def test_a_calendar_tells_no_time_of_writing(written: bytes) -> None:
    stamps = {event.decoded("dtstamp").date() for event in events(written).values()}
    assert stamps == {datetime.date(2026, 10, 1)}


FEASTS = """\
- {kind: role, id: clerk, title: 文员}
- kind: procedure
  id: greet
  title: 问候
  effective: 2026-10-01
  schedule:
    - {every: 年, on: 中秋, at: 9:00}
    - {every: 月, on: 5日至25日}
    - {every: 月, on: 最后一个周五}
    - {every: 年, on: 春节}
  steps: [{id: a, do: 问, by: clerk}]
"""


@pytest.fixture(scope="module")
def feasts() -> dict[str, object]:
    handbook = handbook_of(FEASTS)
    ((role, due),) = fixed_duties(handbook).items()
    return events(calendar_of(role, due, handbook))


def test_a_feast_of_the_lunar_year_has_its_dates_written_out(feasts) -> None:
    event = feasts["greet-0-0@handbook"]
    days = rruleset()
    days.rdate(event.decoded("dtstart"))
    for each in event["rdate"].dts:
        days.rdate(each.dt)
    assert [f"{day:%Y-%m-%d %H:%M}" for day in list(days)[:3]] == [
        "2027-09-15 09:00", "2028-10-03 09:00", "2029-09-22 09:00",
    ]  # fmt: skip
    assert len(list(days)) == YEARS_WRITTEN_OUT
    assert "rrule" not in event


def test_a_feast_without_a_time_is_a_date(feasts) -> None:
    event = feasts["greet-3-0@handbook"]
    assert event.decoded("dtstart") == datetime.date(2027, 2, 6)
    assert event["rdate"].to_ical().startswith(b"20280126,20290213")
    assert event["rdate"].params["VALUE"] == "DATE"


def test_what_lasts_some_days_of_each_month_ends_with_the_last(feasts) -> None:
    event = feasts["greet-1-0@handbook"]
    assert event.decoded("dtstart") == datetime.date(2026, 10, 5)
    assert event.decoded("dtend") == datetime.date(2026, 10, 26)


def test_the_last_friday_of_a_month_is_a_rule(feasts) -> None:
    event = feasts["greet-2-0@handbook"]
    start = datetime.datetime.combine(event.decoded("dtstart"), datetime.time())
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
    assert [day.day for day in rule[:3]] == [30, 27, 25]


MATRIX = """\
- {kind: role, id: clerk, title: 文员}
- {kind: role, id: boss, title: 经理}
- kind: procedure
  id: p
  title: 办事
  code: PR-1
  steps:
    - {id: a, do: 受理, by: clerk, accountable: boss}
    - {id: b, do: 批准, by: boss, accountable: boss, inform: clerk}
"""


def test_the_matrix_is_also_a_grid_of_steps_and_people() -> None:
    handbook = handbook_of(MATRIX)
    table = responsibility_table(handbook.organisation, Paper(handbook, handbook.organisation, ""))
    files = {
        file.uri: file.content
        for file in files_of(
            "职责矩阵", "r.", [("示例", table)], labels("zh-CN"), with_section=True
        )
    }
    expected = [
        ["栏目", "流程", "编号", "序", "步骤", "文员", "经理"],
        ["示例", "办事", "PR-1", "1", "受理", "R", "A"],
        ["示例", "办事", "PR-1", "2", "批准", "I", "R A"],
    ]
    text = files["r.grid.csv"].decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == expected
    book = load_workbook(io.BytesIO(files["r.xlsx"]))
    assert [len(sheet["A"]) for sheet in book.worksheets] == [3, 3]
    grid = book.worksheets[1]
    assert [[cell.value or "" for cell in row] for row in grid.iter_rows()] == expected
    assert grid.freeze_panes == "F2"


def test_people_of_one_name_are_told_apart_by_their_section(tmp_path) -> None:
    for section in ("east", "west"):
        (tmp_path / "content" / section).mkdir(parents=True)
        (tmp_path / "content" / section / "section.yml").write_text(f"title: {section}\n")
        (tmp_path / "content" / section / "all.yml").write_text(MATRIX)
    (tmp_path / "content/handbook.yml").write_text("title: 手册\norganisation: 单位\n")
    handbook = load(tmp_path).handbook
    tables = [
        (("",), responsibility_table(section, Paper(handbook, section, "")))
        for section in handbook.sections[1:]
    ]
    head, rows = grid(tables)
    assert head[-4:] == ("文员 (east)", "经理 (east)", "文员 (west)", "经理 (west)")
    assert [row[-4:] for row in rows][::2] == [("R", "A", "", ""), ("", "", "R", "A")]
