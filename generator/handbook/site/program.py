"""Tell this program from any other one that would make other outputs of the same handbook."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from handbook.compose.templates.environment import shipped_templates
from handbook.packages import kind_packages, language_packages
from handbook.sheets.means import means
from handbook.site.stock import hash_of

PACKAGE = Path(__file__).parents[1]


@cache
def program() -> tuple[str, ...]:
    """Return what tells this program from another one: its files, and all that it makes use of."""
    brought = (*(each.folder for each in kind_packages()), *language_packages().values())
    own = (PACKAGE, shipped_templates(), *brought)
    hashes = (hash_of(each, but="__pycache__") for each in own)
    return (sys.version, means(), *_installed(), *hashes)


def _installed() -> Iterator[str]:
    """Yield what packages are installed where Python looks for them, with when they were put."""
    for folder in map(Path, sys.path):
        with suppress(OSError):
            for entry in sorted(os.scandir(folder), key=lambda each: each.name):
                if entry.name.endswith((".dist-info", ".egg-info", ".pth")):
                    yield f"{entry.path} {entry.stat().st_mtime_ns}"
