"""Time limits, schedules and retention as words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from handbook.compose.labels import Labels
from handbook.compose.typeset import Typesetter
from handbook.model.limits import Limit, Span
from handbook.model.schedules import Moment, Schedule

_MEETING = re.compile(r"(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")


def gapped(text: str) -> str:
    """Put a thin gap where Chinese meets figures and Latin letters: 30 分钟."""
    return _MEETING.sub("\u2009", text)


class TimeWords:
    """Says limits and schedules in the handbook's language, with standards as links."""

    def __init__(self, setter: Typesetter, t: Labels) -> None:
        self.setter = setter
        self.t = t

    def limit(self, limit: Limit | None) -> Markup:
        """Say a limit: 30 分钟内, 安装完成后 1-2 周内, 会议前 3 天."""
        if limit is None:
            return Markup("")
        if limit.before:
            return self.t(
                "limit-before", event=self.setter.plain(limit.before), span=self.span(limit.within)
            )
        words = self.within(limit.within)
        if limit.after:
            return self.t("limit-after", event=self.setter.plain(limit.after), limit=words)
        return words

    def within(self, span: Span) -> Markup:
        """Say the most time something may take."""
        if span.kind == "duration" and span.duration and span.duration.text == span.text.strip():
            return escape(self.t("limit-within", span=gapped(span.text)))
        return self.span(span)

    def span(self, span: Span) -> Markup:
        """Say a span as it was written; a standard as a link that shows its value."""
        if span.standard is not None:
            return self.setter.plain(span.text)
        return escape(gapped(span.text.strip()))

    def schedules(self, schedules: Iterable[Schedule]) -> list[Markup]:
        """Say each rule of a schedule."""
        return [self.schedule(schedule) for schedule in schedules]

    def schedule(self, schedule: Schedule) -> Markup:
        """Say when something is due: 每周 周一 14:30, 客户提车后 7-10 天."""
        parts: list[str | Markup] = []
        if schedule.every is not None:
            unit = schedule.every.unit
            if unit and unit != "open":
                parts.append(self.t(f"every-{unit}"))
            else:
                parts.append(self.t("every", interval=gapped(schedule.every.text)))
        parts += [self.setter.plain(day) for day in schedule.on]
        if schedule.at:
            parts.append(escape(schedule.at))
        if schedule.by:
            parts.append(self.t("by-time", time=schedule.by))
        for relation in ("after", "before", "when"):
            moment: Moment | None = getattr(schedule, relation)
            if moment is not None:
                parts.append(self._moment(moment, relation))
        if schedule.on_demand:
            parts.append(self.t("on-demand"))
        if schedule.from_ or schedule.to:
            ends = (str(schedule.from_ or ""), str(schedule.to or ""))
            parts.append(self.t("from-to", start=ends[0], end=ends[1]))
        if schedule.within is not None:
            parts.append(self.within(schedule.within))
        return Markup(" ").join(parts)

    def _moment(self, moment: Moment, relation: str) -> Markup:
        event = self.setter.plain(moment.event)
        ahead = Markup("")
        if moment.at is not None:
            ahead = Markup(" ") + self.span(moment.at)
        if moment.within is not None:
            ahead += Markup(" ") + self.within(moment.within)
        return self.t(f"moment-{relation}", event=event) + ahead
