"""References of Markdown, `[words][label]` and `[^note]`, whose label the page explains nowhere.

The converter leaves them as they are typed, brackets and all. They are looked for in what it made,
where nothing that it understood is left, and told where they stand in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.model.nearest import nearest
from handbook.model.written import WrittenPage
from handbook.problems import Problem, problem

# Two brackets before or after are a mention, which stands in the words as typed.
_LOOSE = re.compile(r"(?<!\])(?P<label>\]\[[^\[\]\n]+\])|(?<!\[)(?P<note>\[\^[^\[\]\s]+\])")
_EMPTY = re.compile(r"(?<!\[)\[(?P<label>[^\[\]\n]+)\]\[\]")
_EXPLAINED = re.compile(r"^\s{0,3}\[(?P<label>[^\[\]]+)\]:")


def loose_references(page: WrittenPage) -> Iterator[Problem]:
    """Yield the references of a page to what it does not explain, each label once."""
    prose = page.parsed.prose
    found = [each["label"] or each["note"] for each in _LOOSE.finditer(prose)]
    found += [each[0] for each in _EMPTY.finditer(prose)]
    typed = "\n".join(page.prose)
    for words in dict.fromkeys(filter(None, found)):
        if words not in typed:  # a backslash stands before it: brackets are meant
            continue
        label = words.removeprefix("]").removesuffix("[]").strip("[]")
        near = nearest(label, _explained(page))
        kind = "note" if label.startswith("^") else "label"
        hint = f"{kind}-nearest" if near else kind
        details = {"label": label} | ({"nearest": near} if near else {})
        address = f"[{label}]"
        yield problem("broken-link", page.place_of(words), hint, address=address, **details)


def _explained(page: WrittenPage) -> list[str]:
    explained = (_EXPLAINED.match(line) for line in page.prose)
    return [each["label"] for each in explained if each]
