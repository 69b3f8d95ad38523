"""Edits of a handbook as an editor makes them, drawn by chance; each leaves it without errors.

`Edited` is a copy of an example to be edited: `draw` chooses from a list, so that hypothesis or a
seed decides. What would leave an error is taken back, and tells so.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from handbook.opening import Leaking, Opened, opened, stops, today

Draw = Callable[[Sequence[Any]], Any]
_WORDS = re.compile(r"[\u4e00-\u9fff]{2,}")
_HEAD = re.compile(r"^(- )kind: (\w+)", re.M)
_ID = re.compile(r"^  id: .*\n", re.M)


class Edited:
    """A project that is edited; `opened` is its handbook as it stands."""

    def __init__(self, example: Path, folder: Path) -> None:
        self.project = folder
        shutil.copytree(example / "content", folder / "content")
        self.opened: Opened = opened(folder, today())
        self._number = 0

    def edit(self, draw: Draw) -> str | None:
        """Make an edit; return its name, or None when it was taken back."""
        name = draw(sorted(EDITS))
        before = {path: path.read_bytes() for path in self._files("content", "templates")}
        EDITS[name](self, draw)
        found = self._found()
        if found is not None:
            self.opened = found
            return str(name)
        for top in ("content", "templates"):
            shutil.rmtree(self.project / top, ignore_errors=True)
        for path, content in before.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return None

    def is_fit_for(self, audience: str) -> bool:
        """Tell whether nothing would leak to an audience."""
        try:
            self.opened.require_no_leak(audience)
        except Leaking:
            return False
        return True

    def _found(self) -> Opened | None:
        found = opened(self.project, today())
        return None if stops(found.problems) else found

    def _files(self, *tops: str) -> Iterator[Path]:
        for top in tops:
            yield from sorted(each for each in (self.project / top).rglob("*") if each.is_file())

    def yaml(self, draw: Draw, *names: str) -> Path:
        """Choose a file of definitions, or one of some name."""
        special = {"handbook.yml", "section.yml", "holidays.yml"}
        found = [
            each
            for each in self._files("content")
            if each.suffix == ".yml" and (each.name in names if names else each.name not in special)
        ]
        return Path(draw(found))

    def number(self) -> int:
        """Return a number that no other edit has had."""
        self._number += 1
        return self._number


def _replace(path: Path, match: re.Match[str], text: str) -> None:
    whole = path.read_text("utf-8")
    path.write_text(whole[: match.start()] + text + whole[match.end() :], "utf-8")


def _a_word(edited: Edited, draw: Draw, *names: str) -> None:
    path = edited.yaml(draw, *names)
    found = [*_WORDS.finditer(path.read_text("utf-8"))]
    if found:
        match = draw(found)
        _replace(path, match, f"{match[0]}{draw('甲乙丙')}")


def _a_title(edited: Edited, draw: Draw) -> None:
    path = edited.yaml(draw)
    found = [*re.finditer(r"^  title: (.*)$", path.read_text("utf-8"), re.M)]
    if found:
        match = draw(found)
        _replace(path, match, f"  title: {match[1]}{draw('甲乙丙')}")


def _blocks(path: Path) -> list[tuple[int, int]]:
    whole = path.read_text("utf-8")
    starts = [match.start() for match in _HEAD.finditer(whole)]
    return list(zip(starts, [*starts[1:], len(whole)], strict=False))  # of one without any: none


def _gone(edited: Edited, draw: Draw) -> None:
    path = edited.yaml(draw)
    blocks = _blocks(path)
    if len(blocks) > 1:
        start, end = draw(blocks)
        whole = path.read_text("utf-8")
        path.write_text(whole[:start] + whole[end:], "utf-8")


def _moved(edited: Edited, draw: Draw) -> None:
    path, other = edited.yaml(draw), edited.yaml(draw)
    blocks = _blocks(path)
    if len(blocks) > 1 and path != other and _blocks(other):
        start, end = draw(blocks)
        whole = path.read_text("utf-8")
        path.write_text(whole[:start] + whole[end:], "utf-8")
        other.write_text(f"{other.read_text('utf-8').rstrip()}\n{whole[start:end]}", "utf-8")


def _in_another_order(edited: Edited, draw: Draw) -> None:
    path = edited.yaml(draw)
    blocks = _blocks(path)
    if len(blocks) > 1:
        whole = path.read_text("utf-8")
        pieces = [whole[start:end].rstrip("\n") + "\n" for start, end in blocks]
        pieces.append(pieces.pop(draw(range(len(pieces) - 1))))
        path.write_text(whole[: blocks[0][0]] + "".join(pieces), "utf-8")


def _another_file(edited: Edited, draw: Draw) -> None:
    path = edited.yaml(draw)
    path.rename(path.with_name(f"{draw('az')}{edited.number()}.yml"))


def _new(edited: Edited, draw: Draw) -> None:
    words = sorted({str(each.title) for each in edited.opened.handbook.definitions})
    title = draw([*words, "新词", "另一个新词"])
    path = edited.yaml(draw)
    text = f"- {{kind: term, id: new-{edited.number()}, title: {title}二, definition: 新。}}\n"
    if _blocks(path):
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n{text}", "utf-8")


def _with_key(edited: Edited, draw: Draw, key: str) -> None:
    path = edited.yaml(draw)
    found = [*_ID.finditer(path.read_text("utf-8"))]
    if found:
        match = draw(found)
        _replace(path, match, f"{match[0]}  {key}\n")


def _a_line_above(edited: Edited, draw: Draw) -> None:
    path = edited.yaml(draw)
    path.write_text(f"# {edited.number()}\n{path.read_text('utf-8')}", "utf-8")


def _setting(edited: Edited, draw: Draw) -> None:
    path = edited.yaml(draw, "handbook.yml")
    line = draw([
        "accent: '#1a6b52'", "accent: '#7a1020'", "paper: A5", "paper: Letter",
        "site_url: https://example.org/a/", "feedback: mailto:a@example.org?body={address}",
        "validity: 以网站为准。", f"subtitle: 第{edited.number()}版",
    ])  # fmt: skip
    key = line.partition(":")[0]
    rows = [each for each in path.read_text("utf-8").splitlines() if not each.startswith(f"{key}:")]
    path.write_text("\n".join([*rows, line, ""]), "utf-8")


def _template(edited: Edited, draw: Draw) -> None:
    path = edited.project / "templates" / draw(["site/note.md", "print/note.html"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{edited.number()}\n", "utf-8")


def _picture(edited: Edited, draw: Draw) -> None:
    found = [each for each in edited._files("content") if each.suffix == ".svg"]
    if found:
        path = draw(found)
        text = path.read_text("utf-8")
        path.write_text(text.replace("</svg>", f"<!-- {edited.number()} --></svg>"), "utf-8")


EDITS: dict[str, Callable[[Edited, Draw], None]] = {
    "a line above": _a_line_above,
    "a picture": _picture,
    "a setting": _setting,
    "a template": _template,
    "a title": _a_title,
    "a word": _a_word,
    "a word again": _a_word,
    "a word of a section": lambda edited, draw: _a_word(edited, draw, "section.yml"),
    "a word of the settings": lambda edited, draw: _a_word(edited, draw, "handbook.yml"),
    "another file": _another_file,
    "another order": _in_another_order,
    "draft": lambda edited, draw: _with_key(edited, draw, "status: draft"),
    "for an audience": lambda edited, draw: _with_key(edited, draw, "audience: manager"),
    "gone": _gone,
    "moved": _moved,
    "new": _new,
    "retired": lambda edited, draw: _with_key(edited, draw, "status: retired"),
}
