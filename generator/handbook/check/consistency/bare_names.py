"""Names of what few may read, typed bare where many read: no build for those many may print them.

A mention (`[[id]]`, 《title》) turns into plain words by itself where its reader may not see what
it names; words that are merely typed cannot. Which names there are: see model/audiences/names.py.
Nothing is guessed about which of them are ordinary words. Excused is only what a reader meets
anyhow: the same name of something that is for that reader, and a longer such name around it. What
else gives nothing away is written down, word by word, in content/known-findings.yml.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from handbook.check.consistency.passages import Passage, passages
from handbook.languages import record_of
from handbook.model.audiences.evened import evened, place_before
from handbook.model.audiences.names import Name, Names
from handbook.model.handbook import Handbook
from handbook.model.inline import mentions
from handbook.problems import Problem, problem

RULE = "bare-narrower-name"
RUN = 4  # signs that are looked up at once
_TOKEN = re.compile(r"[0-9a-z_-]+")
_WORD = re.compile(r"[0-9a-z]+")
_SHORT = re.compile("[A-Z]{2,3}")
_PLAIN_YAML = re.compile(r"[^\s\W][^:#,{}\[\]\"'|]*")
Spot = tuple[Name, Passage, int]  # a name in a passage, and at which sign of it


def bare_names(handbook: Handbook) -> Iterator[Problem]:
    """A name of what few may read does not stand bare where others read."""
    if handbook.settings_are_whole:
        yield from _Search(handbook).problems()


def leaks(problems: Iterable[Problem], handbook: Handbook, audience: str) -> list[Problem]:
    """Return the findings of this rule that would give something away to an audience."""
    known = handbook.settings.audiences
    highest = known.index(audience)
    found = (each for each in problems if each.rule == RULE)
    told = ((each, dict(each.details)) for each in found)
    return [
        each
        for each, details in told
        if known.index(details["reader"]) <= highest < known.index(details["audience"])
    ]


class _Search:
    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.names = Names(handbook)

    def problems(self) -> Iterator[Problem]:
        """Yield one problem for a name and what it stands in, however often it does."""
        by_reader: dict[int, list[Passage]] = {}
        narrowest = max((name.level for name in self.names.narrow), default=0)
        for passage in passages(self.handbook, self.names, narrowest):
            by_reader.setdefault(passage.reader, []).append(passage)
        met: dict[tuple[str, str], list[Spot]] = {}
        for reader, found in by_reader.items():
            for spot in _Text(self, found).spots(self.names.above(reader)):
                name, passage, _ = spot
                met.setdefault((name.key, passage.owner), []).append(spot)
        for spots in met.values():
            typed = [spot for spot in spots if not spot[1].is_drawn]
            yield self._problem(typed or spots)

    def _problem(self, spots: list[Spot]) -> Problem:
        name, passage, start = spots[0]
        audiences = self.handbook.settings.audiences
        at = place_before(passage.text, start)
        may_mention = name.bearer is not None and not passage.prose[at].isspace()
        return problem(
            RULE, passage.place(at), "mention" if may_mention else "rephrase",
            name=name.words, kind=name.kind, title=name.title, id=self._id(name, passage),
            where=name.where,
            audience=audiences[name.level], reader=audiences[passage.reader], times=len(spots),
            word=name.words if _PLAIN_YAML.fullmatch(name.words) else _quoted(name.words),
        )  # fmt: skip

    def _id(self, name: Name, passage: Passage) -> str:
        """Return how what bears the name is mentioned there."""
        if name.bearer is None:
            return ""
        found = next(iter(self.handbook.candidates(str(name.bearer.id), passage.scope)), None)
        return str(name.bearer.id) if found is name.bearer else name.bearer.address

    def is_excused(self, name: Name, passage: Passage, text: str, start: int, end: int) -> bool:
        """Tell whether a name in a text, which is the passage evened out, gives nothing away."""
        return (
            self.names.is_within_longer(name.key, passage.reader, text, start, end)
            or self._is_said(name, passage, start, end)
            or self._is_other_word(name, passage, start, end)
        )

    def _is_other_word(self, name: Name, passage: Passage, start: int, end: int) -> bool:
        """Tell whether a word only has the letters of an abbreviation: it is no IT."""
        is_of_signs = record_of(str(self.handbook.settings.language)).is_of_signs
        if is_of_signs or not _SHORT.fullmatch(name.words):
            return False
        first, last = (place_before(passage.text, at) for at in (start, end - 1))
        return not passage.text[first : last + 1].isupper()

    def _is_said(self, name: Name, passage: Passage, start: int, end: int) -> bool:
        """Tell whether the name stands in a mention that turns into other words by itself.

        What it turns into is said in model/audiences/kept_back.py.
        """
        if "[[" not in passage.prose and "《" not in passage.prose:
            return False
        start, last = (place_before(passage.text, at) for at in (start, end - 1))
        around = (m for m in mentions(passage.prose) if m.start <= start and last < m.end)
        mention = next(around, None)
        if mention is None:
            return False
        if mention.title is not None and evened(mention.title) == name.key:
            return True
        bar = passage.text.find("|", mention.start, mention.end)
        if mention.title is None and not 0 <= bar < start:  # the id is what is mentioned
            return True
        found = self.handbook.meant(mention, passage.scope)
        return bool(found) and all(self.names.levels[id(each)] >= name.level for each in found)


class _Text:
    """Passages for one level as one text: thousands of names, megabytes of text."""

    def __init__(self, search: _Search, passages: list[Passage]) -> None:
        self.search = search
        self.passages = passages
        # A text file may hold the sign that stands between the texts here.
        self.whole = evened("\0".join(each.text.replace("\0", " ") for each in passages))
        self.parts = self.whole.split("\0")
        self.starts = list(accumulate((len(each) + 1 for each in self.parts), initial=0))

    def spots(self, names: Iterable[Name]) -> Iterator[Spot]:
        """Yield where names stand and are not excused; not those within a longer one of them.

        Who may see the longer one meets the shorter one there anyhow, and who may not is kept
        from both.
        """
        found = [
            (start, end, name)
            for name in names
            if self._may_hold(name)
            for start, end in name.spans(self.whole)
            if not self._is_excused(name, start, end)
        ]
        reached = 0
        for start, end, name in sorted(found, key=lambda each: (each[0], -each[1])):
            if end > reached:
                reached = end
                at = bisect_right(self.starts, start) - 1
                yield name, self.passages[at], start - self.starts[at]

    def _is_excused(self, name: Name, start: int, end: int) -> bool:
        at = bisect_right(self.starts, start) - 1
        first, passage = self.starts[at], self.passages[at]
        return self.search.is_excused(name, passage, self.parts[at], start - first, end - first)

    def _may_hold(self, name: Name) -> bool:
        """Tell whether it is worth looking for a name."""
        key = name.key
        if name.is_id and _TOKEN.fullmatch(key):
            return key in self._tokens
        if key.isascii():
            return self._words.issuperset(_WORD.findall(key)) and key in self.whole
        if len(key) < RUN:
            return key in self.whole
        return all(key[at : at + RUN] in self._runs for at in range(len(key) - RUN + 1))

    @cached_property
    def _tokens(self) -> set[str]:
        return set(_TOKEN.findall(self.whole))

    @cached_property
    def _words(self) -> set[str]:
        return set(_WORD.findall(self.whole))

    @cached_property
    def _runs(self) -> set[str]:
        return {self.whole[at : at + RUN] for at in range(len(self.whole))}


def _quoted(words: str) -> str:
    """Return words as YAML reads them back."""
    return json.dumps(words, ensure_ascii=False)
