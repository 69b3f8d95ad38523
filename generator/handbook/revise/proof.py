"""Prove a change before anything is written: load the handbook as it would be, and compare.

It must say what was wished: the definitions with their addresses and titles, and every link from
one to another; and nothing may be wrong with it that was not before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.model.audiences.level import level_of
from handbook.model.handbook import Handbook, Link
from handbook.model.kinds import Definition
from handbook.problems import Problem
from handbook.read.overlaid import OverlaidTree
from handbook.revise.changes import CannotRevise, Changes, Told, tell
from handbook.revise.standing import Standing

LinkKey = tuple[str, str, str, str | None]  # addresses of both ends, the field, the part


@dataclass(frozen=True)
class Wish:
    """What the handbook is to say: titles by address, and links.

    `address` and `file` tell where a definition and a file will stand.
    """

    titles: Mapping[str, str]
    links: Counter[LinkKey]
    address: Callable[[Definition], str]
    file: Callable[[str], str] = str


def wish_of(
    handbook: Handbook,
    address: Callable[[Definition], str],
    title: Callable[[Definition], str],
    file: Callable[[str], str],
    left_out: Iterable[Link] = (),
) -> Wish:
    """Wish for the same handbook with other addresses and titles, but for some links."""
    titles = {address(each): title(each) for each in handbook.definitions}
    links = Counter(
        (address(each.source), address(each.target), each.relation, each.part)
        for each in handbook.links
    )
    links -= Counter(
        (address(each.source), address(each.target), each.relation, each.part) for each in left_out
    )
    return Wish(titles, links, address, file)


def proved(standing: Standing, changes: Changes, wish: Wish) -> Changes:
    """Return a change that does what was wished, with the findings it brings.

    Raises CannotRevise where it does not.
    """
    handbook, problems = standing.judge(OverlaidTree(standing.tree, changes.files))
    brought = list(_brought(standing.problems, problems, wish.file))
    errors = [each for each in brought if each.severity == "error"]
    if errors:
        raise CannotRevise("brings-errors", problems=errors)
    if {each.address: str(each.title) for each in handbook.definitions} != wish.titles:
        raise CannotRevise("otherwise")
    links = Counter(
        (each.source.address, each.target.address, each.relation, each.part)
        for each in handbook.links
    )
    if wish.links - links:
        raise CannotRevise("otherwise")
    told = (*changes.told, *_readers(standing.handbook, handbook, wish.address))
    return Changes(changes.files, changes.moved, told, tuple(brought))


def _readers(
    before: Handbook, now: Handbook, address: Callable[[Definition], str]
) -> Iterator[Told]:
    """Tell of definitions that other readers may see than before."""
    names = [str(each) for each in now.settings.audiences]
    levels = {each.address: level_of(now, each) for each in now.definitions}
    for each in before.definitions:
        old, new = level_of(before, each), levels.get(address(each))
        if new is not None and new != old:
            key = "fewer-readers" if new > old else "more-readers"
            yield tell(key, each.place, title=each.title, before=names[old], now=names[new])


def _brought(
    before: Iterable[Problem], now: Iterable[Problem], file: Callable[[str], str]
) -> Iterable[Problem]:
    """Yield the problems of a kind in a file that are more than they were."""
    known: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for each in before:
        known[each.rule, file(each.place.path)].append(each)
    found: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for each in now:
        found[each.rule, each.place.path].append(each)
    for key, several in found.items():
        more = len(several) - len(known[key])
        if more > 0:
            said = Counter(each.details for each in known[key])
            new = [each for each in several if not said[each.details]]
            yield from (new if len(new) >= more else several)[:more]
