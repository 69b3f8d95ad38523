"""Where the file of a picture is: beside the page that shows it, or within the sheet itself."""

from __future__ import annotations

import posixpath
from base64 import b64encode
from functools import cache
from hashlib import sha256

from handbook.read import Picture

SIGNS = 12  # of the hash of what is in it: the name changes with the picture, and with nothing else


def beside(page: str, picture: Picture) -> str:
    """Return the address of a picture beside a page (with its ending)."""
    sign = sha256(picture.content).hexdigest()[:SIGNS]
    return f"{posixpath.splitext(page)[0]}.{sign}{picture.suffix}"


@cache
def within(picture: Picture) -> str:
    """Return a picture as an address that holds all of it."""
    return f"data:{picture.media};base64,{b64encode(picture.content).decode()}"
