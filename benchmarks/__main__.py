"""Measure, and print a table: python -m benchmarks [loading | printing]."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.loading import STAGES, Measured, measure
from benchmarks.printing import Printing, measure_printing

HEAD = ("definitions", "MB", "links", *STAGES, "ours", "allowed", "ours / parse")


def main() -> int:
    """Print the table; leave with 1 when something takes longer than it may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("loading", "printing"), default="loading")
    parser.add_argument("--project", type=Path, default=Path(), help="whose sheets are printed")
    parser.add_argument("--sheets", type=int, default=40, help="how many are printed")
    parser.add_argument("--definitions", type=int, nargs="+", default=[500, 1000, 2000])
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts")
    asked = parser.parse_args()
    if asked.what == "printing":
        return _tell_printing(measure_printing(asked.project.resolve(), asked.sheets))
    print(_line(HEAD))
    print(_line("-" * (len(word) - 1) + ":" for word in HEAD))
    slow = 0
    for definitions in asked.definitions:
        found = measure(definitions, asked.rounds)
        print(_line(_cells(found)), flush=True)
        slow += found.ours > found.allowed
    return 1 if slow else 0


def _tell_printing(found: Printing) -> int:
    print(f"{found.sheets} sheets; a worker takes at most {found.peak_mib:.0f} MiB\n")
    print("| way | seconds | of the loop |\n| :-- | --: | --: |")
    for way, seconds in found.seconds.items():
        print(f"| {way} | {seconds:.2f} | {found.ratio(way):.3f} |")
    return 0 if found.is_fast else 1


def _cells(found: Measured) -> list[str]:
    return [
        str(found.definitions),
        f"{found.megabytes:.2f}",
        str(found.links),
        *(f"{found.seconds[stage]:.2f}" for stage in STAGES),
        f"{found.ours:.2f}",
        f"{found.allowed:.2f}",
        f"{found.ours / found.seconds['parse']:.2f}",
    ]


def _line(cells) -> str:
    return (
        "| "
        + " | ".join(f"{cell:>{len(word)}}" for cell, word in zip(cells, HEAD, strict=True))
        + " |"
    )


if __name__ == "__main__":
    raise SystemExit(main())
