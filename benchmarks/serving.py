"""Measure from saving a YAML file to the new words standing in the browser: Chromium, real files.

`handbook serve` runs as a user runs it; a page of a procedure is open in the browser. One word of
that procedure is changed, the file saved, and the clock runs until the page shows the word.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building import generated
from playwright.sync_api import Page, sync_playwright

ALLOWED = {300: 1.0, 1000: 2.0}  # definitions: seconds
FILE, PAGE = "content/branch-01/procedure.yml", "branch-01/procedures/procedure-1.html"
PURPOSE = "不让客户问第二遍"  # what is changed
PATIENCE = 300_000  # milliseconds


@dataclass(frozen=True)
class Serving:
    """Seconds until the first page is there, and from each save to the words on the screen."""

    definitions: int
    first: float
    saves: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.saves)

    @property
    def is_fast(self) -> bool:
        """Whether the median is within what is allowed for the size, or for the next above it."""
        size = min((size for size in ALLOWED if size >= self.definitions), default=None)
        return size is None or self.median <= ALLOWED[size]


def report(sizes: Sequence[int] | None, rounds: int, _project: Path | None) -> int:
    """Print a row a size: until the first page is there, and from saving to seeing."""
    print("| definitions | first page, s | saved to seen, s | slowest, s | allowed |")
    print("| ----------: | ------------: | ---------------: | ---------: | ------: |")
    slow = False
    for definitions in sizes or ALLOWED:
        with tempfile.TemporaryDirectory() as folder:
            found = measure_serving(definitions, max(rounds, 5), Path(folder))
        print(
            f"| {found.definitions} | {found.first:.1f} | {found.median:.2f} "
            f"| {max(found.saves):.2f} | {ALLOWED.get(definitions, '')} |",
            flush=True,
        )
        slow = slow or not found.is_fast
    return 1 if slow else 0


def measure_serving(definitions: int, rounds: int, folder: Path) -> Serving:
    """Serve a handbook of so many definitions and save one of its files again and again."""
    project = generated(definitions, folder)
    start = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "handbook", "-C", str(project), "serve", "--no-open", "--port", "0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "ignore", "LANG": "zh_CN.UTF-8"},
    )
    try:
        url = _address(server)
        # What it says later is read too: a full pipe would hold it up.
        threading.Thread(target=server.stderr.read, daemon=True).start()
        with sync_playwright() as playwright:
            found = shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(url + PAGE, timeout=PATIENCE)
            _wait_for(page, PURPOSE)
            first = time.perf_counter() - start
            saves = tuple(_save(page, project / FILE, number) for number in range(rounds))
            browser.close()
    finally:
        server.terminate()
        server.communicate()
    return Serving(definitions, first, saves)


def _address(server: subprocess.Popen) -> str:
    """Read what the server says until it tells where it listens."""
    for line in server.stderr:
        found = re.search(r"http://[\w.:]+/", line)
        if found:
            return found[0]
    raise SystemExit("handbook serve ended before it listened")


def _save(page: Page, file: Path, number: int) -> float:
    text = file.read_text(encoding="utf-8")
    word = f"第{number}次保存"
    start = time.perf_counter()
    file.write_text(re.sub(f"{PURPOSE}|第\\d+次保存", word, text, count=1), encoding="utf-8")
    _wait_for(page, word)
    return time.perf_counter() - start


def _wait_for(page: Page, words: str) -> None:
    page.get_by_text(words).first.wait_for(timeout=PATIENCE)
