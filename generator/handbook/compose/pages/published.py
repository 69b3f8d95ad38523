"""What is published of a handbook."""

from __future__ import annotations

from dataclasses import replace

from handbook.model.handbook import Handbook


def without_drafts(handbook: Handbook) -> Handbook:
    """Return the handbook without its drafts.

    They can still be looked up, so that a mention of one prints its title; but nothing lists them.
    """
    return replace(
        handbook,
        definitions=tuple(d for d in handbook.definitions if not d.is_draft),
        _editions={},
        links=tuple(
            link
            for link in handbook.links
            if not link.source.is_draft and not link.target.is_draft
        ),
    )
