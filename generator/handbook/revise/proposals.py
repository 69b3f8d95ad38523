"""Propose names: an id made of a title, and the next code of a series."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import count

from handbook.languages.latin import in_latin
from handbook.model.file_names import why_unfit
from handbook.model.handbook import Handbook
from handbook.model.kinds import ControlledDocument, Definition
from handbook.model.references import Scope
from handbook.model.section import Section
from handbook.model.values import as_if_an_id

_NUMBERED = re.compile(r"(.*?)(\d+)(\D*)", re.S)  # by the last figures in it


def proposed_id(handbook: Handbook, path: Scope, title: str) -> str | None:
    """Return an id made of a title that nothing in a section bears, or bore; None where none can.

    Chinese is spelt as it is said: ke-hu-tou-su.
    """
    start = in_latin(title)
    if not start:
        return None
    taken = {each.address for each in handbook.definitions} | handbook.unreadable
    taken |= {former for each in handbook.definitions for former in each.former_addresses}
    for number in count(1):
        id = start if number == 1 else f"{start}-{number}"
        address = "/".join((*path, id))
        why = why_unfit(id, address)
        if why in ("long", "deep"):
            return None
        if why is None and address not in taken:
            return id
    return None


def id_like(words: str) -> str:
    """Return what an id that is none should be; nothing where no id comes of it."""
    return as_if_an_id(words if words.isascii() else in_latin(words))


def next_code(handbook: Handbook, section: Section, kind: type[Definition]) -> str | None:
    """Return the code that goes on with those of a kind in a section: KF-PR-019 after KF-PR-018.

    None where there is no series yet. Where there are several, the longest goes on.
    """
    series: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in handbook.in_section(section):
        if isinstance(each, kind) and isinstance(each, ControlledDocument) and each.code:
            found = _NUMBERED.fullmatch(str(each.code).strip())
            if found:
                series[found[1], found[3]].append(found[2])
    if not series:
        return None
    start, end = max(series, key=lambda each: (len(series[each]), each))
    numbers = series[start, end]
    width = max(map(len, numbers))
    used = {
        str(each.code).strip().casefold()
        for each in handbook.of(ControlledDocument) if each.code
    }  # fmt: skip
    for number in count(max(map(int, numbers)) + 1):
        code = f"{start}{number:0{width}}{end}"
        if code.casefold() not in used:
            return code
    return None
