"""A document is not mentioned where people read who may not see it."""

from __future__ import annotations

import pytest

TWO = (
    "- {kind: policy, id: refunds, title: 退款, audience: %s, status: %s, "
    "articles: [{id: how, text: '照[[limits]]办。'}]}\n"
    "- {kind: policy, id: limits, title: 权限, audience: manager, status: %s, "
    "articles: [{id: a, text: 店长可批。}]}\n"
)


@pytest.mark.parametrize(
    ("reader", "source", "target", "is_told"),
    [
        ("public", "approved", "approved", True),
        ("manager", "approved", "approved", False),
        ("public", "retired", "approved", False),
        ("public", "approved", "retired", False),
    ],
)
def test_a_mention_is_told_where_its_readers_may_not_follow(
    rules, reader: str, source: str, target: str, is_told: bool
) -> None:
    found = rules(TWO % (reader, source, target))
    assert ("narrower-target" in found) is is_told
