"""Give definitions other ids, sections or titles: what each change of that sort comes down to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from handbook.model.handbook import Link
from handbook.model.json_schema.words import keys_of
from handbook.model.kinds import Definition
from handbook.model.part import Part
from handbook.model.pictures import files_in, pictures_of
from handbook.model.values import ID
from handbook.model.walk import leaves
from handbook.problems import Place
from handbook.read.entries import CONTENT
from handbook.revise.after import After
from handbook.revise.changes import CannotRevise, Changes, Told
from handbook.revise.edits import Edits
from handbook.revise.follow import follow, former_addresses, known_findings_followed
from handbook.revise.names import Name
from handbook.revise.proof import proved, wish_of
from handbook.revise.proposals import id_like
from handbook.revise.standing import Standing
from handbook.write import AddKey, Change, Refused, Remove, Replace, item_taken, with_item


@dataclass
class Files:
    """Where files and definitions go: whole files by path, definitions out of files of several."""

    moved: dict[str, str] = field(default_factory=dict)
    taken_out: dict[Definition, str] = field(default_factory=dict)

    def path(self, path: str) -> str:
        """Return where a file will stand."""
        return self.moved.get(path, path)

    def path_of(self, definition: Definition) -> str:
        """Return in which file a definition will stand."""
        return self.taken_out.get(definition) or self.path(definition.place.path)


def relocated(
    standing: Standing,
    after: After,
    files: Files,
    further_changes: Iterable[tuple[Place, Change]] = (),
    told: Iterable[Told] = (),
) -> Changes:
    """Plan that definitions stand and are called as they are to be; proved. Raises CannotRevise."""
    edits = Edits(standing.tree)
    for definition in dict.fromkeys((*after.spots, *after.titles)):
        edits.change(definition.place, *_of_head(definition, after))
    for place, change in further_changes:
        edits.change(place, change)
    further, lost = follow(standing, after, edits)
    known_findings_followed(standing, after, edits, files.moved)
    pictures = _pictures_moved(standing, files)
    contents = _contents(standing, edits.made(), files, pictures)
    moved = {new: old for old, new in files.moved.items()}
    changes = Changes(contents, moved, (*told, *further))
    wish = wish_of(
        standing.handbook, after.address, after.title, files.path, _links_lost(standing, lost)
    )
    return proved(standing, changes, wish)


def _of_head(definition: Definition, after: After) -> list[Change]:
    """Return the changes of a definition's own id, title and former addresses."""
    changes: list[Change] = []
    id, title = after.spot(definition)[1], after.title(definition)
    if id != definition.id:
        changes.append(Replace(("id",), id))
    if title != definition.title:
        changes.append(Replace(("title",), title))
    former = former_addresses(definition, after)
    if former is None:
        return changes
    order = ("kind", *keys_of(type(definition)))
    if definition.node_of("was") is None:
        return [*changes, AddKey((), "was", list(former), order)]
    return [*changes, Replace(("was",), list(former)) if former else Remove(("was",))]


def _links_lost(standing: Standing, lost: set[Name]) -> list[Link]:
    """Return the links of 《titles》 that will be titles only."""
    places = {each.value.offset_place(each.mention.start + 1) for each in lost if each.mention}
    return [each for each in standing.handbook.links if each.place in places]


def _contents(
    standing: Standing, texts: Mapping[str, str], files: Files, pictures: Mapping[str, str]
) -> dict[str, bytes | None]:
    """Return what each file is to hold, once definitions and files are where they go."""
    texts = dict(texts)
    out: dict[str, str] = {}
    for definition, target in _last_first(files.taken_out):
        source = definition.place.path
        text = texts.get(source) or standing.tree.read(source).decode("utf-8")
        try:
            texts[source], item = item_taken(text, index_in_file(standing, definition))
        except Refused as error:
            raise CannotRevise("unwritable", path=source) from error
        out[target] = _put_into(standing, out.get(target, texts.get(target)), target, item)
    contents: dict[str, bytes | None] = dict.fromkeys(files.moved)
    for old, new in (*files.moved.items(), *pictures.items()):
        contents[new] = texts[old].encode() if old in texts else standing.tree.read(old)
    for path, text in {**texts, **out}.items():
        if path not in files.moved:
            contents[path] = text.encode()
    return contents


def _last_first(taken: Mapping[Definition, str]) -> list[tuple[Definition, str]]:
    """Sort definitions so that taking one leaves the numbers of those before it."""
    return sorted(taken.items(), key=lambda each: each[0].place, reverse=True)


def index_in_file(standing: Standing, definition: Definition) -> int:
    """Return how many definitions stand before one in its file."""
    here = [each for each in standing.handbook.definitions
            if each.place.path == definition.place.path]  # fmt: skip
    return sum(each.place < definition.place for each in here)


def _put_into(standing: Standing, text: str | None, target: str, item: str) -> str:
    """Return a file with a definition more: at the end of its list, or alone in a new one."""
    if text is None and standing.tree.entry(target).kind == "file":
        text = standing.tree.read(target).decode("utf-8")
    if text is None:
        return item
    joined = with_item(text, item)
    if joined is None:
        raise CannotRevise("unwritable", path=target)
    return joined


def _pictures_moved(standing: Standing, files: Files) -> dict[str, str]:
    """Return where pictures are copied to; those that nothing else shows go along, in `files`.

    A definition names them as seen from its own file.
    """
    book = standing.handbook
    going = [each for each in book.definitions if files.path_of(each) != each.place.path]
    sheets = (book.settings, *(each.sheet for each in book.sections if each.sheet is not None))
    staying: list[Part] = [each for each in sheets if each.place.path not in files.moved]
    staying += (each for each in book.definitions if each not in going)
    stays = {_beside(each.place.path, file) for each in staying for file in _shown_in(each)}
    copied: dict[str, str] = {}
    for definition in going:
        for file in _shown_in(definition):
            old = _beside(definition.place.path, file)
            new = _beside(files.path_of(definition), file)
            if files.path(old) == new or standing.tree.entry(old).kind != "file":
                continue
            _require_room(standing, old, new)
            if old in stays or old in files.moved:
                copied[old] = new
            else:
                files.moved[old] = new
    return copied


def _shown_in(part: Part) -> Iterator[str]:
    """Yield the files of the pictures that a part shows, as they are written."""
    if isinstance(part, Definition):
        yield from (str(each.file) for each in pictures_of((part,)))
    for leaf in leaves(part):
        yield from map(str, files_in(leaf))


def _beside(path: str, file: str) -> str:
    """Return where a file lies that is named in the file at a path."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file))


def _require_room(standing: Standing, old: str, new: str) -> None:
    """Raise CannotRevise where another picture stands, or where no picture may."""
    if not new.startswith(f"{CONTENT}/"):
        raise CannotRevise("picture-outside", path=old)
    kind = standing.tree.entry(new).kind
    if kind != "missing" and standing.tree.read(new) != standing.tree.read(old):
        raise CannotRevise("picture-taken", path=old, other=new)


def require_free(
    standing: Standing, definition: Definition, path: tuple[str, ...], id: str
) -> None:
    """Raise CannotRevise where an id is none, or where another definition has the address."""
    if not ID.fullmatch(id):
        slug = id_like(id)
        raise CannotRevise("bad-id-slug" if slug else "bad-id", id=id, slug=slug, is_usage=True)
    address = "/".join((*path, id))
    for other in standing.handbook.definitions:
        if other is definition:
            continue
        if other.address == address:
            raise CannotRevise("taken", id=address, title=other.title, place=other.place_of("id"))
        if address in other.former_addresses:
            raise CannotRevise(
                "taken-before", id=address, title=other.title, place=other.place_of("was")
            )


def is_alone(standing: Standing, definition: Definition) -> bool:
    """Tell whether nothing else is defined in the file of a definition."""
    path = definition.place.path
    return sum(each.place.path == path for each in standing.handbook.definitions) == 1
