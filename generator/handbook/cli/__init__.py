"""The command `handbook`: one file a command; the only stage that prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

INTERRUPTED = 130  # 128 + the number of the signal, as shells count


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave: 0 fine, 1 problems found, 2 wrong usage or a fault."""
    try:
        # Imported here, so that Ctrl-C is quiet during the imports too.
        from handbook.cli.run import run

        code = run(args)
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
