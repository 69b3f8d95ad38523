"""What people work by must not lead them to what is no longer, or not yet, in force."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.handbook import Handbook, Link
from handbook.problems import Problem, problem


def retired_targets(handbook: Handbook) -> Iterator[Problem]:
    """A live definition uses nothing retired; only its successor may name what it replaces."""
    for link in _links_of_live_ones_to(handbook, "retired"):
        target = link.target
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
    for link in _links_of_live_ones_to(handbook, "draft"):
        target = link.target
        yield problem(
            "draft-target", link.place, "publish",
            id=target.id, title=target.title, where=target.place_of("status"),
        )  # fmt: skip


def _links_of_live_ones_to(handbook: Handbook, status: str) -> Iterator[Link]:
    for link in handbook.links:
        if link.target.status == status and link.source.is_live and link.relation != "replaced_by":
            yield link
