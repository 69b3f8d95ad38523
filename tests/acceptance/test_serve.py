"""The preview goes on while the YAML is wrong: it says what is wrong, and recovers by itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from sites import CONTENT, small_project, write
from tests.patience import PATIENCE

SERVE = """\
from pathlib import Path
from handbook.site.order import Order
from handbook.site.serve import serve
if __name__ == "__main__":
    serve(Order(project=Path(".")), port=0, report=lambda line: print(line, flush=True))
"""
BROKEN = CONTENT.replace("by: clerk", "by: clark")
PAGE = "procedures/visit.html"


class Preview:
    """A running preview and its address."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE],
            cwd=project,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        self.url = self.wait_for_line(r"http://[\w.:]+/")

    def wait_for_line(self, pattern: str) -> str:
        """Read what it says until a line fits; its end is the end of the test."""
        for line in self.process.stdout:
            self.said.append(line)
            found = re.search(pattern, line)
            if found:
                return found[0]
        raise AssertionError("".join(self.said) + self.process.stderr.read())

    def page(self, address: str = PAGE) -> str:
        deadline = time.monotonic() + PATIENCE
        while True:  # the address is told a moment before the server listens
            try:
                with urlopen(self.url + address, timeout=PATIENCE) as answer:
                    return answer.read().decode()
            except HTTPError as error:
                return error.read().decode()
            except URLError:
                if time.monotonic() > deadline:
                    raise

    def page_after_change(self, before: str) -> str:
        """Wait as a browser does: the server answers when there is something newer."""
        epoch = int(re.search(r"livereload\((\d+),", before)[1])
        newest = epoch
        while newest == epoch:  # it answers after a minute even when there is nothing newer
            with urlopen(f"{self.url}livereload/{epoch}/1", timeout=PATIENCE) as answer:
                newest = int(answer.read())
        return self.page()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


@pytest.fixture
def preview(project) -> Iterator[Preview]:
    running = Preview(project)
    yield running
    running.process.terminate()
    running.process.communicate(timeout=PATIENCE)


def test_a_change_shows(preview, project) -> None:
    before = preview.page()
    assert "问好" in before
    write(project, {"content/all.yml": CONTENT.replace("问好", "微笑")})
    assert "微笑" in preview.page_after_change(before)


def test_a_mistake_shows_over_the_last_good_page_and_goes_when_it_is_repaired(
    preview, project
) -> None:
    good = preview.page()
    write(project, {"content/all.yml": BROKEN})
    wrong = preview.page_after_change(good)
    assert "问好" in wrong
    notice = wrong[wrong.index('id="trouble"') :]
    assert "content/all.yml:6:" in notice
    assert "clark" in notice
    assert "clerk" in notice  # the hint
    assert "<mark>" in notice  # the line
    preview.wait_for_line(r"content/all\.yml:6:.*\[unknown-reference\]")
    write(project, {"content/all.yml": CONTENT.replace("问好", "微笑")})
    repaired = preview.page_after_change(wrong)
    assert "微笑" in repaired
    assert 'id="trouble"' not in repaired


def test_a_handbook_that_is_wrong_from_the_start_is_served_too(project) -> None:
    write(project, {"content/all.yml": BROKEN})
    preview = Preview(project)
    try:
        wrong = preview.page("index.html")
        assert "clark" in wrong
        write(project, {"content/all.yml": CONTENT})
        assert "问好" in preview.page_after_change(wrong)
    finally:
        preview.process.terminate()
        preview.process.communicate(timeout=PATIENCE)
