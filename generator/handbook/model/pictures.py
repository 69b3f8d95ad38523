"""The pictures that a handbook shows: read once by their paths, told where they cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.kinds.picture import ShownPicture
from handbook.model.kinds.record import paths_to, values_at
from handbook.model.values import is_open
from handbook.problems import Problem
from handbook.read import Picture, Tree, read_picture, read_shown_picture


def with_pictures(tree: Tree, handbook: Handbook) -> tuple[Handbook, list[Problem]]:
    """Read what settings and definitions show; what cannot be taken is left out and told."""
    problems: list[Problem] = []
    logo = None
    if handbook.settings.logo is not None:
        logo, problems = read_picture(tree, handbook.settings.logo)
    pictures: dict[str, Picture] = {}
    for shown in pictures_of(handbook.definitions):
        if shown.path in pictures or is_open(shown.file):
            continue
        picture, found = read_shown_picture(tree, shown.file, shown.path)
        problems += found
        if picture is not None:
            pictures[shown.path] = picture
    complete = handbook.complete and not problems
    return replace(handbook, logo=logo, pictures=pictures, complete=complete), problems


def pictures_of(definitions: Iterable[Definition]) -> Iterator[ShownPicture]:
    """Yield the pictures that definitions show."""
    for definition in definitions:
        for path in paths_to(type(definition), ShownPicture):
            yield from values_at(definition, path)


def shown_by(
    definitions: Iterable[Definition], pictures: Mapping[str, Picture]
) -> dict[str, Picture]:
    """Return those of the pictures that some definition shows."""
    paths = {each.path for each in pictures_of(definitions)} if pictures else set()
    return {path: picture for path, picture in pictures.items() if path in paths}
