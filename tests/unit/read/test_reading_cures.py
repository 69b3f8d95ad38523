"""A hint that shows how to write a text shows what can be read, and reads as it was meant."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.read import read_text
from handbook.read.lines import SHORT

PIECES = st.sampled_from((
    "看图", "1.", "甲", " ", " ", "[规定]", "(x)", "{客户姓名}", "#3", "![图](a.png)", "[[x]]",
    "@", "%", "&", "*重点*", "!", "|", ">", "`码`", "?问", "- ", "\"好\"", "it's", "。", "8:30",
    "C:\\x", "~", "=",
))  # fmt: skip
# A comma may be what is missing there; what stands behind # may be a comment.
_UNCLEAR = re.compile(r"[\]}\"']\s*[\[{\"'#]|\s#")
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=5)
    .map("".join)
    .map(str.strip)
    .filter(lambda text: text and not _UNCLEAR.search(text))
)
WHOLE = ("quote", "comment", "link", "slot", "whole")  # hints that show the whole text
PLACES = (
    "- {{id: x, how: {}}}\n",
    "- {{how: {}, id: x}}\n",
    "- id: x\n  how: {}\n",
    "how: [甲, {}]\n",
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(PLACES))
def test_a_text_that_is_shown_in_quotes_is_read_as_it_was_typed(text, place):
    for found in read_text(place.format(text), "content/a.yml")[1]:
        shown = dict(found.details).get("example")
        if shown is None or found.hint not in WHOLE or len(text) >= SHORT:
            continue
        root, problems = read_text(place.format(shown), "content/a.yml")
        assert problems == []
        assert text in _texts(root)


def _texts(node):
    if isinstance(node, str):
        return [str(node)]
    inside = node.values() if hasattr(node, "values") else node
    return [text for each in inside for text in _texts(each)]
