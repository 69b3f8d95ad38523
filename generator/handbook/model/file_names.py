"""What cannot be the name of a file: ids and sections become names of pages and sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from handbook.problems import Place, Problem, problem

# Windows keeps these for devices, whatever ending follows.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.I)
_REFUSED = {
    "device": re.compile(rf"^{DEVICES.pattern}(?:\.|$)", re.I),
    "sign": re.compile(r'[<>:"|?*\\]|[. ]$'),
}
INDEX = "index"  # every folder of the site has a page of this name
# File systems take 255 bytes with all endings, Windows 260 letters with all folders above.
LONGEST, LONGEST_ADDRESS = 80, 160


def unfit_names(name: str, address: str, place: Place) -> Iterator[Problem]:
    """Yield why no file can have the name of a definition or a section."""
    why = why_unfit(name, address)
    if why:
        shown = name if len(name) <= LONGEST else f"{name[:LONGEST]}…"
        yield problem(
            "unfit-name", place, "rename", kind=why, name=shown, length=len(name),
            most=LONGEST, whole=len(address), most_whole=LONGEST_ADDRESS,
        )  # fmt: skip


def why_unfit(name: str, address: str) -> str | None:
    """Return device, index, long or deep; None for a name that will do."""
    if DEVICES.fullmatch(name):
        return "device"
    if name == INDEX:
        return "index"
    if len(name) > LONGEST:
        return "long"
    return "deep" if len(address) > LONGEST_ADDRESS else None


def unportable_files(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield the files and folders that a copy of the handbook on another system would lack."""
    first: dict[str, str] = {}
    seen: set[str] = set()
    for path in sorted(paths):
        folders = path.split("/")
        for depth, name in enumerate(folders, 1):
            here = "/".join(folders[:depth])
            if here in seen:
                continue
            seen.add(here)
            alike = first.setdefault(normalize("NFC", here).casefold(), here)
            if alike != here:
                yield problem("unportable-file", Place(here), "rename", kind="alike", name=alike)
                break  # so is all that is in it
            why = next((why for why, sign in _REFUSED.items() if sign.search(name)), None)
            if why:
                yield problem("unportable-file", Place(here), "rename", kind=why, name=name)
