"""--scheduler ADDRESS: let the workers of a Dask cluster render the sheets."""

from __future__ import annotations

from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext

import click

scheduler_option = click.option("--scheduler", metavar="ADDRESS")


def executor_at(address: str | None) -> AbstractContextManager[Executor | None]:
    """Give the executor of a cluster; without an address none, and the sheets are made here."""
    if address is None:
        return nullcontext()
    from handbook.sheets.cluster import cluster

    return cluster(address)
