"""Measure, and print a table: python -m benchmarks [loading | building | beside | …]."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

# What is measured is imported where it is wanted: worker processes load this module too.
if TYPE_CHECKING:
    from benchmarks.loading import Measured
    from benchmarks.printing import Printing

WHAT = ("loading", "printing", "building", "beside", "changing", "serving", "deriving")


def main() -> int:
    """Print the table; leave with 1 when something takes longer than it may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=WHAT, default=WHAT[0])
    parser.add_argument("--project", type=Path, help="whose sheets are printed, which is built")
    parser.add_argument("--sheets", type=int, default=40, help="how many are printed in each way")
    parser.add_argument("--many", type=int, default=500, help="how many one worker prints")
    parser.add_argument("--definitions", type=int, nargs="+", help="sizes of handbooks")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts")
    asked = parser.parse_args()
    if asked.what == "printing":
        project = (asked.project or Path()).resolve()
        return _printing(project, asked.sheets, asked.many, asked.rounds)
    if asked.what == "loading":
        return _loading(asked.definitions or [500, 1000, 2000], asked.rounds)
    module = import_module(f"benchmarks.{asked.what}")
    return module.report(asked.definitions, asked.rounds, asked.project)


def _loading(sizes: Sequence[int], rounds: int) -> int:
    from benchmarks.loading import STAGES, measure

    head = ("definitions", "MB", "links", *STAGES, "ours", "allowed", "ours / parse")
    print(_line(head, head))
    print(_line(["-" * (len(word) - 1) + ":" for word in head], head))
    slow = 0
    for definitions in sizes:
        found = measure(definitions, rounds)
        print(_line(_cells(found, STAGES), head), flush=True)
        slow += found.ours > found.allowed
    return 1 if slow else 0


def _printing(project: Path, sheets: int, many: int, rounds: int) -> int:
    from benchmarks.printing import MOST_MIB, WANTED, measure_printing

    found: Printing = measure_printing(project, sheets, many, rounds)
    print(f"{found.sheets} sheets, of which {found.changed} have changed\n")
    print("| way | seconds | of the loop | allowed | of processors |")
    print("| :-- | --: | --: | --: | --: |")
    for way, time in found.times.items():
        cells = f"{time.clock:.2f} | {found.ratio(way):.3f} | {WANTED.get(way, '')}"
        print(f"| {way} | {cells} | {time.processors:.2f} |")
    print(f"\n{found.pressed} sheets by one worker: {found.peak_mib:.0f} MiB, allowed {MOST_MIB}")
    return 0 if found.is_good else 1


def _cells(found: Measured, stages: Sequence[str]) -> list[str]:
    return [
        str(found.definitions),
        f"{found.megabytes:.2f}",
        str(found.links),
        *(f"{found.seconds[stage]:.2f}" for stage in stages),
        f"{found.ours:.2f}",
        f"{found.allowed:.2f}",
        f"{found.ours / found.seconds['parse']:.2f}",
    ]


def _line(cells: Sequence[str], head: Sequence[str]) -> str:
    return (
        "| "
        + " | ".join(f"{cell:>{len(word)}}" for cell, word in zip(cells, head, strict=True))
        + " |"
    )


if __name__ == "__main__":
    raise SystemExit(main())
