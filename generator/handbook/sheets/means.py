"""Name all that a sheet's bytes depend on besides its HTML.

That is this whole room, with its typefaces, and `paper/`: whatever file of them changes, no sheet
of before counts. And it is the libraries that render, with all that these are made of.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

ROOM = Path(__file__).parent
ROOMS = (ROOM, ROOM.with_name("paper"))  # what renders a sheet imports ours from here only
LIBRARIES = ("weasyprint", "fonttools", "pikepdf")
SYSTEM = {  # libraries of the system that lay out text, with the function that tells the version
    "pango_version_string": ("libpango-1.0.so.0", "libpango-1.0-0", "libpango-1.0.0.dylib"),
    "hb_version_string": ("libharfbuzz.so.0", "libharfbuzz-0", "libharfbuzz.0.dylib"),
}
FOLDERS = ("", "/opt/homebrew/lib/", "/usr/local/lib/")  # where macOS may have them
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)\s*(?:\[(?P<extras>[^]]*)])?[^;]*(?:;(?P<when>.*))?")
_EXTRA = re.compile(r"""extra\s*==\s*["']([^"']+)["']""")


@cache
def means() -> str:
    """Return what is the same for all sheets that are made here."""
    return json.dumps([*map(source_of, ROOMS), dict(sorted(packages().items())), _system()])


def source_of(room: Path) -> str:
    """Return the hash of all files of a folder, with their names, as they would be installed."""
    digest = hashlib.sha256()
    for path in sorted(room.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            content = path.read_bytes()
            digest.update(f"{path.relative_to(room).as_posix()}\n{len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def packages() -> dict[str, str]:
    """Return the versions of the libraries, and of those that they need in turn."""
    found: dict[str, str] = {}
    asked: set[tuple[str, str]] = set()
    waiting = [(name, "") for name in LIBRARIES]
    while waiting:
        name, extra = each = waiting.pop()
        if each in asked:
            continue
        asked.add(each)
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # needed on other systems only
            continue
        waiting += _needed(name, extra)
    return found


def _needed(package: str, extra: str) -> Iterator[tuple[str, str]]:
    """Yield what a package needs, or one of its extras, each with the extras it is needed with."""
    for line in requires(package) or ():
        needed = _REQUIREMENT.match(line)
        if needed is None:
            continue
        only_for = _EXTRA.search(needed["when"] or "")
        if (only_for[1] if only_for else "") == extra:
            name = re.sub(r"[-_.]+", "-", needed["name"]).lower()
            yield name, ""
            yield from ((name, each.strip()) for each in (needed["extras"] or "").split(","))


def _system() -> list[str | None]:
    return [_told_by(function, names) for function, names in SYSTEM.items()]


def _told_by(function: str, names: tuple[str, ...]) -> str | None:
    for path in (folder + name for name in names for folder in FOLDERS):
        try:
            told = getattr(ctypes.CDLL(path), function)
        except (OSError, AttributeError):
            continue
        told.restype = ctypes.c_char_p
        answer: bytes = told()
        return answer.decode("ascii", "replace")
    return None
