"""Whom the preview answers: those who called it by its own name.

Any page on the internet can let a browser look up a name of its own at this machine's address, and
then read what is served here as if it were its own (DNS rebinding). The browser still says by which
name it came.
"""

from __future__ import annotations

import ipaddress
import socket
from functools import cache

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
EVERYWHERE = frozenset({"", "0.0.0.0", "::"})


def is_called_rightly(header: str | None, bound: str) -> bool:
    """Tell whether a Host header names the address that the preview is bound to, or this machine.

    A preview bound to every address of the machine may be called by any of them, and by its name.
    Without the header it is no browser that asks.
    """
    if header is None:
        return True
    name = _name_in(header)
    if name in LOCAL or name == bound.lower().strip("[]"):
        return True
    return bound in EVERYWHERE and (_is_address(name) or name in _own_names())


def _name_in(header: str) -> str:
    """Return the name in a Host header, without its port, in lower case."""
    host = header.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    name, _, port = host.rpartition(":")
    return (name if name and port.isdecimal() else host).removesuffix(".")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


@cache
def _own_names() -> frozenset[str]:
    own = socket.gethostname().lower()
    return frozenset({own, f"{own}.local", f"{own.partition('.')[0]}.local"})
