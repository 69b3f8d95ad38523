"""What the sheets of a process share goes with it, and nothing is said of it at the end."""

from __future__ import annotations

import subprocess
import sys

HOLDS_TO_THE_END = """
import logging
from handbook.sheets.stationery import Stationery
logging.holds = Stationery()  # a module that Python takes down after those of WeasyPrint
"""


def test_nothing_is_said_at_the_end_of_python_by_what_is_still_held() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", HOLDS_TO_THE_END], capture_output=True, text=True, check=True
    )
    assert (ran.stdout, ran.stderr) == ("", "")
