"""The days of a schedule as a language says them: every Monday, monthly on the 1st, on 1 May."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from markupsafe import Markup

from handbook.derive.day_words import day_of
from handbook.derive.feasts import has_a_name
from handbook.derive.repeat import LAST, Recurrence
from handbook.languages import DayWords
from handbook.read.nodes import Text

_FROM_MONDAY, _WEEKEND = (0, 1, 2, 3, 4), (5, 6)
_WORK, _END_OF_WEEK = re.compile(r"work|busi|工作", re.I), re.compile(r"weekend|[周週]末", re.I)
Form = Literal["weekday", "date", "month", "named"]
Plain = Callable[[Text], Markup]  # draws what stays as typed


class DaysInWords:
    """Says days with the words of a language; `plain` draws those that stay as typed."""

    def __init__(self, words: DayWords, plain: Plain) -> None:
        self.words = words
        self.plain = plain

    def on_days(self, every: str, unit: str | None, days: Sequence[Text]) -> Markup:
        """Join how often, said already, with its days."""
        said = [self._said(day) for day in days]
        weekdays = [words for form, words in said if form == "weekday"]
        months = [words for form, words in said if form == "month"]
        others = [words for form, words in said if form in ("date", "named")]
        phrase = Markup(every)
        if weekdays and unit in ("day", "week"):
            phrase = Markup(self.words.every).format(days=self.listed(weekdays))
        elif weekdays:
            others = [*weekdays, *others]
        if others:
            phrase += Markup(self.words.on).format(days=self.listed(others))
        if months:
            phrase += Markup(self.words.during).format(months=self.listed(months))
        return phrase

    def listed(self, words: Sequence[str]) -> Markup:
        """Join words: one, one and two; one, two and three."""
        if len(words) < 2:
            return Markup("").join(words)
        joined = Markup(self.words.between).join(words[:-1])
        return joined + Markup(self.words.before_last) + Markup(words[-1])

    def _said(self, day: Text) -> tuple[Form, Markup]:
        words = self.words
        rule = day_of(str(day))
        if rule is None or has_a_name(str(day)):
            return "named", self.plain(day)
        if rule.which:
            which = words.which[rule.which - 1 if rule.which != LAST else -1]
            said = words.nth_weekday.format(which=which, weekday=words.weekdays[rule.weekdays[0]])
            months = (words.during.format(months=words.months[m - 1]) for m in rule.months)
            return "date", Markup(said + "".join(months))
        if rule.weekdays:
            return "weekday", Markup(self._weekdays(rule.weekdays, str(day)))
        if rule.month_days:
            return "date", Markup(self._dates(rule))
        return "month", self.listed([Markup(words.months[number - 1]) for number in rule.months])

    def _weekdays(self, numbers: tuple[int, ...], typed: str) -> str:
        words = self.words
        if numbers == _FROM_MONDAY and _WORK.search(typed):
            return words.working_day
        if numbers == _WEEKEND and _END_OF_WEEK.search(typed):
            return words.weekend
        if numbers == _FROM_MONDAY and "weekday" in typed.lower():
            return words.weekday
        first = next((n for n in numbers if (n - 1) % 7 not in numbers), 0)
        run = [(first + ahead) % 7 for ahead in range(len(numbers))]
        if len(numbers) > 2 and set(run) == set(numbers):
            ends = words.weekdays[run[0]], words.weekdays[run[-1]]
            return words.weekdays_from_to.format(first=ends[0], last=ends[1])
        return str(self.listed([words.weekdays[number] for number in numbers]))

    def _dates(self, rule: Recurrence) -> str:
        words = self.words
        days = sorted(rule.month_days, key=lambda day: day if day != LAST else 32)
        month = words.months[rule.months[0] - 1] if len(rule.months) == 1 else ""
        if rule.further_days:
            first, last = days[0], days[0] + rule.further_days
            if month:
                return words.dates_from_to.format(first=first, last=last, month=month)
            nth = (words.ordinals[each - 1] for each in (first, last))
            return words.days_from_to.format(first=next(nth), last=next(nth))
        return str(self.listed([self._date(day, month) for day in days]))

    def _date(self, day: int, month: str) -> str:
        words = self.words
        if month:
            said = words.last_day_of if day == LAST else words.date
            return said.format(day=day, month=month)
        return words.last_day if day == LAST else words.nth_day.format(nth=words.ordinals[day - 1])
