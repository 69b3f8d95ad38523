"""Make slips in content/, and list what the check says amiss of them.

.venv/bin/python -m tests.slips --seed 1 --count 1000 [--sections auto gps] [--kinds shift swap]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.slips.slips import MAKERS
from tests.slips.trial import Outcome, Trial

from handbook.languages import tell


def main() -> int:
    """Print each failure, then a line a kind of slip; 1 when the wanted shares are missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--sections", nargs="*", default=())
    parser.add_argument("--kinds", nargs="*", default=(), choices=list(MAKERS))
    parser.add_argument("--untold", action="store_true", help="list what was not told, too")
    wanted = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), wanted.sections)
        for outcome in trial.outcomes(wanted.seed, wanted.count, wanted.kinds):
            kind = outcome.slip.kind
            counts[kind, "all"] += 1
            if not outcome.is_told:
                if wanted.untold:
                    _show(outcome, "UNTOLD")
                continue
            counts[kind, "told"] += 1
            faults = faults_of(outcome)
            counts.update((kind, fault) for fault in faults)
            if faults:
                _show(outcome, " ".join(faults))
    return _table(counts)


def faults_of(outcome: Outcome) -> list[str]:
    """Say what is amiss in what was told of a slip."""
    amiss = {"far": not outcome.is_near, "many": not outcome.is_short, "harm": outcome.harms}
    return [name for name, holds in amiss.items() if holds]


def _show(outcome: Outcome, faults: str) -> None:
    slip = outcome.slip
    number = len(outcome.problems)
    print(f"=== {faults} · {slip.kind} · {slip.path}:{slip.line} · {number} problems")
    print("  - " + slip.before.replace("\n", "\n  - "))
    print("  + " + slip.after.replace("\n", "\n  + "))
    for found in outcome.problems[:5]:
        message, hint = tell(found, "en")
        print(f"    {found.place} [{found.rule}] {message} | {hint}")


def _table(counts: Counter[tuple[str, str]]) -> int:
    columns = ("all", "told", "far", "many", "harm")
    kinds = [kind for kind in MAKERS if counts[kind, "all"]]
    print(f"{'':16}" + "".join(f"{each:>7}" for each in columns))
    for kind in kinds:
        print(f"{kind:16}" + "".join(f"{counts[kind, each]:7}" for each in columns))
    total = {each: sum(counts[kind, each] for kind in kinds) for each in columns}
    print(f"{'':16}" + "".join(f"{total[each]:7}" for each in columns))
    told = total["told"] or 1
    near, short = 1 - total["far"] / told, 1 - total["many"] / told
    print(f"near {near:.1%} · few {short:.1%} · harmful hints {total['harm']}")
    return 0 if near >= 0.95 and short >= 0.9 and not total["harm"] else 1


if __name__ == "__main__":
    sys.exit(main())
