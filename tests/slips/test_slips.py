"""What is said of a slip of one line stands where it was made, says little, and does no harm."""

from __future__ import annotations

import pytest
from tests.slips.trial import MOST, NEAR, PROJECT, Outcome, Trial

UNCHANGING = PROJECT / "tests" / "golden" / "sheets"  # a word in content/ would mean other slips
FEW, MANY = {"seed": 2, "count": 84}, {"seed": 20261130, "count": 1008}


def made(trial: Trial, seed: int, count: int) -> list[Outcome]:
    return [outcome for outcome in trial.outcomes(seed, count) if outcome.is_told]


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
    told = made(Trial(tmp_path, source=UNCHANGING), **FEW)
    assert len(told) > FEW["count"] / 2
    judge_all(told)


@pytest.mark.long
def test_a_thousand_slips_are_told_where_they_are(tmp_path):
    told = made(Trial(tmp_path, ("gps", "set-top")), **MANY)
    assert len(told) > MANY["count"] / 2
    judge_all(told)
