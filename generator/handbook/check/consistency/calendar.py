"""Days that are in no calendar, and events spelt in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from handbook.derive.date_words import in_figures
from handbook.derive.recurrence import days_at_odds, days_in_no_calendar
from handbook.model.handbook import Handbook
from handbook.model.kinds import Procedure, Unit
from handbook.model.limits import cases_of
from handbook.model.nearest import nearest, shortened
from handbook.model.schedules import Schedule
from handbook.model.values import is_open
from handbook.problems import Problem, problem
from handbook.read.nodes import Text
from handbook.write.spelling import one_line

_CHINESE_DAY = re.compile(r"(周|週|星期|礼拜|禮拜)([七八九十零〇0-9曰目未])(?![年期])")
_SPELT = {"七": "日", "7": "日", "曰": "日", "目": "日", "未": "末",
          **dict(zip("123456", "一二三四五六", strict=True))}  # fmt: skip
_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMES = {name.lower() for day in _ENGLISH for name in (day, f"{day}s")}
# Words that end as weekdays do and are none: weekday, working days, bank holidays.
_NO_NAMES = {"day", "weekday", "workday", "holiday", "birthday", "midday", "today", "everyday",
             "payday"}  # fmt: skip
_DATE = re.compile(r"(?:(\d{1,2})月)?(?:(\d{1,2})[日号號])?")
_DAYS_OF = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def unknown_weekdays(handbook: Handbook) -> Iterator[Problem]:
    """A day on which something is due is in the calendar: 周一 to 周日, 1日 to 31日, 1月 to 12月.

    Holidays have names of their own, and are not judged.
    """
    for schedule in _schedules(handbook):
        for day in schedule.days:
            yield from _judged(day)
    for unit in handbook.whole(Unit):
        for shift in unit.shifts:
            if shift.days is not None:
                yield from _judged(shift.days)


def _judged(day: Text) -> Iterator[Problem]:
    misspelt = _CHINESE_DAY.search(day)
    if misspelt:
        right = _SPELT.get(misspelt[2])
        meant = misspelt[1] + right if right else ""
        yield _unknown(day, misspelt[0], meant)
        return
    for word in re.findall(r"[A-Za-z]{4,}", day):
        near = nearest(word, _ENGLISH) if word.lower().rstrip("s") not in _NO_NAMES else None
        if near and word.lower() not in _NAMES and word.lower().endswith(("day", "dya", "days")):
            yield _unknown(day, word, near)
    if _is_impossible(day):
        yield _unknown(day, str(day), "")


def _is_impossible(day: Text) -> bool:
    """Tell whether a date is in no year: 2月30日, Feb 30, 32."""
    date = _DATE.fullmatch(in_figures(day))
    if not (date and (date[1] or date[2])):
        return False
    month, number = int(date[1] or 1), int(date[2] or 1)
    return not (1 <= month <= 12 and 1 <= number <= _DAYS_OF[month - 1])


def contradictory_days(handbook: Handbook) -> Iterator[Problem]:
    """The days of a schedule agree with how often it comes round: no every day on Monday."""
    for schedule in _schedules(handbook):
        for day in days_at_odds(schedule):
            yield problem(
                "contradictory-day", day.place, _way_out(schedule),
                every=schedule.every, day=day,
            )  # fmt: skip


def _way_out(schedule: Schedule) -> str:
    unit = schedule.every.unit if schedule.every else None
    return unit if unit in ("day", "week", "month", "year") else "other"


def unplanned_days(handbook: Handbook) -> Iterator[Problem]:
    """A calendar knows the day on which something is due, or it stands in no planner."""
    for schedule in _schedules(handbook):
        for day in days_in_no_calendar(schedule):
            if not is_open(day) and not any(_judged(day)):
                yield problem("unplanned-day", day.place, "date",
                              day=day, event=one_line(day, flow=True))  # fmt: skip


def _unknown(day: Text, word: str, meant: str) -> Problem:
    place = day.offset_place(day.index(word))
    return problem("unknown-day", place, "nearest" if meant else "known", day=word, nearest=meant)


def _schedules(handbook: Handbook) -> Iterator[Schedule]:
    for procedure in handbook.whole(Procedure):
        yield from procedure.schedule
        for step in procedure.steps:
            yield from step.schedule


# Words that change how an event is spelt, but not which event it is.
_LOOSE = re.compile(r"[\s，,、.。的了]|(?:之后|之後|以后|以後|后|後|时|時)$")
# Characters that are typed for one another; other differences of one character may be two events.
_CONFUSED = ("账帐", "作做", "像象", "已己", "订定", "的地", "份分", "坐座", "其期", "制致", "复覆",
             "型形", "划画", "只支", "签鉴", "缴交", "到道", "时是", "应因")  # fmt: skip
_LONG_ENOUGH = 4
_TELLING = frozenset("不未非无無再初首新旧舊前后後内外大小次第每半零一二三四五六七八九十0123456789")


def events_spelt_twice(handbook: Handbook) -> Iterator[Problem]:
    """An event that duties and limits count from is spelt in one way.

    Told at the rarer spelling, of two that differ in spaces, signs, 后 at the end, or a slip.
    """
    events = [text for text in _events(handbook) if text.strip()]
    count = Counter(str(text) for text in events)
    first: dict[str, Text] = {}
    for text in events:
        first.setdefault(str(text), text)
    rank = {name: (count[name], -number) for number, name in enumerate(first)}
    twins: dict[str, list[str]] = {}
    for name in first:
        for key in _keys(name):
            twins.setdefault(key, []).append(name)
    for name, text in first.items():
        near = dict.fromkeys(other for key in _keys(name) for other in twins[key])
        for other in near:
            if rank[name] < rank[other] and _same_event(name, other):
                yield problem(
                    "event-spelt-twice", text.place, "spell",
                    event=name, other=other, where=first[other].place,
                )  # fmt: skip
                break


def _events(handbook: Handbook) -> Iterator[Text]:
    for schedule in _schedules(handbook):
        for moment in (schedule.after, schedule.before, schedule.when):
            if moment is not None:
                yield moment.event
    for procedure in handbook.whole(Procedure):
        for step in procedure.steps:
            for limits in (step.within, *(each.after for each in step.escalate)):
                for limit in cases_of(limits):
                    yield from (each for each in (limit.after, limit.before) if each is not None)


def _plain(name: str) -> str:
    return _LOOSE.sub("", name.casefold())


def _keys(name: str) -> set[str]:
    return shortened(_plain(name))


def _same_event(left: str, right: str) -> bool:
    a, b = _plain(left), _plain(right)
    if a == b:
        return True
    if min(len(a), len(b)) < _LONG_ENOUGH:
        return False
    if len(a) == len(b):
        apart = [{x, y} for x, y in zip(a, b, strict=True) if x != y]
        if len(apart) == 2 and apart[0] == apart[1]:
            return True  # two characters swapped
        pairs = [set(pair) for pair in _CONFUSED]
        latin = all(sign.isascii() and sign.isalpha() for pair in apart for sign in pair)
        return len(apart) == 1 and (apart[0] in pairs or (latin and len(a) > 6))
    longer, shorter = sorted((a, b), key=len, reverse=True)
    if len(longer) != len(shorter) + 1:
        return False
    at = next((i for i, s in enumerate(shorter) if longer[i] != s), len(shorter))
    rest_agrees = longer[at + 1 :] == shorter[at:]
    doubled = longer[at] in longer[max(at - 1, 0) : at]
    latin = longer[at].isascii() and longer[at].isalpha() and len(longer) > 6
    return rest_agrees and longer[at] not in _TELLING and (doubled or latin)
