"""What a table can be sifted by: a role, a section, how long something takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from handbook.compose.setting.medium import Screen
from handbook.derive.work import groups_of
from handbook.model.durations import DAY, HOUR
from handbook.model.kinds import Definition, Role
from handbook.model.references import WHO

# How long is long: the filter's words, and up to how many seconds each counts.
SIZES = (("hour", HOUR), ("day", DAY), ("week", 7 * DAY), ("longer", float("inf")))
OPEN_SIZE = "unknown"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its value in the address, its words, and what is meant along with it."""

    value: str
    words: str
    along: str = ""


Choices = tuple[tuple[str, tuple[Choice, ...]], ...]  # by section

Tally = dict[str, dict[str, int]]  # how many rows there are by role and size; "" stands for all


def role_choices(people: Iterable[Definition], screen: Screen) -> Choices:
    """Return those who have a part in a table, by section.

    Who stands for a group has the group's part too: 客访专员 finds what 一线服务人员 does.
    """
    named = set(people)
    by_section: dict[str, list[Choice]] = {}
    for person in screen.handbook.definitions:
        if person.kind not in WHO or person.is_retired:
            continue
        groups = groups_of(screen.handbook, person) if isinstance(person, Role) else ()
        along = [group.address for group in groups if group in named]
        if person in named or along:
            choice = Choice(person.address, str(person.title), " ".join(along))
            by_section.setdefault(person.section.title, []).append(choice)
    return tuple((title, tuple(choices)) for title, choices in by_section.items())


def tally(rows: Iterable[tuple[tuple[Definition, ...], str]], choices: Choices) -> Tally:
    """Count rows, given by who has a part in each and by its size, for everything to choose."""
    meant: dict[str, list[str]] = {}  # the choices that mean an address
    for _, group in choices:
        for choice in group:
            for address in (choice.value, *choice.along.split()):
                meant.setdefault(address, []).append(choice.value)
    counts: dict[str, Counter[str]] = {}
    for who, size in rows:
        values = {value for person in who for value in meant.get(person.address, ())}
        for value in ("", *values):
            counts.setdefault(value, Counter()).update({"", size})
    return {value: dict(sorted(counts[value].items())) for value in sorted(counts)}


def size_choices(screen: Screen) -> tuple[Choice, ...]:
    """Return how long something may take."""
    names = (*(name for name, _ in SIZES), OPEN_SIZE)
    return tuple(Choice(name, screen.t(f"size-{name}")) for name in names)


def size_of(seconds: float | None) -> str:
    """Return which of the sizes a limit has."""
    if seconds is None:
        return OPEN_SIZE
    return next(name for name, most in SIZES if seconds <= most)
