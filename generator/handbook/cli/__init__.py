"""The command `handbook`: one file a command; the only stage that prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

from handbook.cli.stopping import STOPPING
from handbook.packages import IncompleteKind


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave: 0 fine, 1 problems found, 2 wrong usage or a fault."""
    try:
        STOPPING.listen()
        # Imported here, so that Ctrl-C is quiet during the imports too.
        from handbook.cli.run import run

        code = run(args)
        STOPPING.end()
    except KeyboardInterrupt:
        code = STOPPING.code
    except IncompleteKind as fault:  # of an installed package: nothing can be read without it
        print(f"handbook: {fault}", file=sys.stderr)
        code = 2
    sys.exit(code)
