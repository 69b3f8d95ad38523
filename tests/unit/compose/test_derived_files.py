"""Downloads: safe for spreadsheets, read by real programs, the same bytes each time."""

from __future__ import annotations

import csv
import datetime
import io

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from openpyxl import load_workbook
from test_pages import handbook_of

from handbook.compose.calendars import calendar_of
from handbook.compose.spreadsheets import as_csv, as_xlsx, harmless
from handbook.derive.fixed import fixed_duties

HEAD = ("标题", "说明")
LINES = [("投诉", '=HYPERLINK("x")'), ("回访", "一行，\n两行")]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝"])
def test_no_cell_is_taken_for_a_formula(sign: str) -> None:
    assert harmless(f"{sign}1+1").startswith("'")


def test_csv_is_read_back_as_written() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(HEAD, LINES).decode("utf-8-sig"), newline="")))
    assert rows == [list(HEAD), ["投诉", '\'=HYPERLINK("x")'], ["回访", "一行，\n两行"]]


def test_a_workbook_holds_text_only_and_keeps_its_head_in_sight() -> None:
    sheet = load_workbook(io.BytesIO(as_xlsx("时限/承诺", HEAD, LINES))).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()][1][1].startswith("'=")
    assert all(cell.data_type == "s" for row in sheet.iter_rows() for cell in row)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")


def test_the_same_table_gives_the_same_bytes() -> None:
    assert as_xlsx("表", HEAD, LINES) == as_xlsx("表", HEAD, LINES)
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
