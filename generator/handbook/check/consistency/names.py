"""Names that people mix up: one title for two documents, ids that look alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Role, Unit
from handbook.model.nearest import shortened
from handbook.problems import Problem, problem

_LOOKS = str.maketrans({"l": "1", "o": "0", "i": "1"})
_WORD_WORTH_COMPARING = 6


def shared_titles(handbook: Handbook) -> Iterator[Problem]:
    """Within what can be seen from one place, a title belongs to one document of a kind.

    A section's own version of what stands above it (the same id) may keep its title. Posts and
    units are no documents: every department may have its own 经理.
    """
    known: dict[tuple[str, str], list[Definition]] = defaultdict(list)
    for definition in handbook.current():
        if isinstance(definition, Role | Unit):
            continue
        title = " ".join(str(definition.title).casefold().split())
        for other in known[definition.kind, title]:
            if other.id != definition.id and _in_one_lineage(other, definition):
                yield problem(
                    "shared-title", definition.place_of("title"), "retitle",
                    title=definition.title, id=other.id, where=other.place_of("title"),
                )  # fmt: skip
                break
        known[definition.kind, title].append(definition)


def look_alike_ids(handbook: Handbook) -> Iterator[Problem]:
    """Ids of one kind that can be seen from one place are not taken for one another."""
    known: dict[tuple[str, str], list[Definition]] = defaultdict(list)
    for definition in sorted(handbook.current(), key=lambda each: each.place):
        id = str(definition.id)
        keys = shortened(id) | {_look(id), _singular(id)}
        near = dict.fromkeys(each for key in keys for each in known[definition.kind, key])
        for other in near:
            if _in_one_lineage(other, definition) and _confusable(id, str(other.id)):
                yield problem(
                    "look-alike-id", definition.place_of("id"), "rename",
                    id=id, other=other.id, title=other.title, where=other.place_of("id"),
                )  # fmt: skip
                break
        for key in keys:
            known[definition.kind, key].append(definition)


def _in_one_lineage(left: Definition, right: Definition) -> bool:
    a, b = sorted((left.section.path, right.section.path), key=len)
    return b[: len(a)] == a


def _confusable(left: str, right: str) -> bool:
    """Tell whether two ids differ so little that a reader takes one for the other.

    Figures tell things apart on purpose (7dc and 3dc), and so do short words (care and card).
    """
    if left == right:
        return False
    if _look(left) == _look(right) or _singular(left) == _singular(right):
        return True
    a, b = left.split("-"), right.split("-")
    if len(a) != len(b):
        return left.replace("-", "") == right.replace("-", "")
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) == 1 and _slip(*apart[0])


def _slip(left: str, right: str) -> bool:
    """Tell whether a word is another with two letters swapped, or one left out or doubled."""
    if min(len(left), len(right)) < _WORD_WORTH_COMPARING - 1 or not (left + right).isalpha():
        return False
    if len(left) == len(right):
        at = [n for n, (x, y) in enumerate(zip(left, right, strict=True)) if x != y]
        return len(at) == 2 and at[1] == at[0] + 1 and left[at[0]] == right[at[1]]
    longer, shorter = sorted((left, right), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:n] + longer[n + 1 :] == shorter for n in range(1, len(longer))
    )


def _look(id: str) -> str:
    return id.translate(_LOOKS)


def _singular(id: str) -> str:
    """Return an id with each word in the singular, as far as English spelling tells."""
    return "-".join(_one(word) for word in id.split("-"))


def _one(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
