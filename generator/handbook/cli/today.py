"""The day by which a handbook is judged."""

from __future__ import annotations

import datetime
import os

from handbook import opening
from handbook.cli.faults import Fault


def today() -> datetime.date:
    """Return the day to judge by; stops with one sentence when what tells it is no day."""
    try:
        return opening.today()
    except ValueError:
        raise Fault("bad-epoch", text=os.environ[opening.EPOCH]) from None
