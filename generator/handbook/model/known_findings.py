"""Known findings: what is true of the sources and cannot be repaired here, with the reason.

They stand in content/known-findings.yml, a list of {rule, at, contains?, why}; `at` is the path of
a file or the address of a definition. What they name is no longer counted as a problem, and what
they name in vain is one (check/known.py).

A name that gives nothing away is listed as {rule: bare-narrower-name, word, at?, why}: it must be
that very word, for such an entry releases what a build keeps back, and without `at` it does so
everywhere. 客户 does not release 客户服务中心.
"""

from __future__ import annotations

from collections.abc import Iterable

from handbook.model.nearest import nearest
from handbook.model.part import Part
from handbook.model.validate import Context, keys_of
from handbook.model.values import Line
from handbook.problems import BEARABLE, BY_WORD, RULES, Place, Problem, names_of, problem
from handbook.read.nodes import Node, Record, Text


class KnownFinding(Part):
    """An entry of content/known-findings.yml."""

    rule: Line
    at: Line | None = None
    contains: Line | None = None
    word: Line | None = None
    why: Line

    @property
    def where(self) -> str:
        """The file or address it names; empty for a word that may stand anywhere."""
        return str(self.at or "").strip("/")

    @property
    def what(self) -> str:
        """What it names, in short."""
        return " ".join(part for part in (str(self.word or ""), self.where) if part)


KEYS = frozenset(keys_of(KnownFinding))


def known_finding(node: Node, context: Context) -> tuple[KnownFinding | None, list[Problem]]:
    """Make an entry of the list, or say what is wrong with it."""
    fault = _fault(node)
    if fault is not None:
        return None, [fault]
    return KnownFinding.model_validate(node, context=context), []


def bad_known_finding(
    place: Place, hint: str, what: Iterable[str], **details: object
) -> Problem:
    """Tell of an entry that is wrong."""
    return problem("bad-known-finding", place, hint, what=what, **details)


def _fault(node: Node) -> Problem | None:
    if not isinstance(node, Record):
        shown = node if isinstance(node, Text) else "[…]"
        return bad_known_finding(node.place, "keys", shown)
    rule = str(node.get("rule"))
    by_word = rule in BY_WORD
    keys = KEYS - ({"contains"} if by_word else {"word"})
    needed = {"rule", "why", "word" if by_word else "at"}
    wrong = [str(key) for key in node if key not in keys or not isinstance(node[key], Text)]
    missing = sorted(key for key in needed if not str(node.get(key, "")).strip())
    if wrong or missing:
        hint = "word" if by_word else "keys"
        return bad_known_finding(node.place, hint, names_of(wrong or missing))
    if rule in BEARABLE:
        return None
    near = nearest(rule, BEARABLE)
    hint = "repair" if rule in RULES else "rule" if near else "rules"
    return bad_known_finding(node["rule"].place, hint, rule, nearest=near)
