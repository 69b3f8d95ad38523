"""Which signs of the two Chinese scripts are the same."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def simplified_signs() -> dict[str, str]:
    """Return the simplified sign of each traditional one. Source: OpenCC's table of signs."""
    table = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if "\t" in line)
    return {sign: told.split()[0] for sign, told in pairs if len(told.split()[0]) == 1}
