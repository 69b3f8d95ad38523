"""What people work by must not lead them to what is no longer, or not yet, in force."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.handbook import Handbook, Link
from handbook.problems import Problem, problem


def retired_targets(handbook: Handbook) -> Iterator[Problem]:
    """A live definition uses nothing retired; only its successor may name what it replaces."""
    for link in _links_of_live_ones(handbook):
        target = link.target
        if not target.is_retired:
            continue
        successor = handbook.find(target.replaced_by) if target.replaced_by else None
        if successor is link.source:
            continue
        yield problem(
            "retired-target", link.place, "successor" if successor else "replace",
            id=target.id, title=target.title, where=target.place,
            successor=successor.id if successor else "",
            successor_title=successor.title if successor else "",
        )  # fmt: skip


def draft_targets(handbook: Handbook) -> Iterator[Problem]:
    """A live definition uses no draft."""
    for link in _links_of_live_ones(handbook):
        target = link.target
        if target.is_draft:
            yield problem(
                "draft-target", link.place, "publish",
                id=target.id, title=target.title, where=target.place_of("status"),
            )  # fmt: skip


def _links_of_live_ones(handbook: Handbook) -> Iterator[Link]:
    for link in handbook.links:
        if link.source.is_live and link.relation != "replaced_by":
            yield link
