"""Working hours in words, by which working days are counted, can be read whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.hours import days_of
from handbook.model.values import is_open
from handbook.model.weekdays import WORKING_DAYS, weekdays
from handbook.problems import Problem, problem
from handbook.read.nodes import Text

# Words without a figure and a day of the week name no days: 见公告.
_SAYS_WHEN = re.compile(
    r"\d|[周週](?:[一二三四五六日天末]|\Z)|星期|[礼禮][拜]|工作日|每天|\b(?:mon|tue|wed|thu|fri|sat|sun)|"
    r"\b(?:weekday|weekend|daily|every day)",
    re.I,
)


def unread_hours(handbook: Handbook) -> Iterator[Problem]:
    """Hours of the handbook or a section that name days or times are read whole, or told.

    Where they cannot be read, the working days are Monday to Friday, whatever the words say.
    """
    sheets = (section.sheet for section in handbook.sections if section.sheet)
    for hours in (handbook.settings.hours, *(sheet.hours for sheet in sheets)):
        if not isinstance(hours, Text) or is_open(hours) or not _SAYS_WHEN.search(hours):
            continue
        if not days_of(hours) and weekdays(hours) != WORKING_DAYS:
            yield problem("unread-hours", hours.place, "days", text=hours)
