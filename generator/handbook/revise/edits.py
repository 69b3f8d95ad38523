"""Changes of the texts of a handbook: gathered by file and place, then made file by file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from handbook.model.inline import Mention, mentions
from handbook.problems import Place
from handbook.read import Tree, read_text
from handbook.read.characters import evened_out
from handbook.read.nodes import Node, Record, Sequence, Text
from handbook.revise.after import Spelling
from handbook.revise.changes import CannotRevise
from handbook.revise.names import Name
from handbook.write import Change, Path, Refused, Remove, Replace, Respell, revised
from handbook.write.changes import found_in
from handbook.write.lines import as_before
from handbook.write.pieces import Piece, replaced

_UP_TO_ID = re.compile(r"^\[\[[^\]|]*")
Spellings = dict[tuple[str | None, str | None, str | None], Spelling]  # by id, words and title


class Edits:
    """What is to be changed in the files of a tree."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._texts: dict[str, str] = {}
        self._wholes: dict[str, dict[Place, str]] = defaultdict(dict)
        self._mentions: dict[str, dict[Place, Spellings]] = defaultdict(lambda: defaultdict(dict))
        self._pieces: dict[str, list[Piece]] = defaultdict(list)
        self._keys: dict[str, dict[Place, tuple[str, str]]] = defaultdict(dict)
        self._changes: dict[str, list[tuple[Place, tuple[Change, ...]]]] = defaultdict(list)

    def spell(self, name: Name, spelling: Spelling) -> None:
        """Let a name be spelt otherwise."""
        path = name.place.path
        if name.mention is None:
            self._wholes[path][name.place] = spelling.typed
        elif name.on_page:
            self._pieces[path].append(self._on_page(name, name.mention, spelling))
        else:
            self._mentions[path][name.place][_key(name.mention)] = spelling

    def say(self, place: Place, words: str) -> None:
        """Let other words stand as the text that begins at a place."""
        self._wholes[place.path][place] = words

    def replace_on_page(self, path: str, start: int, end: int, words: str) -> None:
        """Let other words stand from a place on a page up to another."""
        self._pieces[path].append(Piece(start, end, words))

    def rename_key(self, place: Place, key: str, meant: str) -> None:
        """Let a key that stands at a place be another."""
        self._keys[place.path][place] = (key, meant)

    def change(self, place: Place, *changes: Change) -> None:
        """Change the definition or entry that begins at a place; paths count from there."""
        self._changes[place.path].append((place, changes))

    def text(self, path: str) -> str:
        """Return the text of a file as it stands. Raises CannotRevise."""
        if path not in self._texts:
            try:
                self._texts[path] = self._tree.read(path).decode("utf-8")
            except UnicodeDecodeError as error:
                raise CannotRevise("not-utf-8", path=path) from error
        return self._texts[path]

    def made(self) -> dict[str, str]:
        """Return the texts that are changed, by path. Raises CannotRevise."""
        paths = {*self._wholes, *self._mentions, *self._pieces, *self._keys, *self._changes}
        return {path: self._made(path) for path in sorted(paths)}

    def _made(self, path: str) -> str:
        text = self.text(path)
        if path in self._keys:
            text = _with_keys(text, self._keys[path])
        if path in self._pieces:
            # One that several names come to is made once.
            return as_before(text, replaced(evened_out(text), dict.fromkeys(self._pieces[path])))
        root, problems = read_text(text, path)
        if root is None or problems:
            raise CannotRevise("unreadable", problems=problems)
        paths = dict(_paths(root))
        for changes in (self._careful, self._plain):
            with suppress(Refused):
                return revised(
                    text,
                    _twice_left_out(root, [*changes(path, paths), *self._of_parts(path, paths)]),
                )
        raise CannotRevise("unwritable", path=path)

    def _careful(self, path: str, paths: Mapping[Place, tuple[Path, Node]]) -> Iterator[Change]:
        """Yield changes that leave the lines of a text as they are, the mentions aside."""
        yield from self._of_texts(path, paths)
        rounds: list[list[Respell]] = []
        for place, spellings in self._mentions[path].items():
            at, text = _text_at(paths, place)
            pairs = dict(_pairs(text, spellings))
            if not _are_apart(text, pairs):
                yield Replace(at, _respelt(text, spellings))
                continue
            for number, (old, new) in enumerate(pairs.items()):
                if number == len(rounds):
                    rounds.append([])
                rounds[number].append(Respell(at, old, new))
        for changes in rounds:
            yield from changes

    def _plain(self, path: str, paths: Mapping[Place, tuple[Path, Node]]) -> Iterator[Change]:
        """Yield changes that say a text anew where it holds a mention."""
        yield from self._of_texts(path, paths)
        for place, spellings in self._mentions[path].items():
            at, text = _text_at(paths, place)
            yield Replace(at, _respelt(text, spellings))

    def _of_texts(self, path: str, paths: Mapping[Place, tuple[Path, Node]]) -> Iterator[Change]:
        for place, typed in self._wholes[path].items():
            at, text = _text_at(paths, place)
            if text.startswith("[["):  # the name of a standard as a limit
                inner = next(mentions(text))
                yield Replace(at, _link(typed, inner.words))
            else:
                yield Replace(at, typed)

    def _of_parts(self, path: str, paths: Mapping[Place, tuple[Path, Node]]) -> Iterator[Change]:
        for place, changes in self._changes[path]:
            for change in changes:
                yield replace(change, at=(*paths[place][0], *change.at))

    def _on_page(self, name: Name, mention: Mention, spelling: Spelling) -> Piece:
        text = evened_out(self.text(name.place.path))
        line = name.value.line - 1
        start = sum(len(each) + 1 for each in text.split("\n")[:line]) + mention.start
        end = start + mention.end - mention.start
        return Piece(start, end, _spelt(text[start:end], mention, spelling))


def _with_keys(text: str, keys: Mapping[Place, tuple[str, str]]) -> str:
    """Return a text in which keys are called otherwise; what stands behind them stays."""
    even = evened_out(text)
    lines = even.split("\n")
    pieces = []
    for place, (key, meant) in keys.items():
        start = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
        if even.startswith(key, start):
            pieces.append(Piece(start, start + len(key), meant))
    return as_before(text, replaced(even, pieces))


def _twice_left_out(root: Node, changes: list[Change]) -> list[Change]:
    """Take a name out of a list, last, where the same is in it already."""
    kept: list[Change] = []
    removed: list[Remove] = []
    for change in changes:
        around = found_in(root, change.at[:-1]) if isinstance(change, Replace) else None
        if (
            isinstance(change, Replace) and isinstance(around, Sequence)
            and change.value in around and change.value != around[int(change.at[-1])]
        ):  # fmt: skip
            removed.append(Remove(change.at))
        else:
            kept.append(change)
    return [*kept, *sorted(removed, key=lambda each: each.at[-1], reverse=True)]


def _key(mention: Mention) -> tuple[str | None, str | None, str | None]:
    return mention.id, mention.words, mention.title


def _paths(node: Node, at: Path = ()) -> Iterator[tuple[Place, tuple[Path, Node]]]:
    """Yield the texts and records in a file by their places, with the path to each."""
    if isinstance(node, Text):
        yield node.place, (at, node)
        return
    items = node.items() if isinstance(node, Record) else enumerate(node)
    for key, value in items:
        yield from _paths(value, (*at, key if isinstance(key, int) else str(key)))
    if isinstance(node, Record):
        yield node.place, (at, node)


def _text_at(paths: Mapping[Place, tuple[Path, Node]], place: Place) -> tuple[Path, Text]:
    """Return the path and the text that begins at a place, or two signs before: [[standard]]."""
    for column in (place.column, place.column - 2):
        at, node = paths.get(Place(place.path, place.line, column), ((), None))
        if isinstance(node, Text):
            return at, node
    raise CannotRevise("unwritable", path=place.path)


def _respelt(text: str, spellings: Spellings) -> str:
    pieces = [
        Piece(each.start, each.end, new)
        for each in mentions(text)
        if (new := _newly_spelt(text, each, spellings)) is not None
    ]
    return replaced(text, pieces)


def _pairs(text: str, spellings: Spellings) -> Iterator[tuple[str, str]]:
    for each in mentions(text):
        new = _newly_spelt(text, each, spellings)
        if new is not None:
            yield _shortest(text[each.start : each.end], new)


def _shortest(old: str, new: str) -> tuple[str, str]:
    """Return two spellings of a mention without the words that both have: [[id| and [[section/id|.

    Lines may break within the words.
    """
    heads = tuple(re.match(r"\[\[[^\]|]*[\]|]", each) for each in (old, new))
    if heads[0] and heads[1] and old[heads[0].end() :] == new[heads[1].end() :]:
        return heads[0][0], heads[1][0]
    return old, new


def _newly_spelt(text: str, mention: Mention, spellings: Spellings) -> str | None:
    spelling = spellings.get(_key(mention))
    if spelling is None:
        return None
    return _spelt(text[mention.start : mention.end], mention, spelling)


def _are_apart(text: str, pairs: Mapping[str, str]) -> bool:
    """Tell whether pairs may be replaced one after the other, each wherever it stands."""
    return not set(pairs) & set(pairs.values())


def _spelt(source: str, mention: Mention, spelling: Spelling) -> str:
    """Return the source of a mention in another spelling; the words of a link stay."""
    if spelling.is_title:
        return f"《{spelling.typed}》"
    if spelling.words is not None:
        return _link(spelling.typed, spelling.words)
    return f"[[{spelling.typed}{_UP_TO_ID.sub('', source)}"


def _link(typed: str, words: str | None) -> str:
    return f"[[{typed}|{words}]]" if words else f"[[{typed}]]"
