"""Lines of Chinese that belong together are joined without a space between them.

YAML folds the end of a line into a space, as English wants it. Chinese has no spaces, and its
signs bring their own white space along.
"""

from __future__ import annotations

import re
from itertools import pairwise

from handbook.read.nodes import Text

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_SIGNS = "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff5e\uffe5"  # ，。《》（） and their like
_QUOTES = "“”‘’—…·"  # of both scripts: they tell nothing by themselves
_MARKS = r"(?:\*\*|__|[*_`~])?"  # of Markdown, around words
_LINKED = r"\]\]"
_END = r"[ \t]*\n[ \t]*"
_BETWEEN = re.compile(
    rf"(?P<before>[{_SIGNS}]{_MARKS}){_END}(?=\S)"
    rf"|(?P<mark>\S){_END}(?={_MARKS}[{_SIGNS}])"
    rf"|(?P<han>[{_HAN}]{_MARKS}){_END}(?={_MARKS}[{_HAN}{_QUOTES}]|\[\[|\{{)"
    rf"|(?P<quote>[{_QUOTES}]|{_LINKED}|\}}){_END}(?={_MARKS}[{_HAN}])"
)
_ONE_END = re.compile(_END)
_CONTEXT = 8  # characters on either side by which an end of a line is found again


def without_ends_in_chinese(text: str) -> str:
    """Join the lines between which nobody leaves a space."""
    return _BETWEEN.sub(lambda found: next(filter(None, found.groups())), text)


def in_one_line(text: str) -> str:
    """Return words that may go over several lines as they read in one."""
    if "\n" not in text:
        return text.strip()
    return _ONE_END.sub(" ", without_ends_in_chinese(text.strip()))


def folded(text: Text, lines: list[str]) -> Text:
    """Return a text that YAML folded without the spaces it put between Chinese lines.

    `lines` are those of the file from the one on which the text begins to its end.
    """
    value, found = str(text), 0
    for line, following in pairwise(lines):
        before, after = line.rstrip()[-_CONTEXT:], following.lstrip()[:_CONTEXT]
        joined = without_ends_in_chinese(f"{before}\n{after}")
        if not before or not after or "\n" in joined:
            continue
        at = value.find(f"{before} {after}", found)
        if at < 0:  # quotes stand where the text begins and ends
            before, after = before[-1:], after[:1]
            at = value.find(f"{before} {after}", found)
        if at >= 0:
            end = at + len(before)
            value, found = value[:end] + value[end + 1 :], end
    if value == text:
        return text
    return Text.at(value, text.path, text.line, text.column, block=True)
