"""Repair what is certain: slips with one way to mend them, and names that can mean one thing only.

What is repaired must be gone then, and no other error may come of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from handbook.problems import Problem
from handbook.read.overlaid import OverlaidTree
from handbook.revise.certain import KEYS, Fix, certain_fixes
from handbook.revise.changes import CannotRevise, Changes
from handbook.revise.edits import Edits
from handbook.revise.slips import CERTAIN, slips_mended
from handbook.revise.standing import Standing

ROUNDS = 5  # what is repaired may show what was hidden behind it
YAML = (".yml", ".yaml")
Texts = Mapping[str, str]


def fixed(standing: Standing) -> Changes:
    """Plan the repair of all that is certain; nothing changes where nothing is."""
    files: dict[str, bytes | None] = {}
    now = standing
    for _ in range(ROUNDS):
        texts = _slips(now) or _names(now)
        if not texts:
            break
        files |= _encoded(texts)
        now = _with(now, texts)
    return Changes(files)


def _slips(standing: Standing) -> dict[str, str]:
    """Return the files in which slips of YAML can be mended."""
    told: dict[str, list[Problem]] = defaultdict(list)
    for each in standing.problems:
        if each.rule in CERTAIN and each.place.path.endswith(YAML):
            told[each.place.path].append(each)
    texts: dict[str, str] = {}
    for path, problems in told.items():
        text = standing.tree.read(path).decode("utf-8", "surrogateescape")
        mended = slips_mended(text, path, problems)
        if mended != text:
            texts[path] = mended
    return texts


def _names(standing: Standing) -> dict[str, str]:
    """Return the files in which names can be put right: all of them, or those that do no harm."""
    fixes = certain_fixes(standing.handbook, standing.problems)
    # A key that is put right moves what stands behind it; the rest waits for the next round.
    fixes = [each for each in fixes if each.problem.rule == KEYS] or fixes
    texts = _made(standing, fixes)
    if not texts or _does_no_harm(standing, texts, len(fixes)):
        return texts
    good: list[Fix] = []
    for each in fixes:
        texts = _made(standing, [*good, each])
        if texts and _does_no_harm(standing, texts, len(good) + 1):
            good.append(each)
    return _made(standing, good)


def _made(standing: Standing, fixes: Iterable[Fix]) -> dict[str, str]:
    """Return the texts that fixes make; a file that cannot be changed stays as it is."""
    by_file: dict[str, list[Fix]] = defaultdict(list)
    for each in fixes:
        by_file[each.problem.place.path].append(each)
    texts: dict[str, str] = {}
    for several in by_file.values():
        edits = Edits(standing.tree)
        for each in several:
            each.make(edits)
        try:
            texts |= edits.made()
        except CannotRevise:
            continue
    return texts


def _does_no_harm(standing: Standing, texts: Texts, number: int) -> bool:
    """Tell whether so many errors are gone, and no other has come."""
    before = _errors(standing)
    return len(_errors(_with(standing, texts))) <= len(before) - number


def _errors(standing: Standing) -> list[Problem]:
    return [each for each in standing.problems if each.severity == "error"]


def _with(standing: Standing, texts: Texts) -> Standing:
    return Standing.of(OverlaidTree(standing.tree, _encoded(texts)), standing.judge)


def _encoded(texts: Texts) -> dict[str, bytes]:
    return {path: text.encode("utf-8", "surrogateescape") for path, text in texts.items()}
