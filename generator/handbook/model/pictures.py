"""The pictures that a handbook shows: read once by their paths, told where they cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from handbook.model.handbook import Handbook
from handbook.model.inline import beside_text, file_text, pictures_in
from handbook.model.kinds import Definition
from handbook.model.kinds.picture import ShownPicture
from handbook.model.kinds.record import paths_to, values_at
from handbook.model.part import Part
from handbook.model.values import is_open
from handbook.model.walk import NOT_PROSE, Leaf, leaves
from handbook.problems import Problem
from handbook.read import Picture, Tree, read_picture, read_shown_picture
from handbook.read.nodes import Text


def with_pictures(
    tree: Tree, handbook: Handbook, in_texts: Iterable[Text]
) -> tuple[Handbook, list[Problem]]:
    """Read what settings, definitions and texts show; what cannot be taken is left out and told.

    `in_texts` are the files that texts name.
    """
    problems: list[Problem] = []
    logo = None
    if handbook.settings.logo is not None:
        logo, problems = read_picture(tree, handbook.settings.logo)
    pictures: dict[str, Picture] = {}
    named = [(each.file, each.path) for each in pictures_of(handbook.definitions)]
    for file, path in (*named, *((file, beside_text(file, file.path)) for file in in_texts)):
        if path in pictures or is_open(file):
            continue
        picture, found = read_shown_picture(tree, file, path)
        problems += found
        if picture is not None:
            pictures[path] = picture
    complete = handbook.complete and not problems
    return replace(handbook, logo=logo, pictures=pictures, complete=complete), problems


def pictures_of(definitions: Iterable[Definition]) -> Iterator[ShownPicture]:
    """Yield the pictures that definitions show under a key of their own."""
    for definition in definitions:
        for path in paths_to(type(definition), ShownPicture):
            yield from values_at(definition, path)


def files_in(leaf: Leaf) -> Iterator[Text]:
    """Yield the files of the pictures that are shown within a text."""
    text = leaf.value if isinstance(leaf.value, Text) else leaf.value.text
    if "![" in text and leaf.field not in NOT_PROSE:
        yield from (file_text(text, each) for each in pictures_in(text) if each.is_whole)


def shown_by(
    definitions: Iterable[Definition], sheets: Iterable[Part], pictures: Mapping[str, Picture]
) -> dict[str, Picture]:
    """Return those of the pictures that some definition or sheet of a section shows."""
    if not pictures:
        return {}
    definitions = tuple(definitions)
    paths = {each.path for each in pictures_of(definitions)}
    for part in (*definitions, *sheets):
        for leaf in leaves(part):
            paths |= {beside_text(file, file.path) for file in files_in(leaf)}
    return {path: picture for path, picture in pictures.items() if path in paths}
