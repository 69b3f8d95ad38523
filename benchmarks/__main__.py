"""Measure, and print a table: python -m benchmarks."""

from __future__ import annotations

import argparse

from benchmarks.loading import STAGES, Measured, measure

HEAD = ("definitions", "MB", "links", *STAGES, "ours", "allowed", "ours / parse")


def main() -> int:
    """Print the table; leave with 1 when a handbook takes longer than it may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--definitions", type=int, nargs="+", default=[500, 1000, 2000])
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts")
    asked = parser.parse_args()
    print(_line(HEAD))
    print(_line("-" * (len(word) - 1) + ":" for word in HEAD))
    slow = 0
    for definitions in asked.definitions:
        found = measure(definitions, asked.rounds)
        print(_line(_cells(found)), flush=True)
        slow += found.ours > found.allowed
    return 1 if slow else 0


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
