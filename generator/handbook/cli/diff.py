"""Show what a change does to files as a unified diff, as git shows it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import click

from handbook.cli.report.quote import visible
from handbook.cli.words import say
from handbook.read import Tree
from handbook.revise import Changes

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}
NOWHERE = "/dev/null"


def diff_of(tree: Tree, changes: Changes, language: str) -> str:
    """Return the differences of all files, sorted by path; colours are in it."""
    came_from = set(changes.moved.values())
    lines: list[str] = []
    for path, content in sorted(changes.files.items()):
        if content is None and path in came_from:
            continue  # shown where it goes
        old_path = changes.moved.get(path, path)
        is_new = tree.entry(old_path).kind == "missing"
        before = b"" if is_new else tree.read(old_path)
        if old_path != path:
            lines.append(_bold(say(language, "changing.moved", old=old_path, new=path)))
        old = NOWHERE if is_new else old_path
        new = NOWHERE if content is None else path
        lines += _of_file(before, content or b"", old, new, language)
    return "".join(f"{each}\n" for each in lines)


def _of_file(before: bytes, now: bytes, old: str, new: str, language: str) -> Iterator[str]:
    if before == now:
        return
    try:
        left, right = (each.decode("utf-8").split("\n") for each in (before, now))
    except UnicodeDecodeError:
        yield _bold(say(language, "changing.binary", path=old if new == NOWHERE else new))
        return
    for lines in (left, right):
        if lines[-1] == "":
            lines.pop()
    for line in difflib.unified_diff(left, right, old, new, lineterm=""):
        if line.startswith(("---", "+++")):
            yield _bold(line)
        else:
            colour = _COLOURS.get(line[:1])
            shown = visible(line)
            yield click.style(shown, fg=colour) if colour else shown


def _bold(text: str) -> str:
    return click.style(text, bold=True)
