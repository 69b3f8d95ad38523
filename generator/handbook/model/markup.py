"""Markup in a text that no page and no sheet can draw: it would be printed as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.problems import Problem, problem
from handbook.read.nodes import Text

OPENS = ("https://", "http://", "mailto:", "tel:")  # how addresses begin that a link may have
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.S)
_PICTURE = re.compile(r"(?<!\\)!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_LINK = re.compile(r"(?<![\\!\]])\[([^\[\]\n]+)\]\(\s*<?([^\s()<>]*[./#:][^\s()<>]*)>?[^()\n]*\)")


def faults_of_markup(text: Text) -> Iterator[Problem]:
    """Yield the pictures in a text, and the links that lead nowhere."""
    if "](" not in text and "![" not in text:
        return
    prose = _CODE.sub(lambda code: " " * len(code[0]), text)
    for found in _PICTURE.finditer(prose):
        yield problem("picture-in-text", text.offset_place(found.start()), "words", text=found[0])
    for found in _LINK.finditer(prose):
        words, target = found.groups()
        if not target.lower().startswith(OPENS):
            yield problem(
                "link-to-nowhere", text.offset_place(found.start()), "mention",
                target=target, text=found[0], words=words,
            )  # fmt: skip
