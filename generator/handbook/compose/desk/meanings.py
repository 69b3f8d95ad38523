"""What options mean, for those who choose on a page."""

from __future__ import annotations

from handbook.compose.setting.medium import Medium
from handbook.model.kinds.form import Answer
from handbook.model.kinds.procedure import Check


def meanings_told(asked: Answer | Check, medium: Medium) -> dict[str, dict[str, str]]:
    """Return {"means": {option: what it means}}; nothing where no meaning is written."""
    told = {option: medium.setter.bare(words) for option, words in asked.meanings.items()}
    return {"means": told} if told else {}
