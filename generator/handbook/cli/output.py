"""Put what a command makes on stdout."""

from __future__ import annotations

import sys


def put(text: str) -> None:
    """Write data to stdout as UTF-8, whatever the terminal speaks."""
    stream = sys.stdout.buffer
    stream.write(text.encode("utf-8", errors="replace"))
    stream.flush()
