"""Mutants are small, different each, and drawn alike for the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.mutants import Mutant, mutants_of
from benchmarks.mutation import Tried, chosen, draw, judges_of, reason_for, report
from benchmarks.trials import ALL, Reach, passes, reach

PROJECT = Path(__file__).parents[2]
MODULE = '''\
"""Say nothing."""

from typing import Literal

MOST = 9
WAYS: Literal["a"] = "b"


def less(one: "int", other: int) -> bool:
    """Tell."""
    if one < other and not one == 0:
        print(one, other)
        return one + 1 < MOST
    return True
'''


@pytest.fixture
def mutants(tmp_path: Path) -> list[Mutant]:
    path = tmp_path / "less.py"
    path.write_text(MODULE, encoding="utf-8")
    return mutants_of(path, "draw/less.py")


def test_each_kind_of_slip_is_made(mutants: list[Mutant]) -> None:
    changes = {(each.line, each.change) for each in mutants}
    assert changes >= {
        (5, "9 → 10"),
        (5, "9 → (8)"),
        (6, '"b" → ""'),
        (11, "one < other → (one <= other)"),
        (11, "one < other and not one == 0 → ((one < other) or (not one == 0))"),
        (11, "not one == 0 → (one == 0)"),
        (11, "one < other and not one == 0 → False"),
        (12, "print(one, other) → pass"),
        (12, "print(one, other) → print(other, one)"),
        (13, "one + 1 → ((one) - (1))"),
        (13, "one + 1 < MOST → None"),
        (14, "True → False"),
    }


def test_what_is_no_behaviour_is_left_alone(mutants: list[Mutant]) -> None:
    assert not [each for each in mutants if "Say" in each.change or "Tell" in each.change]
    assert not [each for each in mutants if '"a"' in each.change or '"int"' in each.change]


def test_a_mutant_differs_from_its_module_in_one_place_and_is_python(
    mutants: list[Mutant],
) -> None:
    for each in mutants:
        compile(each.source, "mutant", "exec")
        changed = [
            number
            for number, (one, other) in enumerate(
                zip(MODULE.splitlines(), each.source.splitlines(), strict=True), 1
            )
            if one != other
        ]
        assert changed == [each.line]


def test_the_same_seed_draws_the_same_mutants(mutants: list[Mutant]) -> None:
    modules = {"draw/less.py": mutants}
    assert draw(modules, 3, 5) == draw(modules, 3, 5)
    assert draw(modules, 3, 5) != draw(modules, 4, 5)
    assert len(set(draw(modules, 3, 1000))) == len(mutants)


def test_a_module_is_judged_by_its_mirror_and_then_by_its_room() -> None:
    mirrored, room = judges_of("draw/layout.py", PROJECT)
    assert mirrored == ["tests/unit/draw/test_layout.py"]
    assert "tests/unit/draw/test_wrap.py" in room
    assert "tests/unit/draw/test_layout.py" not in room
    _, room = judges_of("compose/frame/composer.py", PROJECT)
    assert "tests/unit/compose/test_said.py" in room
    assert not [test for test in room if test.startswith("tests/unit/compose/books/")]
    mirrored, _ = judges_of("typefaces/__init__.py", PROJECT)
    assert mirrored == ["tests/unit/test_typefaces.py"]
    mirrored, room = judges_of("passing.py", PROJECT)
    assert mirrored == ["tests/unit/test_passing.py"]
    assert room == []


def test_the_report_names_the_survivors_and_counts() -> None:
    mutant = Mutant("draw/less.py", 5, "boundary", "9 → 10", "")
    lines = report(
        [
            Tried(mutant, "killed", "", (), 0.1),
            Tried(mutant, "alive", "", ("a",), 0.1),
            Tried(mutant, "equivalent", "nobody can see it", ("a",), 0.1),
        ]
    ).splitlines()
    assert lines[:2] == ["alive  draw/less.py:5  boundary", "    9 → 10"]
    assert "    nobody can see it" in lines
    assert lines[-1] == "3 mutants: 1 killed, 0 endless, 1 alive, 1 equivalent (33% alive)"


def test_a_mutant_knows_the_function_that_it_stands_in(mutants: list[Mutant]) -> None:
    assert {(each.line, each.function) for each in mutants} == {
        (5, None), (6, None), (11, 9), (12, 9), (13, 9), (14, 9),
    }  # fmt: skip


def test_only_tests_that_enter_what_is_changed_are_run_the_mirror_first() -> None:
    reached = {
        "slow": Reach(True, 9.0, frozenset({"draw/less.py:9"})),
        "quick": Reach(True, 0.1, frozenset({"draw/less.py:9"})),
        "mirror": Reach(True, 99.0, frozenset({ALL})),
        "other": Reach(True, 0.2, frozenset({"draw/more.py:9"})),
    }
    room = ["slow", "quick", "other"]
    within = Mutant("draw/less.py", 11, "boundary", "", "", 9)
    outside = Mutant("draw/less.py", 5, "boundary", "", "")
    assert chosen(within, ["mirror"], room, reached) == ("mirror", "quick", "slow")
    assert chosen(outside, ["mirror"], room, reached) == ("mirror", "quick", "other", "slow")


@pytest.mark.long
def test_a_file_of_tests_is_run_apart_and_what_it_enters_is_seen(tmp_path: Path) -> None:
    package = tmp_path / "generator" / "handbook"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "less.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "test_calls.py").write_text(
        "from handbook.less import less\ndef test_it(): assert less(3, 2)\n"
    )
    (tmp_path / "test_fails.py").write_text("import handbook.less\ndef test_it(): assert False\n")
    (tmp_path / "test_endless.py").write_text("def test_it():\n    while True: pass\n")
    found = reach(tmp_path, ["test_calls.py", "test_fails.py"])
    assert found["test_calls.py"].passes
    assert found["test_calls.py"].entered == {"less.py:9"}
    assert not found["test_fails.py"].passes
    assert passes(tmp_path, ["test_calls.py"], 60) is True
    assert passes(tmp_path, ["test_fails.py"], 60) is False
    assert passes(tmp_path, ["test_endless.py"], 0.1) is None


def test_a_reason_holds_for_one_change_of_one_line() -> None:
    mutant = Mutant("draw/less.py", 5, "boundary", "9 → 10", "")
    row = {"file": "draw/less.py", "change": "9 → 10", "line": "MOST = 9", "why": "so"}
    assert reason_for(mutant, "MOST = 9", [row]) == "so"
    assert reason_for(mutant, "LEAST = 9", [row]) == ""
    assert reason_for(mutant, "MOST = 9", [row | {"file": "draw/more.py"}]) == ""
    assert reason_for(mutant, "MOST = 9", [row | {"change": "9 → (8)"}]) == ""
