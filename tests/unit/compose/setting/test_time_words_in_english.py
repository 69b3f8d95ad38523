"""Limits and schedules as an English handbook says them."""

import pytest
from tests.written import handbook_of

from handbook.compose.setting.labels import labels
from handbook.compose.setting.lengths import length_in_words
from handbook.compose.setting.time_words import TimeWords
from handbook.compose.setting.typeset import Typesetter

SETTINGS = "title: H\norganisation: O\nlanguage: {}\n"


def times(key: str, written: str, language: str = "en"):
    text = (
        "kind: procedure\nid: p\ntitle: P\n"
        + (f"{key}: {written}\n" if key == "schedule" else "")
        + "steps: {id: a, do: A, by: TBD"
        + ("" if key == "schedule" else f", {key}: {written}")
        + "}\n"
    )
    handbook = handbook_of(text, handbook=SETTINGS.format(language))
    setter = Typesetter(handbook, (), lambda target, words: words)
    return handbook["p"], TimeWords(setter, labels(language))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{every: week, on: Monday, at: 10:00}", "every Monday at 10:00"),
        ("{every: Monday, at: 10:00}", "every Monday at 10:00"),
        ("{every: Mondays and Thursdays}", "every Monday and Thursday"),
        ("{every: week, on: [Mon, Wed, Fri], by: 4 pm}",
         "every Monday, Wednesday and Friday by 4 pm"),
        ("{every: week, on: Mon-Fri}", "every Monday to Friday"),
        ("{every: day, on: working days, at: 8:30-9:00}", "every working day at 8:30–9:00"),
        ("{every: day}", "daily"),
        ("{every: week}", "weekly"),
        ("{every: month, on: 1st}", "monthly on the 1st"),
        ("{every: month, on: [2nd, 23rd]}", "monthly on the 2nd and the 23rd"),
        ("{every: month, on: last day}", "monthly on the last day"),
        ("{every: month, on: first Monday}", "monthly on the first Monday"),
        ("{every: quarter, on: [April, July]}", "quarterly in April and July"),
        ("{every: year, on: 1 May}", "yearly on 1 May"),
        ("{every: year, on: May 1st}", "yearly on 1 May"),
        ("{every: year, on: Christmas}", "yearly on Christmas"),
        ("{every: half-year}", "every six months"),
        ("{every: 2w}", "every 2 weeks"),
        ("{every: other week, on: Friday}", "every 2 weeks on Friday"),
        ("{every: fortnight}", "every fortnight"),
        ("{every: 2w, within: 1y}", "every 2 weeks, within 1 year"),
        ("{after: {event: pick-up, at: 7-10d}}", "7–10 days after pick-up"),
        ("{after: {event: pick-up}}", "after pick-up"),
        ("{after: {event: pick-up, within: 2wd}}", "after pick-up, within 2 working days"),
        ("{before: {event: birthday, at: 2 days}}", "2 days before birthday"),
        ("{from: 2026-06-15, to: 2026-07-31}", "from 15 June 2026 to 31 July 2026"),
        ("{from: 2026-06-15}", "from 15 June 2026"),
        ("{on_demand: yes}", "on demand"),
        ("{every: shift}", "every shift"),
        ("regularly", "regularly"),
    ],
)  # fmt: skip
def test_a_schedule_reads_as_a_phrase(written, words):
    procedure, said = times("schedule", written)
    assert str(said.schedule(procedure.schedule[0])) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("5min", "within 5 min"), ("1h", "within 1 hour"), ("24h", "within 24 hours"),
        ("1h30min", "within 1 hour 30 min"), ("2wd", "within 2 working days"),
        ("1wd", "within 1 working day"), ("1-2w", "within 1–2 weeks"), ("1.5h", "within 1.5 hours"),
        ("3mo±1w", "within 3 months ± 1 week"), ("an hour", "within an hour"),
        ("3 to 5 working days", "within 3 to 5 working days"), ("within 1h", "within 1 hour"),
        ("immediately", "immediately"), ("before 16:00", "before 16:00"), ("by 4 pm", "by 4 pm"),
        ("{within: 2wd, after: delivery}", "within 2 working days after delivery"),
        ("{within: 1-2w, before: meeting}", "1–2 weeks before meeting"),
        ("{within: next day, after: payment}", "next day after payment"),
    ],
)  # fmt: skip
def test_a_limit_reads_as_a_phrase(written, words):
    procedure, said = times("within", written)
    assert str(said.limit(procedure.steps[0].within)) == words


@pytest.mark.parametrize(
    ("language", "typed", "words"),
    [
        ("en", "1y", "1 year"), ("en", "3y", "3 years"), ("en", "6mo", "6 months"),
        ("en", "2q", "2 quarters"), ("en", "20s", "20 s"), ("en", "1d 4h", "1 day 4 hours"),
        ("en", "three years", "three years"), ("en", "permanently", "permanently"),
        ("en", "2D", "2 days"), ("en", "0.5d", "0.5 days"), ("en", "$0.05", "$0.05"),
        ("zh-CN", "2wd", "2\u2009个工作日"), ("zh-TW", "2wd", "2\u2009個工作天"),
        ("zh-CN", "1h30min", "1\u2009小时\u200930\u2009分钟"), ("zh-CN", "3年", "3\u2009年"),
        ("zh-CN", "7-10d", "7-10\u2009天"),
        ("en", "10 mins", "10 min"), ("en", "45 secs.", "45 s"), ("en", "2 hrs", "2 hours"),
        ("en", "1hr 30mins", "1 hour 30 min"), ("en", "3 wks", "3 weeks"), ("en", "1 yr", "1 year"),
        ("en", "2 mths", "2 months"), ("en", "2 bd", "2 working days"),
        ("en", "2 business days", "2 business days"), ("en", "30 minutes", "30 minutes"),
        ("en", "an hour and a half", "an hour and a half"),
        ("en", "3小时", "3 hours"), ("en", "2个工作日", "2 working days"),
        ("en", "1个半小时", "1.5 hours"), ("en", "3到5天", "3–5 days"),
        ("zh-CN", "10 mins", "10\u2009分钟"), ("zh-CN", "3 days", "3\u2009天"),
        ("zh-CN", "2 hrs 15 minutes", "2\u2009小时\u200915\u2009分钟"),
        ("zh-CN", "3 to 5 working days", "3-5\u2009个工作日"),
        ("zh-CN", "an hour and a half", "1.5\u2009小时"), ("zh-CN", "a fortnight", "2\u2009周"),
        ("zh-TW", "1 week", "1\u2009週"), ("zh-CN", "1个半小时", "1\u2009个半小时"),
        ("zh-CN", "3个自然日", "3\u2009个自然日"),
    ],
)  # fmt: skip
def test_units_are_written_in_the_language_of_the_handbook(language, typed, words):
    assert length_in_words(typed, labels(language)) == words


def test_chinese_keeps_its_own_order():
    procedure, said = times("schedule", "{every: 周, on: 周一, at: 14:30}", "zh-CN")
    assert str(said.schedule(procedure.schedule[0])) == "每周 周一 14:30"
    procedure, said = times("schedule", "{after: {event: 提车, at: 7-10天}}", "zh-CN")
    assert str(said.schedule(procedure.schedule[0])) == "提车后 7-10\u2009天"
