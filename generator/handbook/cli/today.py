"""The day by which a handbook is judged."""

from __future__ import annotations

import datetime
import os

from handbook.cli.faults import Fault


def today() -> datetime.date:
    """Return the day to judge by: SOURCE_DATE_EPOCH where it is set, so that builds repeat."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Fault("bad-epoch", text=epoch) from None
