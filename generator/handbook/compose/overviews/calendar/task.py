"""Something due, as planners on paper show it: in plain words, for a cell has no room for more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from handbook.compose.kinds.procedure.elsewhere import times_in
from handbook.compose.setting.medium import Medium
from handbook.derive.duties import Duty
from handbook.derive.working_days import WorkingDays, working_days


@dataclass(frozen=True, slots=True)
class Task:
    """When something is due, what, in which procedure where it is a step of one, and by whom.

    `number` is that of a daily task, by which the small boxes of a day are told apart.
    """

    when: Markup
    what: str
    of: str
    who: str
    number: int = 0

    @property
    def flat(self) -> tuple[str, ...]:
        """What it says, for the edition."""
        return (str(self.when), self.what, self.of, self.who)


def task_of(duty: Duty, medium: Medium, number: int = 0, when: Markup | None = None) -> Task:
    """Return a duty in the words of its own section; `when` in place of those of its schedule."""
    setter = medium.setter_in(duty.procedure)
    title = str(duty.procedure.title)
    if when is None:
        when = times_in(duty, medium)
        if when == medium.t(f"rhythm-{duty.rhythm}"):
            when = Markup("")  # every month, under the heading of the month
    return Task(
        when=when,
        what=setter.bare(duty.done) if duty.step else title,
        of=title if duty.step else "",
        who=medium.t("list-comma").join(str(person.title) for person in duty.who),
        number=number,
    )


class Planner:
    """What planners have in common: their duties, and of which month or year they are."""

    is_dated: ClassVar[bool] = False

    def __init__(self, duties: Iterable[Duty], medium: Medium) -> None:
        self.duties = tuple(duties)
        self.medium = medium

    def worked_by(self, duty: Duty) -> WorkingDays:
        """Return the days that are worked where a duty was written."""
        return working_days(self.medium.handbook, duty.procedure.section)

    @property
    def when(self) -> str:
        """The month or year; "" for a planner of any."""
        return ""
