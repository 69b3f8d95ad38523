"""Editions: six digits that change when readers are shown something else of a definition.

A rule says what is shown. It has a number and never changes: paper carries what it made. A better
one gets the next number in RULES, and the older ones stay, so that older paper is still understood.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from handbook.model.edition import rule_1

if TYPE_CHECKING:
    from handbook.model.handbook import Handbook
    from handbook.model.kinds import Definition, Procedure
    from handbook.model.kinds.procedure import Step

RULES = {1: rule_1.shown}
RULE = 1  # the one in force
LENGTH = 6
_encoded = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


def edition_of(definition: Definition, handbook: Handbook, rule: int = RULE) -> str:
    """Return the edition of a definition for those who read this handbook."""
    return _digits(RULES[rule](definition, handbook))


def edition_of_several(definitions: Iterable[Definition], handbook: Handbook) -> str:
    """Return the edition of what gathers definitions under the titles of their sections."""
    return _digits([(each.section.title, handbook.edition(each)) for each in definitions])


def mark_of(step: Step, procedure: Procedure, handbook: Handbook) -> str:
    """Return six digits by which one step is compared: what people did was done by its words.

    Other steps are told by their ids: a step put in before them changes their numbers, but not
    what this one asks for.
    """
    return _digits(rule_1.shown_of_step(step, procedure, handbook))


def _digits(shown: Any) -> str:
    return hashlib.sha256(_encoded(shown).encode()).hexdigest()[:LENGTH]
