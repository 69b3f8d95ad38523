"""Put a changed text back into the line ends and the byte order mark of the text before."""

from __future__ import annotations

import difflib
import re
from collections import Counter

_END = re.compile("\r\n|\r|\n")
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")


def as_before(before: str, now: str) -> str:
    """Return what `now` says with the line ends of `before`; new lines end as most of them do."""
    mark = "\ufeff" if before.startswith("\ufeff") else ""
    kinds = Counter(_END.findall(before))
    usual = kinds.most_common(1)[0][0] if kinds else "\n"
    if len(kinds) <= 1:
        return mark + (now if usual == "\n" else now.replace("\n", usual))
    return mark + _line_by_line(before.removeprefix(mark), now, usual)


def _line_by_line(before: str, now: str, usual: str) -> str:
    """Take each line that stayed from the text before, end and all."""
    whole = _LINE.findall(before)
    old = [_END.sub("\n", line) for line in whole]
    new = _LINE.findall(now)
    lines: list[str] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            lines += whole[start:end]
        else:
            lines += [line.replace("\n", usual) for line in new[first:last]]
    return "".join(lines)
