"""The calendar files of roles, and the ways to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import Attachment
from handbook.compose.overviews.calendar.file import calendar_of
from handbook.compose.setting import addresses
from handbook.compose.setting.medium import Screen
from handbook.derive.duties import duties
from handbook.derive.fixed import is_fixed
from handbook.model.section import Section


def role_calendars(
    composer: Composer, screen: Screen, section: Section | None
) -> list[tuple[str, str]]:
    """Return the calendar files of a section's roles, or of all, as (title, address)."""
    return [
        (str(role.title), screen.to(addresses.calendar_of(role)))
        for role in composer.fixed_duties
        if section is None or role.section is section
    ]


def not_in_calendars(composer: Composer, section: Section | None) -> list[tuple[str, int]]:
    """Return what no calendar file can hold, as (how often it is due, how many duties)."""
    handbook = composer.handbook
    among = handbook.definitions if section is None else handbook.in_section(section)
    left = Counter(duty.rhythm for duty in duties(handbook, among) if not is_fixed(duty))
    return [(composer.t(f"rhythm-{rhythm}"), number) for rhythm, number in left.items()]


def calendar_files(composer: Composer) -> Iterator[Attachment]:
    """Yield a calendar file for each role with duties on fixed days."""
    for role, due in composer.fixed_duties.items():
        content = calendar_of(role, due, composer.handbook)
        if content is not None:
            yield Attachment(addresses.calendar_of(role), content)
