"""Commands in processes of their own, without the seconds in which each loads the program.

A process that has loaded it all forks one for each command: with streams, a folder, an environment,
signals and an exit code of its own, as if it had been started from nothing.
"""

from __future__ import annotations

import atexit
import importlib
import json
import logging
import os
import runpy
import socket
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO

from tests.patience import PATIENCE

PROJECT = Path(__file__).parents[1]
LOADED = (
    "handbook.cli.run", "handbook.cli.build", "handbook.cli.print", "handbook.cli.check",
    "handbook.cli.export", "handbook.site.build", "handbook.sheets.press", "handbook.sheets.worker",
    "mkdocs.__main__", "mkdocs.commands.build", "material.plugins.search.plugin",
    "material.plugins.offline.plugin", "material.templates", "colorama", "pygments.formatters",
    "markdown.extensions.tables", "markdown.extensions.codehilite",
    "markdown.extensions.attr_list", "markdown.extensions.fenced_code", "pypinyin", "opencc",
)  # fmt: skip
GO = b"!"


def run_warm(
    module: str, args: Sequence[object], *, cwd: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run `python -m module` with arguments; return how it ended and what it said."""
    words = [module, *map(str, args)]
    asked = {"words": words, "cwd": str(cwd), "env": dict(env)}
    with (
        tempfile.TemporaryFile() as told,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        told.write(json.dumps(asked).encode())
        told.seek(0)
        server = _server()
        socket.send_fds(server, [GO], [each.fileno() for each in (told, out, err)])
        code = int(server.recv(16).decode())
        return subprocess.CompletedProcess(words, code, _text_of(out), _text_of(err))


def _text_of(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8").replace("\r\n", "\n")


@cache
def _server() -> socket.socket:
    """Start the process that has everything loaded; it ends with this one."""
    ours, its = socket.socketpair()
    ours.settimeout(PATIENCE)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.warm", str(its.fileno())],
        cwd=PROJECT, pass_fds=[its.fileno()], stdin=subprocess.DEVNULL,
    )  # fmt: skip
    its.close()
    atexit.register(process.wait)
    atexit.register(ours.close)  # first
    return ours


def serve(asking: socket.socket) -> list[str]:
    """Fork for each command and tell its exit code; in the fork, return its words."""
    while True:
        asked, files, _, _ = socket.recv_fds(asking, 1, 3)
        if not asked:
            sys.exit()
        child = os.fork()
        if not child:
            asking.close()
            return _become(*files)
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        asking.sendall(str(os.waitstatus_to_exitcode(status)).encode())


def _become(told: int, out: int, err: int) -> list[str]:
    """Take over streams, folder and environment of a command; return its words."""
    with open(told, encoding="utf-8") as file:
        asked = json.load(file)
    for stream, number in ((out, 1), (err, 2)):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdout.reconfigure(encoding="utf-8", line_buffering=False)
    sys.stderr.reconfigure(encoding="utf-8")
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    sys.path[0] = asked["cwd"]
    if asked["env"].get("PYTHONWARNINGS") == "ignore":
        warnings.simplefilter("ignore")
    return asked["words"]


def _load_all() -> None:
    """Load what commands load, and the dictionary of words."""
    for name in LOADED:
        importlib.import_module(name)
    jieba = importlib.import_module("jieba")
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()


if __name__ == "__main__":
    _load_all()
    module, *sys.argv[1:] = serve(socket.socket(fileno=int(sys.argv[1])))
    runpy.run_module(module, run_name="__main__", alter_sys=True)
