"""What can still be told of a file that gave no data: the ids it seems to define."""

from __future__ import annotations

import re
from pathlib import Path

_ID = re.compile(rb"(?:^|[{,])[ \t]*(?:-[ \t]+)?id[ \t]*:[ \t]*['\"]?([a-z0-9-]+)", re.MULTILINE)
MOST_BYTES = 1 << 20


def lost_ids(file: Path) -> tuple[str, ...]:
    """Return the ids a broken file seems to define, so that mentions of them are no fault."""
    if not file.is_file():  # a pipe would keep us waiting for ever
        return ()
    try:
        with file.open("rb") as stream:
            return tuple(id.decode("ascii") for id in _ID.findall(stream.read(MOST_BYTES)))
    except OSError:
        return ()
