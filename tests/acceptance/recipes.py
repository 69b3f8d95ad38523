"""The commands that a README tells people to type, and a run of them as they stand there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from sites import PROJECT

READMES = {"en": "README.md", "zh": "README.zh.md"}
OWN = {"en": "## Your own handbook", "zh": "## 建您自己的手册"}
FIRST = {"en": "## A first change in five minutes", "zh": "## 五分钟改第一处"}
TOOLS = Path(sys.executable).parent


def chapter(readme: str, heading: str) -> str:
    """Return what stands under a heading of a README."""
    text = (PROJECT / READMES[readme]).read_text(encoding="utf-8")
    return text.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def commands(text: str) -> list[str]:
    """Return the lines of the first block of commands in a text, without their comments."""
    block = re.search(r"(?m)(?:^ {4}\S.*\n)+", text)[0]
    return [line.partition("#")[0].strip() for line in block.splitlines()]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a user does whose PATH has our tools; `make` sets nothing up."""
    path = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"
    words = shlex.split(command)
    return subprocess.run(
        [str(TOOLS / words[0]), *words[1:]], cwd=folder, capture_output=True, text=True,
        env={**os.environ, "PATH": path, "NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"},
        timeout=600, check=False,
    )  # fmt: skip


def serve(command: str, folder: Path) -> str:
    """Run `handbook serve` or `mkdocs serve` until it tells its address; return what it said."""
    words = shlex.split(command)
    # A port of its own, because several tests run at once, and no browser.
    port = ["--port", "0", "--no-open"] if words[0] == "handbook" else ["-a", "127.0.0.1:0"]
    process = subprocess.Popen(
        [str(TOOLS / words[0]), *words[1:], *port], cwd=folder, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    said = []
    with process:
        for line in process.stdout:
            said.append(line)
            if "http://" in line:
                break
        process.terminate()
        process.stdout.read()
    return "".join(said)


def follow(recipe: list[str], folder: Path) -> Path:
    """Run commands one after the other; each must go well. Return the folder of the last."""
    for command in recipe:
        if command.startswith("cd "):
            folder = folder / command.removeprefix("cd ")
        elif command.split()[1] == "serve":
            assert "http://" in serve(command, folder), command
        else:
            ran = run(command, folder)
            assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"
    return folder
