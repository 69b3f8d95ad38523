"""What is wrong in a handbook: problems as values, and the catalogue of rules they come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: path relative to the project, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: the rule it breaks, where, and the details its message is filled with.

    The words are not here: they stand in languages/<language>/words/, so that one problem can be
    told in any language. `hint` names one of the rule's hints there.
    """

    rule: str
    place: Place
    details: tuple[tuple[str, str], ...] = ()
    hint: str | None = None

    @property
    def severity(self) -> Severity:
        return RULES[self.rule]


def problem(rule: str, place: Place, hint: str | None = None, **details: object) -> Problem:
    """Make a problem; details are kept as text. Raises KeyError for a rule not in the catalogue."""
    RULES[rule]
    return Problem(rule, place, tuple((key, str(value)) for key, value in details.items()), hint)


BETWEEN_WORDS, BETWEEN_NAMES = "\x1f", "\x1e"  # no text that was read holds them


def words_of(several: Iterable[object]) -> str:
    """Make a detail of several words or titles; each language puts its own sign between them."""
    return BETWEEN_WORDS.join(map(str, several))


def names_of(several: Iterable[object]) -> str:
    """Make a detail of several ids or keys, as they are typed."""
    return BETWEEN_NAMES.join(map(str, several))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file, line, column and rule, and drop exact repeats."""
    return sorted(
        dict.fromkeys(problems), key=lambda found: (found.place, found.rule, found.details)
    )


def causes_first(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems so that what may follow from another stands behind it.

    First what could not be read, then what was not understood, then names that name nothing, then
    what is judged; and each of these by its place.
    """
    return sorted(in_order(problems), key=lambda found: _STAGES.get(found.rule, len(_STAGES)))


READING: dict[str, Severity] = {
    "no-content": "error",
    "unreadable-file": "error",
    "link-outside": "error",
    "link-broken": "error",
    "file-name": "error",
    "too-large": "error",
    "not-utf-8": "error",
    "binary-file": "error",
    "empty-file": "error",
    "empty-list": "error",
    "plain-text-file": "error",
    "control-character": "error",
    "unshown-character": "warning",
    "tab": "error",
    "duplicate-key": "error",
    "anchor": "error",
    "alias": "error",
    "merge-key": "error",
    "tag": "error",
    "directive": "error",
    "several-documents": "error",
    "merge-conflict": "error",
    "key-not-text": "error",
    "missing-key": "error",
    "too-deep": "error",
    "full-width-colon": "error",
    "full-width-sign": "error",
    "full-width-space": "error",
    "colon-in-text": "error",
    "sign-at-start": "error",
    "sign-in-text": "error",
    "text-cut-off": "warning",
    "text-after-quotes": "error",
    "space-after-colon": "error",
    "space-after-dash": "error",
    "missing-colon": "error",
    "missing-comma": "error",
    "stray-comma": "error",
    "unclosed-quote": "error",
    "unclosed-bracket": "error",
    "stray-bracket": "error",
    "unknown-escape": "error",
    "indentation": "error",
    "list-in-text": "error",
    "not-yaml": "error",
    "unread-head": "error",
    "same-page": "error",
    "not-published": "warning",
    "site-settings": "error",
    "unsafe-picture": "error",
}

MODELLING: dict[str, Severity] = {
    "missing-line": "error",
    "missing-dash": "error",
    "missing-sign": "error",
    "stray-dash": "error",
    "swapped-lines": "error",
    "not-a-definition": "error",
    "missing-kind": "error",
    "missing-id": "error",
    "unknown-kind": "error",
    "unknown-key": "error",
    "missing-field": "error",
    "wrong-shape": "error",
    "not-text": "error",
    "not-a-mapping": "error",
    "empty-field": "error",
    "empty-item": "error",
    "bad-id": "error",
    "unfit-name": "error",
    "unportable-file": "warning",
    "not-yes-no": "error",
    "not-a-count": "error",
    "not-a-number": "error",
    "not-a-date": "error",
    "not-a-time": "error",
    "not-a-duration": "error",
    "not-days": "error",
    "unknown-weekday": "error",
    "weekday-twice": "error",
    "not-hours": "error",
    "hours-backwards": "error",
    "not-a-limit": "error",
    "repeated-case": "error",
    "bad-former-address": "error",
    "bad-feedback": "error",
    "not-an-interval": "error",
    "not-a-choice": "error",
    "empty-schedule": "error",
    "bad-pattern": "error",
    "bad-width": "error",
    "out-of-range": "error",
    "bad-address": "error",
    "bad-colour": "error",
    "bad-logo": "error",
    "bad-picture": "error",
    "lone-synonym": "error",
    "no-settings": "error",
    "unread-file": "error",
    "bad-section-name": "error",
    "reserved-section-name": "error",
    "duplicate-section": "error",
    "misspelt-id": "error",
    "unknown-reference": "error",
    "branch-to-nowhere": "error",
    "wrong-kind": "error",
    "ambiguous-title": "error",
    "misspelt-title": "error",
    "mention-not-here": "error",
    "unclosed-mention": "error",
    "picture-in-text": "error",
    "link-to-nowhere": "error",
    "nothing-to-choose": "error",
    "unfit-own-field": "error",
    "useless-key": "error",
}

CHECKING: dict[str, Severity] = {
    "duplicate-id": "error",
    "taken-former-address": "error",
    "duplicate-part-id": "error",
    "reserved-id": "error",
    "duplicate-code": "error",
    "retired-target": "error",
    "draft-target": "warning",
    "unknown-audience": "error",
    "missing-control-field": "error",
    "review-overdue": "warning",
    "unknown-holidays": "warning",
    "unread-hours": "warning",
    "unit-cycle": "error",
    "reports-to-cycle": "error",
    "members-cycle": "error",
    "replaced-by-cycle": "error",
    "unreached-step": "error",
    "endless-loop": "error",
    "unknown-step": "error",
    "nobody-does-it": "warning",
    "broken-promise": "error",
    "standard-without-time": "warning",
    "unused-form": "warning",
    "unused-script": "warning",
    "unused-role": "warning",
    "wrong-total": "error",
    "unfit-default": "error",
    "missing-own-value": "error",
    "repeated-item": "error",
    "wrong-headcount": "error",
    "undeclared-slot": "error",
    "forbidden-phrase": "error",
    "missing-phrase": "error",
    "refused-address": "error",
    "refused-markup": "error",
    "missing-glyph": "warning",
}

CONSISTENCY: dict[str, Severity] = {
    "repeated-standard": "warning",
    "contradicted-standard": "warning",
    "conflicting-limits": "warning",
    "wrong-filler": "warning",
    "personal-data-kept-forever": "warning",
    "narrower-target": "warning",
    "bare-narrower-name": "warning",
    "several-accountable": "error",
    "nobody-accountable": "warning",
    "escalation-not-upwards": "warning",
    "no-deputy": "warning",
    "overlapping-tiers": "warning",
    "gap-between-tiers": "warning",
    "unknown-day": "error",
    "contradictory-day": "error",
    "unplanned-day": "warning",
    "event-spelt-twice": "warning",
    "shared-title": "warning",
    "fallen-through": "warning",
    "former-title": "warning",
    "look-alike-id": "warning",
    "bad-known-finding": "error",
    "stale-known-finding": "warning",
}

PRINTING: dict[str, Severity] = {
    "sheet-failed": "error",
    "endless-sheet": "error",
    "crowded-pause": "warning",
    "card-over-one-side": "warning",
    "split-decision": "warning",
    "lone-sign-off": "warning",
    "small-text": "warning",
    "lone-heading": "warning",
    "torn-line": "warning",
    "outside-its-box": "warning",
}

PUBLISHING: dict[str, Severity] = {
    "broken-link": "error",
}
# What is told of names: it may follow from a definition that could not be understood.
OF_NAMES = frozenset({
    "unknown-reference", "branch-to-nowhere", "wrong-kind", "ambiguous-title", "misspelt-title",
})  # fmt: skip
_STAGES = dict.fromkeys(READING, 0) | dict.fromkeys(MODELLING, 1) | dict.fromkeys(OF_NAMES, 2)

RULES: dict[str, Severity] = {
    **READING, **MODELLING, **CHECKING, **CONSISTENCY, **PRINTING,
    **PUBLISHING,
}  # fmt: skip

# Findings that may be true of the source and stay, with a reason (see check/known.py): what cannot
# be read or understood is repaired, not put up with. Those of BY_WORD are told by a word.
BEARABLE = (CHECKING.keys() | CONSISTENCY.keys()) - {"bad-known-finding", "stale-known-finding"}
BY_WORD = frozenset({"bare-narrower-name"})
