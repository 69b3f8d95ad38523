"""`handbook export --markdown`: the pages as a plain tree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SMALL = Path(__file__).parents[1] / "examples" / "valid" / "small"


def export(directory: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "handbook", "-C", str(SMALL), "export", "--markdown"]
    return subprocess.run(
        [*command, str(directory)], capture_output=True, text=True, check=False, timeout=120
    )


def test_every_page_is_written_as_markdown(tmp_path: Path) -> None:
    done = export(tmp_path / "pages")
    assert done.returncode == 0, done.stderr
    home = (tmp_path / "pages" / "index.md").read_text(encoding="utf-8")
    assert home.startswith("---\n")
    assert {"rules.md", "keys.md"} <= {path.name for path in (tmp_path / "pages").iterdir()}
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = export(tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
