"""The columns of a form's tables are wide enough for a hand, and turn the sheet where they must."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.composed import composed

from handbook.compose.kinds.form.sheet import columns_within

UNHURRIED = settings(deadline=None, suppress_health_check=list(HealthCheck))
COLUMN = st.tuples(st.integers(1, 12), st.sampled_from((8.0, 14.0, 22.5)))


@UNHURRIED
@given(st.lists(COLUMN, min_size=1, max_size=20), st.floats(60, 270))
def test_columns_fill_the_table_and_none_is_too_narrow_while_there_is_room(columns, room):
    shares, leasts = zip(*columns, strict=True)
    widths = columns_within(room, shares, leasts)
    assert sum(widths) == pytest.approx(100, abs=0.2)
    if sum(leasts) <= room:
        assert all(
            width * room / 100 >= least - 0.1 for width, least in zip(widths, leasts, strict=True)
        )


@UNHURRIED
@given(st.lists(st.integers(1, 12), min_size=1, max_size=6))
def test_columns_that_have_room_keep_the_shares_they_ask_for(shares):
    least = 178 * min(shares) / sum(shares)
    widths = columns_within(178, shares, [least] * len(shares))
    assert widths == [round(100 * share / sum(shares), 2) for share in shares]


def paper_of(columns: str, paper: str) -> str:
    settings = f"title: 手册\norganisation: 公司\nlanguage: zh-CN\npaper: {paper}\n"
    field = f"{{label: 表, type: table, columns: [{columns}]}}"
    form = f"{{kind: form, id: f, title: 表单, groups: [{{fields: [{field}]}}]}}"
    return composed(all=form, handbook=settings)["f.form"].paper


@pytest.mark.parametrize(
    ("column", "number", "paper", "turned"),
    [
        ("列", 12, "A4", False),
        ("{label: 列, type: number}", 12, "A4", False),
        ("{label: 列, type: number}", 13, "A4", True),
        ("列", 12, "A5", False),
        ("{label: 列, type: money}", 12, "A5", True),
        ("Reservation", 12, "A4", True),
    ],
)
def test_a_table_without_room_turns_its_sheet(column, number, paper, turned):
    found = paper_of(", ".join([column] * number), paper)
    assert found == (f"{paper} landscape" if turned else paper)
