"""Tell apart who misspelt a name: the one who mentions it, or the one who gave it.

Where several mention what is defined nowhere, and something of nearly that name is mentioned by
nobody, the slip is in its `id`: one problem there, and none where it is mentioned.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.nearest import is_one_slip_off
from handbook.problems import Place, Problem, problem
from handbook.read.nodes import Text

FEW = 200  # ids


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A mention of nothing, told as `problem`, and the id that is nearly the same."""

    problem: Problem
    written: str
    id: Text
    bearer: Definition


def put_right(handbook: Handbook, problems: list[Problem], misses: list[NearMiss]) -> list[Problem]:
    """Return the problems with those of one misspelt id joined into one, told where it is given."""
    if not misses:
        return problems
    words = Words(handbook)
    by_id: dict[tuple[Place, str], list[NearMiss]] = defaultdict(list)
    for miss in misses:
        if is_one_slip_off(miss.written, str(miss.id)):
            by_id[miss.id.place, miss.written].append(miss)
    joined: list[Problem] = []
    gone: set[Problem] = set()
    for group in by_id.values():
        first = group[0]
        is_inner = first.id is not first.bearer.id
        if not is_inner and handbook.is_named(first.bearer):
            continue
        elsewhere = len(handbook.with_id(first.written))
        if not _is_misspelt(str(first.id), first.written, len(group), elsewhere, words):
            continue
        gone.update(miss.problem for miss in group)
        wheres = sorted(miss.problem.place for miss in group)
        joined.append(
            problem(
                "misspelt-id", first.id.place, "write",
                id=first.id, named=first.written, where=wheres[0],
            )
        )  # fmt: skip
    return [*(each for each in problems if each not in gone), *joined]


def _is_misspelt(id: str, named: str, times: int, elsewhere: int, words: Words) -> bool:
    """Weigh the two spellings: nobody slips twice in the same way.

    Of a single mention what ids are made of elsewhere too is hardly the slip.
    """
    if times > 1:
        return True
    own, others = set(id.split("-")), set(named.split("-"))
    odd_id, odd_name = words.unknown(own - others, 1), words.unknown(others - own, elsewhere)
    if odd_id != odd_name:
        return odd_id > odd_name
    return words.unseen(id, 1) > words.unseen(named, elsewhere)


class Words:
    """What the ids of a handbook are made of: words, and pairs of letters in them."""

    def __init__(self, handbook: Handbook) -> None:
        ids = [
            id
            for definition in handbook.definitions
            for id in (str(definition.id), *_inner_ids(definition))
        ]
        self._words = Counter(word for id in ids for word in id.split("-"))
        # Of a few ids nearly every pair of letters is new.
        self._pairs = Counter(pair for id in ids for pair in _pairs(id)) if len(ids) > FEW else None

    def unknown(self, words: Iterable[str], own: int) -> int:
        """Count the words that stand in no other id; each is counted `own` times itself."""
        return sum(self._words[word] <= own for word in words)

    def unseen(self, id: str, own: int) -> int:
        """Count the pairs of letters that stand in no other id."""
        pairs = self._pairs
        return 0 if pairs is None else sum(pairs[pair] <= own for pair in set(_pairs(id)))


def _pairs(id: str) -> list[str]:
    return [left + right for left, right in pairwise(f" {id.replace('-', ' ')} ")]


def _inner_ids(definition: Definition) -> Iterator[str]:
    for parts in ("steps", "lines", "articles", "groups", "fields"):
        for part in getattr(definition, parts, None) or ():
            if getattr(part, "id", None):
                yield str(part.id)
