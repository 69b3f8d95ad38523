"""What is said of a slip of one line stands where it was made, says little, and does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.slips.trial import MOST, NEAR, Outcome, Trial

FEW = {"sections": ("gps",), "seed": 1, "count": 28}
MANY = {"sections": ("gps", "set-top"), "seed": 20261130, "count": 1008}


def made(folder: Path, sections: tuple[str, ...], seed: int, count: int) -> list[Outcome]:
    outcomes = Trial(folder, sections).outcomes(seed, count)
    return [outcome for outcome in outcomes if outcome.is_told]


def shown(outcomes: list[Outcome]) -> str:
    return "\n".join(f"{each.slip.kind} {each.slip.path}:{each.slip.line}" for each in outcomes)


def judge_all(told: list[Outcome]) -> None:
    far = [each for each in told if not each.is_near]
    many = [each for each in told if not each.is_short]
    harmful = [each for each in told if each.harms]
    assert len(far) <= 0.03 * len(told), f"more than {NEAR} lines away:\n{shown(far)}"
    assert len(many) <= 0.03 * len(told), f"more than {MOST} problems:\n{shown(many)}"
    assert len(harmful) <= 0.005 * len(told), f"harmful hints:\n{shown(harmful)}"


def test_a_few_slips_are_told_where_they_are(tmp_path):
    told = made(tmp_path, **FEW)
    assert len(told) > FEW["count"] / 2
    judge_all(told)


@pytest.mark.long
def test_a_thousand_slips_are_told_where_they_are(tmp_path):
    told = made(tmp_path, **MANY)
    assert len(told) > MANY["count"] / 2
    judge_all(told)
