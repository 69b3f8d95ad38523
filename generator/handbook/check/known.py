"""Known findings: what is true of the sources and cannot be repaired here, with the reason.

They stand in content/known-findings.yml, a list of {rule, at, contains?, why}; `at` is the path of
a file or the address of a definition. What they name is no longer counted as a problem, and what
they name in vain is one.

A name that gives nothing away is listed as {rule: bare-narrower-name, word, at?, why}: it must be
that very word, for such an entry releases what a build keeps back, and without `at` it does so
everywhere. 客户 does not release 客户服务中心.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from handbook.check import check
from handbook.check.former import fallen_through, titles_built
from handbook.messages import tell
from handbook.model.evened import evened
from handbook.model.handbook import Handbook
from handbook.model.load import KNOWN_PATH, SETTINGS_PATH, Loaded
from handbook.model.nearest import nearest, nearest_slip
from handbook.problems import (
    BEARABLE,
    BY_WORD,
    RULES,
    Place,
    Problem,
    causes_first,
    names_of,
    problem,
)
from handbook.read import read_file
from handbook.read.conflicts import outside_conflicts
from handbook.read.nodes import Node, Record, Sequence, Text
from handbook.read.pages import PAGES

ENDINGS = (".yml", ".yaml", ".md")
KEYS = {"rule", "at", "contains", "why"}
NEEDED = {"rule", "at", "why"}
KEYS_OF_WORDS = {"rule", "word", "at", "why"}  # of entries for the rules in BY_WORD
NEEDED_OF_WORDS = {"rule", "word", "why"}


@dataclass(frozen=True, slots=True)
class Known:
    """One entry of the list."""

    rule: str
    at: str
    contains: str
    word: str
    why: str
    place: Place
    at_place: Place

    @property
    def what(self) -> str:
        """What it names, in short."""
        return " ".join(part for part in (self.word, self.at) if part)


@dataclass(frozen=True, slots=True)
class Judged:
    """What is wrong with a handbook, and what else was found but is known already."""

    problems: tuple[Problem, ...]
    known: tuple[Problem, ...] = ()


# What a later stage finds wrong with a handbook; it is told whether all but its pages is sound.
Further = Callable[[Handbook, bool], Iterable[Problem]]


def judge(
    project: Path, loaded: Loaded, today: datetime.date, further: Further | None = None
) -> Judged:
    """Return every problem of a loaded handbook as of a day, known ones apart."""
    found = [*loaded.problems, *check(loaded.handbook, today)]
    found = causes_first([*found, *fallen_through(loaded.handbook, titles_built(project))])
    if further is not None:
        errors = (each for each in found if each.severity == "error")
        is_sound = all(each.place.path.startswith(f"{PAGES}/") for each in errors)
        found = causes_first([*found, *further(loaded.handbook, is_sound)])
    found = outside_conflicts(found)
    if not (project / KNOWN_PATH).exists():
        return Judged(tuple(found))
    entries: list[Known] = []
    faults: list[Problem] = []
    for each in _entries(project):
        (entries if isinstance(each, Known) else faults).append(each)
    return _sorted_out(loaded.handbook, found, entries, faults)


def _sorted_out(
    handbook: Handbook, found: list[Problem], entries: list[Known], faults: list[Problem]
) -> Judged:
    addresses = _Addresses(handbook)
    misplaced, entries = _as_meant(entries, handbook)
    faults += misplaced
    language = str(handbook.settings.language)
    known: list[Problem] = []
    met: set[Known] = set()
    for each in found:
        fitting = [e for e in entries if _fits(e, each, addresses, language)]
        met.update(fitting)
        if fitting:
            known.append(each)
    # While something could not be understood, a finding may be missing for that reason only.
    if handbook.complete:
        faults += (
            problem("stale-known-finding", e.place, "remove", id=e.rule, at=e.what)
            for e in entries
            if e not in met and e.at_place not in {fault.place for fault in misplaced}
        )
    released = set(known)
    problems = causes_first([*(each for each in found if each not in released), *faults])
    return Judged(tuple(problems), tuple(known))


def _as_meant(entries: list[Known], handbook: Handbook) -> tuple[list[Problem], list[Known]]:
    """Return the entries with places that are misspelt put right, and what is told of those."""
    files = {KNOWN_PATH, SETTINGS_PATH, *(each.place.path for each in handbook.definitions)}
    files |= {each.path for each in (*handbook.written, *handbook.beside)}
    files |= {section.sheet.place.path for section in handbook.sections if section.sheet}
    places = files | {each.address for each in handbook.definitions}
    told: list[Problem] = []
    meant: list[Known] = []
    for entry in entries:
        near = None
        if entry.at and entry.at not in places:
            fitting = files if entry.at.endswith(ENDINGS) else places
            near = _nearest_place(entry.at, fitting, sure=not handbook.complete)
        if near is not None:
            told.append(_bad(entry.at_place, "place", entry.at, nearest=near))
        meant.append(replace(entry, at=near) if near is not None else entry)
    return told, meant


def _nearest_place(at: str, places: Iterable[str], *, sure: bool) -> str | None:
    """Return the file or address meant: a slip away, without its folders, or with.

    It must be sure while some files could not be read: the place may be in one of those.
    """
    known = sorted(places)
    for each in (f"content/{at}", at.removeprefix("content/"), f"content/{at}.yml", f"{at}.yml"):
        if each in known:
            return each
    bare = at.removeprefix("content/")
    of_that_name = [each for each in known if each.rpartition("/")[2] == bare]
    if len(of_that_name) == 1 and not sure:
        return of_that_name[0]
    return nearest_slip(at, known) if sure else nearest(at, known)


def _fits(entry: Known, found: Problem, addresses: _Addresses, language: str) -> bool:
    if entry.rule != found.rule:
        return False
    if entry.at and entry.at not in (found.place.path, addresses.of(found.place)):
        return False
    if entry.word:
        return evened(entry.word) == evened(dict(found.details)["name"])
    return entry.contains in "\n".join(part for part in tell(found, language) if part)


class _Addresses:
    """The addresses of definitions by where they stand."""

    def __init__(self, handbook: Handbook) -> None:
        self._starts: dict[str, list[tuple[Place, str]]] = defaultdict(list)
        for definition in sorted(handbook.definitions, key=lambda each: each.place):
            at = (definition.place, definition.address)
            self._starts[definition.place.path].append(at)

    def of(self, place: Place) -> str | None:
        """Return the address of the definition around a place."""
        starts = self._starts.get(place.path, [])
        at = bisect_right(starts, place, key=lambda start: start[0])
        return starts[at - 1][1] if at else None


def _entries(project: Path) -> Iterator[Known | Problem]:
    """Yield the entries of the list, and what is wrong with it but for its YAML."""
    root, _ = read_file(project, KNOWN_PATH)  # the faults of the YAML are reported by the loader
    if root is None:
        return
    for node in root if isinstance(root, Sequence) else [root]:
        fault = _fault(node)
        yield fault if fault is not None else _known(node)


def _known(node: Record) -> Known:
    written = {key: str(node.get(key, "")).strip() for key in KEYS | KEYS_OF_WORDS}
    at = node["at"].place if "at" in node else node.place
    return Known(**{**written, "at": written["at"].strip("/")}, place=node.place, at_place=at)


def _fault(node: Node) -> Problem | None:
    if not isinstance(node, Record):
        return _bad(node.place, "keys", node if isinstance(node, Text) else "[…]")
    rule = str(node.get("rule"))
    by_word = rule in BY_WORD
    keys, needed = (KEYS_OF_WORDS, NEEDED_OF_WORDS) if by_word else (KEYS, NEEDED)
    wrong = [str(key) for key in node if key not in keys or not isinstance(node[key], Text)]
    missing = sorted(key for key in needed if not node.get(key))
    if wrong or missing:
        return _bad(node.place, "word" if by_word else "keys", names_of(wrong or missing))
    if rule in BEARABLE:
        return None
    near = nearest(rule, BEARABLE)
    hint = "repair" if rule in RULES else "rule" if near else "rules"
    return _bad(node["rule"].place, hint, rule, nearest=near)


def _bad(place: Place, hint: str, what: Iterable[str], **details: object) -> Problem:
    return problem("bad-known-finding", place, hint, what=what, **details)
