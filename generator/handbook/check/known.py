"""Tell known findings apart: what stands in content/known-findings.yml is no longer a problem.

What an entry names in vain is one. (model/known_findings.py says what an entry is.)
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from handbook.check import check
from handbook.check.former import fallen_through, former_titles, titles_built
from handbook.languages import tell
from handbook.model.audiences.evened import evened
from handbook.model.handbook import Handbook
from handbook.model.known_findings import KnownFinding, bad_known_finding
from handbook.model.load import Loaded
from handbook.model.nearest import nearest, nearest_slip
from handbook.model.special_files import SETTINGS
from handbook.problems import Place, Problem, causes_first, problem
from handbook.read.conflicts import outside_conflicts
from handbook.read.site_settings import PAGES

ENDINGS = (".yml", ".yaml", ".md")
OF_THE_LIST = "bad-known-finding"


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
    told = [each for each in loaded.problems if each.rule != OF_THE_LIST]
    of_the_list = [each for each in loaded.problems if each.rule == OF_THE_LIST]
    found = [*told, *check(loaded.handbook, today)]
    built = titles_built(project)
    found += [*fallen_through(loaded.handbook, built), *former_titles(loaded.handbook, built)]
    found = causes_first(found)
    if further is not None:
        errors = (each for each in found if each.severity == "error")
        is_sound = all(each.place.path.startswith(f"{PAGES}/") for each in errors)
        found = causes_first([*found, *further(loaded.handbook, is_sound)])
    return _sorted_out(loaded.handbook, outside_conflicts(found), of_the_list)


def _sorted_out(handbook: Handbook, found: list[Problem], faults: list[Problem]) -> Judged:
    addresses = _Addresses(handbook)
    misplaced, entries = _as_meant(handbook)
    misplaced_at = {each.place for each in misplaced}
    faults += misplaced
    language = str(handbook.settings.language)
    known: list[Problem] = []
    met: set[int] = set()
    for each in found:
        fitting = [e for e in entries if _fits(e, each, addresses, language)]
        met.update(map(id, fitting))
        if fitting:
            known.append(each)
    # While something could not be understood, a finding may be missing for that reason only.
    if handbook.complete:
        faults += (
            problem("stale-known-finding", e.place, "remove", id=e.rule, at=e.what)
            for e in entries
            if id(e) not in met and e.place_of("at") not in misplaced_at
        )
    released = set(known)
    problems = causes_first([*(each for each in found if each not in released), *faults])
    return Judged(tuple(problems), tuple(known))


def _as_meant(handbook: Handbook) -> tuple[list[Problem], list[KnownFinding]]:
    """Return the entries with places that are misspelt put right, and what is told of those."""
    files = {SETTINGS.path, *(each.place.path for each in handbook.definitions)}
    files |= {each.path for each in handbook.written}
    files |= {each.path for each in handbook.beside} | {each.path for each in handbook.kept}
    files |= {section.sheet.place.path for section in handbook.sections if section.sheet}
    places = files | {each.address for each in handbook.definitions}
    told: list[Problem] = []
    meant: list[KnownFinding] = []
    for entry in handbook.listed(KnownFinding):
        at, near = entry.where, None
        if at and at not in places:
            fitting = files if at.endswith(ENDINGS) else places
            near = _nearest_place(at, fitting, sure=not handbook.complete)
        if near is not None:
            told.append(bad_known_finding(entry.place_of("at"), "place", at, nearest=near))
        meant.append(entry.model_copy(update={"at": near}) if near is not None else entry)
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


def _fits(entry: KnownFinding, found: Problem, addresses: _Addresses, language: str) -> bool:
    if entry.rule != found.rule:
        return False
    if entry.where and entry.where not in (found.place.path, addresses.of(found.place)):
        return False
    if entry.word:
        return evened(entry.word) == evened(dict(found.details)["name"])
    words = "\n".join(part for part in tell(found, language) if part)
    return str(entry.contains or "").strip() in words


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
