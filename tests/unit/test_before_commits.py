"""What runs before a commit: the three hooks, with the tools of this repository alone."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parents[2]
CONFIGURED = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
HOOKS = {hook["id"]: hook for repository in CONFIGURED["repos"] for hook in repository["hooks"]}


def test_nothing_is_fetched_for_a_hook() -> None:
    assert {repository["repo"] for repository in CONFIGURED["repos"]} == {"local"}


@pytest.mark.parametrize("name", HOOKS)
def test_the_command_of_a_hook_is_set_up_by_make_test(name: str) -> None:
    program, *options = HOOKS[name]["entry"].split()
    usage = subprocess.run(
        [PROJECT / program, *options, "--help"], capture_output=True, text=True, check=True
    )
    assert usage.stdout


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("mypy", "generator/handbook/problems.py"),
        ("handbook-check", "content/handbook.yml"),
        ("handbook-check", "templates/print/card.html"),
    ],
)
def test_a_hook_runs_for_the_files_it_is_about(name: str, path: str) -> None:
    assert (PROJECT / path).exists()
    assert re.search(HOOKS[name]["files"], path)
