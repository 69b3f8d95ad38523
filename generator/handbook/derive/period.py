"""A year or one of its months, for which a planner is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or one of its months."""

    year: int
    month: int | None = None

    @property
    def sheet(self) -> str:
        """The kind of sheet that shows it."""
        return "month" if self.month else "year"

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}" if self.month else str(self.year)
