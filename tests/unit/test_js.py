"""The scripts of the pages by themselves: in node's own test runner, and read by the linter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.patience import PATIENCE

from handbook.model.field_types import TYPES

PROJECT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "js"
TOOLS = PROJECT / "tests" / "tools"
NODE = Path(sys.executable).parent / "node"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.test.js")), ids=lambda path: path.stem)
def test_what_a_script_says_of_itself(path: Path) -> None:
    types = {name: each.on_screen for name, each in TYPES.items()}
    done = subprocess.run(
        [NODE, "--test", path],
        env=os.environ | {"FIELD_TYPES": json.dumps(types)},
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def linted(*arguments: str, script: str | None = None) -> subprocess.CompletedProcess[str]:
    program = TOOLS / "node_modules" / "eslint" / "bin" / "eslint.js"
    if not program.exists():
        pytest.fail("eslint is missing: `make test` installs it", pytrace=False)
    config = ("--config", "tests/tools/eslint.config.mjs")
    return subprocess.run(
        [NODE, program, *config, *arguments],
        cwd=PROJECT, input=script, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


def test_every_script_is_written_as_agreed() -> None:
    done = linted("--max-warnings", "0", "templates/theme", "tests/unit/js")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("document.body.innerHTML = location.hash;", "no-restricted-properties"),
        ("document.write(location.hash);", "no-restricted-properties"),
        ("document.body.insertAdjacentHTML('afterend', '');", "no-restricted-properties"),
        ("eval(location.hash);", "no-eval"),
        ("setTimeout('run()', 1);", "no-implied-eval"),
        ("unknown();", "no-undef"),
        ("if (location.hash == 1) location.reload();", "eqeqeq"),
    ],
)
def test_the_linter_refuses_text_that_would_run(line: str, rule: str) -> None:
    script = f'(() => {{\n  "use strict";\n  {line}\n}})();\n'
    name = "templates/theme/assets/javascripts/desk/planted.js"
    done = linted("--stdin", "--stdin-filename", name, script=script)
    assert done.returncode == 1
    assert rule in done.stdout
