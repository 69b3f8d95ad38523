"""Limits and schedules in every spelling that editors are told of."""

import pytest
from tests.written import loaded

from handbook.model.edition import edition_of

TERM = "- {kind: standard, id: reply, title: 答复, value: 2天}\n"
STEPS = "{id: a, do: 做, by: 待定"


@pytest.fixture
def limit(handbook):
    def of(words: str):
        text = f"{TERM}- {{kind: procedure, id: p, title: 流, steps: {STEPS}, within: {words}}}}}\n"
        made = handbook(text)
        return made, made["p"].steps[0].within

    return of


@pytest.mark.parametrize(
    ("words", "kind", "seconds"),
    [
        ("30分钟", "duration", 1800), ("30分钟内", "duration", 1800),
        ("不超过30分钟", "duration", 1800),
        ("within 30min", "duration", 1800), ("1-2周", "duration", 14 * 86400),
        ("3个月±1周", "duration", 90 * 86400), ("立即", "word", 0), ("当天", "word", 86400),
        ("次日", "word", 2 * 86400), ("當日", "word", 86400), ("及时", "word", None),
        ("immediately", "word", 0), ("Next day", "word", 2 * 86400), ("16:00前", "clock", None),
        ("16:00", "clock", None), ("before 16:00", "clock", None), ("次日12:00前", "clock", None),
        ("'[[reply]]'", "standard", None), ("'[[reply|两天]]'", "standard", None),
        ("待定", "open", None), ("TBD", "open", None),
        ("within 2 days", "duration", 2 * 86400), ("an hour", "duration", 3600),
        ("no more than 2 hours", "duration", 7200), ("a maximum of 3 days", "duration", 3 * 86400),
        ("3 days at most", "duration", 3 * 86400), ("in 2 to 3 days", "duration", 3 * 86400),
        ("about half an hour", "duration", 1800), ("约2小时", "duration", 7200),
        ("the same day", "word", 86400), ("by the end of the day", "word", 86400),
        ("by close of business", "word", 86400), ("EOD", "word", 86400),
        ("next working day", "word", 2 * 86400), ("下一个工作日", "word", 2 * 86400),
        ("by the end of the next business day", "word", 2 * 86400), ("at once", "word", 0),
        ("立刻", "word", 0), ("asap", "word", None), ("by 4 pm", "clock", None),
        ("4:30 pm", "clock", None), ("no later than 16:00", "clock", None),
        ("by noon", "clock", None), ("by 10 am the next working day", "clock", None),
        ("'next day, 10:00'", "clock", None), ("下午4点前", "clock", None),
    ],
)  # fmt: skip
def test_a_limit_is_a_duration_a_word_a_clock_time_a_standard_or_open(limit, words, kind, seconds):
    _, found = limit(words)
    assert (found.within.kind, found.within.seconds) == (kind, seconds)


@pytest.mark.parametrize(
    "words",
    [
        "同一天",
        "很快",
        "3",
        "25:00前",
        "[reply]",
        "3天4",
        "soon",
        "before 3 days",
        "25 pm",
        "3天前",
    ],
)
def test_anything_else_is_no_limit(load, words):
    text = f"kind: procedure\nid: p\ntitle: 流\nsteps: {STEPS}, within: '{words}'}}\n"
    assert [each.rule for each in load(text).problems] == ["not-a-limit"]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("2 days after receipt", ("2 days", "after", "receipt")),
        ("within 3 working days of delivery", ("within 3 working days", "after", "delivery")),
        ("1 week before the meeting", ("1 week", "before", "the meeting")),
        ("收到后2天内", ("2天内", "after", "收到")),
        ("会议前1周", ("1周", "before", "会议")),
    ],
)
def test_a_limit_with_an_event_in_it_is_shown_in_its_two_parts(load, words, parts):
    text = f"kind: procedure\nid: p\ntitle: 流\nsteps: {STEPS}, within: '{words}'}}\n"
    (found,) = load(text).problems
    details = dict(found.details)
    assert found.hint == "start"
    assert (details["within"], details["relation"], details["event"]) == parts


def test_the_length_of_a_standard_is_its_value(limit):
    made, found = limit("'[[reply]]'")
    assert made.seconds(found.within) == 2 * 86400


def test_a_limit_may_have_its_own_start(limit):
    _, found = limit("{within: 1-2周, after: 安装完成}")
    assert (str(found.within), found.after, found.before) == ("1-2周", "安装完成", None)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("班", "shift"), ("日", "day"), ("天", "day"), ("周", "week"), ("週", "week"),
        ("月", "month"),
        ("季度", "quarter"), ("半年", "half-year"), ("年", "year"), ("定期", "regular"),
        ("不定期", "irregular"), ("待定", "open"), ("shift", "shift"), ("day", "day"),
        ("week", "week"),
        ("month", "month"), ("quarter", "quarter"), ("half-year", "half-year"), ("year", "year"),
        ("2周", None),
    ],
)  # fmt: skip
def test_an_interval_is_a_unit_of_the_calendar_or_a_length(handbook, words, unit):
    text = f"kind: procedure\nid: p\ntitle: 流\nschedule: {{every: {words}}}\nsteps: {STEPS}}}\n"
    assert handbook(text)["p"].schedule[0].every.unit == unit


@pytest.mark.parametrize(
    ("words", "said", "seconds"),
    [
        ("every 2 hours", "2 hours", 7200), ("fortnightly", "fortnight", 14 * 86400),
        ("every other week", "2 weeks", 14 * 86400), ("two weeks", "two weeks", 14 * 86400),
        ("hourly", "hour", 3600), ("隔周", "2周", 14 * 86400), ("每2周", "2周", 14 * 86400),
    ],
)  # fmt: skip
def test_an_interval_tells_what_is_said_after_every(handbook, words, said, seconds):
    every = schedule_of(handbook, f"{{every: {words}}}").every
    assert (every.words, every.seconds, every.unit) == (said, seconds, None)


@pytest.mark.parametrize(
    "words",
    ["Monday", "every Monday", "Mondays and Thursdays", "Mon-Fri", "Sat, Sun", "周一",
     "每周一、周四"],
)  # fmt: skip
def test_weekdays_may_stand_in_place_of_the_interval(handbook, words):
    schedule = schedule_of(handbook, f"{{every: '{words}', at: 14:30}}")
    assert schedule.every.unit == "week"
    assert len(schedule.days) == 1


@pytest.mark.parametrize("words", ["biweekly", "soon", "3", "working day", "Munday", "week 3"])
def test_an_interval_that_could_mean_two_things_is_refused(load, words):
    text = f"kind: procedure\nid: p\ntitle: 流\nschedule: {{every: {words}}}\nsteps: {STEPS}}}\n"
    assert [each.rule for each in load(text).problems] == ["not-an-interval"]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("每月5日", "{every: 月, on: 5日}"),
        ("每月五日", "{every: 月, on: 五日}"),
        ("每季5日", "{every: 季, on: 5日}"),
        ("每年5月1日", "{every: 年, on: 5月1日}"),
        ("每周5天", "None"),
    ],
)
def test_a_day_of_each_month_is_no_month_and_some_days(load, words, written):
    text = f"kind: procedure\nid: p\ntitle: 流\nschedule: {{every: {words}}}\nsteps: {STEPS}}}\n"
    [found] = load(text).problems
    assert (found.rule, dict(found.details)["written"]) == ("not-an-interval", written)


def schedule_of(handbook, written):
    text = f"kind: procedure\nid: p\ntitle: 流\nschedule: {written}\nsteps: {STEPS}}}\n"
    return handbook(text)["p"].schedule[0]


def test_the_weekday_of_an_interval_counts_for_the_edition(handbook):
    text = f"kind: procedure\nid: p\ntitle: 流\nschedule: every\nsteps: {STEPS}}}\n"
    made = [handbook(text.replace("every", day)) for day in ("Monday", "Tuesday")]
    first, second = (edition_of(each["p"], each) for each in made)
    assert first != second


@pytest.mark.parametrize("relation", ["after", "before", "when"])
def test_an_event_alone_stands_for_a_moment(handbook, relation):
    text = (
        f"kind: procedure\nid: p\ntitle: 流\nschedule: {{{relation}: 客户提车}}\nsteps: {STEPS}}}\n"
    )
    moment = getattr(handbook(text)["p"].schedule[0], relation)
    assert (moment.event, moment.at) == ("客户提车", None)


def test_limits_by_case_are_several_and_the_longest_certain_one_is_judged(limit):
    made, found = limit("[{when: 一级, within: 3天}, {when: 二级, within: 9天, after: 登记}, 5天]")
    assert [str(each) for each in found] == ["3天", "9天", "5天"]
    assert made.flow(made["p"]).seconds == 5 * 86400


@pytest.mark.parametrize("words", ["[3天]", "[{within: 3天}]"])
def test_a_list_of_one_limit_for_all_cases_is_that_limit(limit, words):
    one, found = limit(words)
    other, plain = limit("3天")
    assert str(found) == str(plain) == "3天"
    assert one.edition(one["p"]) == other.edition(other["p"])


@pytest.mark.parametrize("more", ["", "every: 日, "])
def test_a_schedule_does_not_end_before_it_begins(more):
    text = "{kind: procedure, id: p, title: 流, steps: " + STEPS + "}, schedule: {%s"
    days = "from: 2026-07-31, to: 2026-06-15}}"
    (found,) = loaded(text % more + days).problems
    assert (found.rule, found.hint) == ("hours-backwards", "dates")
    assert loaded(text % more + "from: 2026-07-31, to: 2026-07-31}}").problems == ()
