"""The scripts of the desk by themselves, in node's own test runner."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "js"
NODE = Path(sys.executable).parent / "node"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.test.js")), ids=lambda path: path.stem)
def test_what_a_script_says_of_itself(path: Path) -> None:
    done = subprocess.run(
        [NODE, "--test", path], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
