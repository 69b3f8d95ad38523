"""Time limits and schedules as words, in the handbook's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from handbook.compose.setting.dates import date_in_words
from handbook.compose.setting.days_in_words import DaysInWords
from handbook.compose.setting.labels import Labels
from handbook.compose.setting.lengths import gapped, length_in_words, said
from handbook.compose.setting.typeset import Typesetter
from handbook.languages import DayWords, record_of
from handbook.model.limits import Limit, Span, cases_of
from handbook.model.schedules import Moment, Schedule


class TimeWords:
    """Says limits and schedules in the handbook's language, with standards as links."""

    def __init__(self, setter: Typesetter, t: Labels) -> None:
        self.setter = setter
        self.t = t
        self.language = str(setter.handbook.settings.language)

    def limit(self, limits: Limit | tuple[Limit, ...] | None) -> Markup:
        """Say a limit: 30 分钟内, 安装完成后 1-2 周内, 会议前 3 天; 一级：3 天内."""
        return self._by_case(limits, self._limit)

    def overdue(self, limits: Limit | tuple[Limit, ...]) -> Markup:
        """Say the time after which something is overdue; from an event of its own, if any."""
        return self._by_case(limits, self._overdue)

    def _by_case(
        self, limits: Limit | tuple[Limit, ...] | None, say: Callable[[Limit], Markup]
    ) -> Markup:
        differ = isinstance(limits, tuple)
        told = (
            self.in_case(each, say(each)) if differ or each.when else say(each)
            for each in cases_of(limits)
        )
        return Markup(self.t("limit-between")).join(told)

    def in_case(self, limit: Limit, words: Markup) -> Markup:
        """Say before a limit in which case it applies: 一级：3 天内."""
        case = self.setter.plain(limit.when) if limit.when else self.t("limit-otherwise")
        return Markup(self.t("limit-case", case=case, limit=words))

    def _limit(self, limit: Limit) -> Markup:
        counts = limit.counts_from
        if counts is None:
            return self.within(limit.within)
        event = self.setter.plain(counts.event)
        if counts.relation == "before":
            return Markup(self.t("limit-before", event=event, span=self.span(limit.within)))
        return Markup(self.t("limit-after", event=event, limit=self.within(limit.within)))

    def _overdue(self, limit: Limit) -> Markup:
        counts, span = limit.counts_from, self.span(limit.within)
        if counts is None:
            return span
        if counts.relation == "before":
            return self._limit(limit)
        return Markup(self.t("limit-after", event=self.setter.plain(counts.event), limit=span))

    def length(self, length: object) -> Markup:
        """Say a figure, such as how long something is kept; what it mentions stays a link."""
        if length is None:
            return Markup("")
        plain = self.setter.plain(str(length))
        return plain if "<" in plain else escape(length_in_words(length, self.t))

    def within(self, span: Span) -> Markup:
        """Say the most time something may take."""
        if span.duration and span.duration.text == span.text.strip():
            return escape(self.t("limit-within", span=self.span(span)))
        return self.span(span)

    def span(self, span: Span) -> Markup:
        """Say a span as it was written; a standard as a link that shows its value."""
        if span.standard is not None:
            return self.setter.plain(span.text)
        words = span.text.strip()
        return escape(said(words, self.t) if span.duration else gapped(words))

    def schedules(self, schedules: Iterable[Schedule]) -> list[Markup]:
        """Say each rule of a schedule, as a line of its own."""
        return [self.begun(self.schedule(schedule)) for schedule in schedules]

    def begun(self, words: Markup) -> Markup:
        """Begin a line of its own: many languages with a capital letter."""
        if not record_of(self.language).begins_lines_with_capitals:
            return words
        return Markup(words[:1].upper()) + words[1:]

    def schedule(self, schedule: Schedule) -> Markup:
        """Say when something is due: 每周 周一 14:30, every Monday at 14:30, 客户提车后 7-10 天."""
        parts: list[str | Markup] = [self._days(schedule)]
        if schedule.at:
            parts.append(self.t("at-time", time=said(schedule.at, self.t)))
        if schedule.by:
            parts.append(self.t("by-time", time=said(schedule.by, self.t)))
        for relation in ("after", "before", "when"):
            moment: Moment | None = getattr(schedule, relation)
            if moment is not None:
                parts.append(self._moment(moment, relation))
        if schedule.on_demand:
            parts.append(self.t("on-demand"))
        if schedule.from_ or schedule.to:
            start, end = (date_in_words(day, self.t) for day in (schedule.from_, schedule.to))
            key = "from-to" if start and end else "from-on" if start else "until"
            parts.append(self.t(key, start=start, end=end))
        words = Markup(" ").join(part for part in parts if part)
        if schedule.within is None:
            return words
        limit = self.within(schedule.within)
        if not words:
            return limit
        return Markup(self.t("schedule-within", schedule=words, limit=limit))

    def _days(self, schedule: Schedule) -> Markup:
        """Say how often, and on which days."""
        every, unit = "", None
        if schedule.every is not None:
            unit = schedule.every.unit
            if unit and unit != "open":
                every = self.t(f"every-{unit}")
            else:
                every = self.t("every", interval=said(schedule.every.words, self.t))
        words = record_of(self.language).days
        if isinstance(words, DayWords):
            return DaysInWords(words, self.setter.plain).on_days(every, unit, schedule.days)
        days = [self.setter.plain(day) for day in schedule.days]
        return Markup(" ").join([every, *days] if every else days)

    def _moment(self, moment: Moment, relation: str) -> Markup:
        event = self.setter.plain(moment.event)
        if moment.at is not None:
            words = Markup(
                self.t(f"moment-{relation}-at", event=event, span=self.span(moment.at))
            )
        else:
            words = Markup(self.t(f"moment-{relation}", event=event))
        if moment.within is None:
            return words
        limit = self.within(moment.within)
        return Markup(self.t("schedule-within", schedule=words, limit=limit))
