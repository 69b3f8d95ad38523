"""What is certainly meant by a name that is wrong: one thing of the right kind, a slip away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.nearest import is_one_slip_off
from handbook.problems import BETWEEN_NAMES, Place, Problem
from handbook.revise.after import After, Spelling
from handbook.revise.edits import Edits
from handbook.revise.names import Name, names_in

OF_NAMES = frozenset({"unknown-reference", "branch-to-nowhere", "misspelt-title"})
# Rules that tell what may stand in the place of a word, and by which detail.
LISTED = {"not-a-choice": "choices", "unknown-kind": "kinds", "unknown-audience": "known"}
KEYS = "unknown-key"


@dataclass(frozen=True, slots=True)
class Fix:
    """A problem and what is to be typed in its place; a `name` is spelt, a key is put right."""

    problem: Problem
    typed: str
    name: Name | None = None
    is_title: bool = False

    def make(self, edits: Edits) -> None:
        """Note it among changes of texts."""
        place = self.problem.place
        if self.name is not None:
            edits.spell(self.name, Spelling(self.typed, is_title=self.is_title))
        elif self.problem.rule == KEYS:
            edits.rename_key(place, dict(self.problem.details)["key"], self.typed)
        else:
            edits.say(place, self.typed)


def certain_fixes(handbook: Handbook, problems: Iterable[Problem]) -> list[Fix]:
    """Return what repairs those of the problems for which there is one way only."""
    problems = list(problems)
    wrong = [each for each in problems if each.rule in OF_NAMES]
    fixes = list(_of_names(handbook, wrong)) if wrong else []
    for each in problems:
        typed = _of_word(each)
        if typed is not None:
            fixes.append(Fix(each, typed))
    return fixes


def _of_names(handbook: Handbook, wrong: Iterable[Problem]) -> Iterator[Fix]:
    names: dict[tuple[Place, str], Name] = {}
    for each_name in names_in(handbook):
        if each_name.target is None:
            names.setdefault((_place_told(each_name), each_name.typed), each_name)
    after = After(handbook)
    for each in wrong:
        details = dict(each.details)
        is_title = each.rule == "misspelt-title"
        name = names.get((each.place, details["title" if is_title else "id"]))
        if name is None:
            continue
        if is_title:
            titles = {title for title, _ in handbook.titled_almost(name.typed, name.scope)}
            if titles == {details["nearest"]}:
                yield Fix(each, details["nearest"], name, is_title=True)
            continue
        typed = _meant(handbook, after, name, each.hint, details.get("nearest", ""))
        if typed is not None:
            yield Fix(each, typed, name)


def _place_told(name: Name) -> Place:
    """Return where a problem with a name is told: behind the brackets."""
    if name.mention is None:
        return name.place
    width = 2 if name.mention.id is not None else 1
    found = name.value.find(name.typed, name.mention.start)
    return name.value.offset_place(found if found >= 0 else name.mention.start + width)


def _meant(
    handbook: Handbook, after: After, name: Name, hint: str | None, nearest: str
) -> str | None:
    """Return the id that is certainly meant; None where there may be several."""
    if hint == "title":
        titled = [each for each in handbook.titled(name.typed, name.scope) if _fits(each, name)]
        return _only(after, name, titled)
    if hint == "moved":
        return nearest
    if hint not in ("nearest", "part"):
        return None
    inner = [each for each in name.inner if is_one_slip_off(name.typed, each)]
    exact = "/" in name.typed
    seen = [
        each for each in handbook.definitions
        if _fits(each, name) and (exact or _is_seen(each, name))
        and is_one_slip_off(name.typed, each.address if exact else str(each.id))
    ]  # fmt: skip
    if inner:
        return inner[0] if len(inner) == 1 and not seen else None
    if exact:
        return seen[0].address if len(seen) == 1 else None
    return _only(after, name, seen)


def _only(after: After, name: Name, found: Iterable[Definition]) -> str | None:
    """Return the id that all of them bear, where it leads to one of them."""
    found = list(found)
    ids = {str(each.id) for each in found}
    if len(ids) != 1:
        return None
    id = ids.pop()
    return id if after.found(name, id) in found else None


def _fits(definition: Definition, name: Name) -> bool:
    return not name.kinds or definition.kind in name.kinds


def _is_seen(definition: Definition, name: Name) -> bool:
    path = definition.section.path
    return path == name.scope[: len(path)]


def _of_word(found: Problem) -> str | None:
    """Return what is certainly meant by a key, a kind, a choice or a date."""
    details = dict(found.details)
    if found.rule == "not-a-date" and found.hint == "spelt":
        return details["spelt"]
    if found.hint != "nearest" or found.rule not in (*LISTED, KEYS):
        return None
    typed = details.get("key") or details.get("kind") or details.get("audience")
    typed = details["text"] if found.rule == "not-a-choice" else typed or ""
    listed = details.get(LISTED.get(found.rule, "known"), "")
    near = [each for each in listed.split(BETWEEN_NAMES) if is_one_slip_off(typed, each)]
    return near[0] if len(near) == 1 else None
