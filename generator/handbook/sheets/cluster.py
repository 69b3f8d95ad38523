"""Let the workers of a Dask cluster render the sheets (optional extra `cluster`).

They get HTML that needs nothing besides this package, which brings the typefaces; so the package
is installed where they run, in the same version, and nothing else of the project has to be there.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from handbook.languages import FALLBACK, catalogue

PATIENCE = 10  # seconds for the scheduler to answer
FIRST_WORKER = 10  # seconds for the first worker to be there
LARGE = "1 GiB"  # for Dask to warn of; the HTML of a book is some megabytes


class ClusterFault(RuntimeError):
    """The executor that should render cannot; `key` names its sentence in paper.toml."""

    def __init__(self, key: str, address: str = "") -> None:
        super().__init__(key, address)
        self.key = key
        self.address = address

    def __str__(self) -> str:
        return self.told(FALLBACK)

    def told(self, language: str) -> str:
        """Return the sentence in a language."""
        sentence: str = catalogue(language, "paper")[self.key]
        return sentence.format(address=self.address)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Give an executor for the cluster whose scheduler has this address: tcp://host:8786.

    Raises ClusterFault when Dask is not installed here, when the address is none, when the
    scheduler does not answer or has no worker.
    """
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise ClusterFault("cluster-missing") from error
    whole = _checked(address)
    with _quiet(), dask.config.set({"distributed.admin.large-graph-warning-threshold": LARGE}):
        try:
            client = Client(  # type: ignore[no-untyped-call]  # Dask has no types
                whole, timeout=PATIENCE, set_as_default=False
            )
        except OSError as error:
            raise ClusterFault("cluster-silent", address) from error
        with client:
            try:
                client.wait_for_workers(1, timeout=FIRST_WORKER)
            except OSError as error:
                raise ClusterFault("cluster-empty", address) from error
            yield client.get_executor()  # type: ignore[no-untyped-call]  # Dask has no types


def _checked(address: str) -> str:
    """Return the address as a whole; a client of one that is none would wait for it to the end."""
    from distributed.comm.addressing import parse_address, parse_host_port
    from distributed.comm.registry import get_backend

    whole = address if "://" in address else f"tcp://{address}"
    try:
        scheme, place = parse_address(whole)
        get_backend(scheme)
        parse_host_port(place)
    except ValueError as error:
        raise ClusterFault("cluster-address", address) from error
    return whole


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask's logs from users: what goes wrong is told in a sentence."""
    names = [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    before = {log: log.level for log in map(logging.getLogger, names)}
    for log in before:
        log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for log, level in before.items():
            log.setLevel(level)
