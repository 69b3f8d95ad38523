"""Figures in texts against the standards: a figure is written in one place and quoted as [[id]]."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from handbook.check.consistency.quantities import Quantity, quantities
from handbook.check.consistency.topics import core_of, pieces_of, share_of
from handbook.model.handbook import Handbook
from handbook.model.inline import without_files
from handbook.model.kinds import Definition, Policy, Procedure, Script, Standard
from handbook.model.kinds.policy import Article
from handbook.model.kinds.procedure import Step
from handbook.model.kinds.script import SpokenLine
from handbook.model.limits import cases_of
from handbook.model.references import Reference
from handbook.model.walk import leaves
from handbook.problems import Problem, problem
from handbook.read.nodes import Text

_HOLDERS = (Step, Article, SpokenLine)
_SENTENCE = re.compile(r"[^。；！？!?;\n]+")
_SILENT = frozenset({"id", "note", "source", "number", "phase", "label", "type", "value"})
_MENTION = re.compile(r"\[\[[^\]]*\]\]")
# How much of a standard's subject a sentence must speak of: an equal figure is half a proof.
SAME_SUBJECT, CERTAINLY_SAME_SUBJECT = 0.6, 1.0


@dataclass(frozen=True, slots=True)
class Quoted:
    """A figure in a sentence, and where it stands."""

    figure: Quantity
    sentence: str
    text: Text
    offset: int
    part: Step | Article | SpokenLine
    definition: Definition


@dataclass(frozen=True, slots=True)
class Settled:
    """A standard with one figure, whom it binds, and the words that tell what it is about."""

    standard: Standard
    figure: Quantity
    others: tuple[Quantity, ...]
    bound: frozenset[Definition]
    core: str


def repeated_standards(handbook: Handbook) -> Iterator[Problem]:
    """A figure that a standard settles is not typed again in a text that speaks of the same."""
    for quoted, settled in _pairs(handbook):
        if quoted.figure.equals(settled.figure):
            yield _told("repeated-standard", quoted, settled)


def contradicted_standards(handbook: Handbook) -> Iterator[Problem]:
    """A text that speaks of just what a standard settles gives no other figure in its unit."""
    agreeing = defaultdict(bool)
    contrary: list[tuple[Quoted, Settled]] = []
    for quoted, settled in _pairs(handbook):
        key = (quoted.text.place, quoted.offset)
        if any(quoted.figure.equals(each) for each in (settled.figure, *settled.others)):
            agreeing[key] = True
        else:
            contrary.append((quoted, settled))
    for quoted, settled in contrary:
        if not agreeing[quoted.text.place, quoted.offset]:
            yield _told("contradicted-standard", quoted, settled)


def _told(rule: str, quoted: Quoted, settled: Settled) -> Problem:
    standard = settled.standard
    return problem(
        rule, quoted.text.offset_place(quoted.offset), "link",
        figure=quoted.figure.words, title=standard.title, id=standard.id,
        value=standard.value, where=standard.place_of("value"),
    )  # fmt: skip


_PAIRS: WeakKeyDictionary[Handbook, tuple[tuple[Quoted, Settled], ...]] = WeakKeyDictionary()


def _pairs(handbook: Handbook) -> tuple[tuple[Quoted, Settled], ...]:
    """Return the figures in texts with the standards that settle the same subject in their scope.

    Worked out once for a handbook: two rules ask for it.
    """
    if handbook not in _PAIRS:
        _PAIRS[handbook] = tuple(_paired(handbook))
    return _PAIRS[handbook]


def _paired(handbook: Handbook) -> Iterator[tuple[Quoted, Settled]]:
    homes: dict[tuple[str, tuple[str, ...]], list[Settled]] = defaultdict(list)
    for standard in handbook.current(Standard):
        found = _settled(standard, handbook)
        if found is not None:
            homes[found.figure.unit, standard.section.path].append(found)
    if not homes:
        return
    for quoted in _figures(handbook):
        path = quoted.definition.section.path
        for depth in range(len(path) + 1):  # from the organisation's down to the section's own
            for settled in homes.get((quoted.figure.unit, path[:depth]), ()):
                if _speak_of_the_same(quoted, settled, handbook):
                    yield quoted, settled


def _settled(standard: Standard, handbook: Handbook) -> Settled | None:
    figures = list(quantities(str(standard.value or "")))
    core = core_of(str(standard.title))
    if len(figures) != 1 or figures[0].words != str(standard.value).strip() or not core:
        return None
    levels = (q for level in standard.levels for q in quantities(f"{level.when} {level.value}"))
    bound = frozenset(handbook.all_of(standard.applies_to))
    return Settled(standard, figures[0], tuple(levels), bound, core)


def _figures(handbook: Handbook) -> Iterator[Quoted]:
    for definition in (*handbook.current(Procedure), *handbook.current(Script),
                       *handbook.current(Policy)):  # fmt: skip
        for leaf in leaves(definition):
            part = next((each for each in leaf.parts if isinstance(each, _HOLDERS)), None)
            if part is None or isinstance(leaf.value, Reference) or leaf.field in _SILENT:
                continue
            for match in _SENTENCE.finditer(without_files(leaf.value)):
                plain = _MENTION.sub(lambda found: "\0" * len(found[0]), match[0])
                for figure in quantities(plain):
                    offset = match.start() + figure.start
                    yield Quoted(figure, match[0], leaf.value, offset, part, definition)
    yield from _limits(handbook)


def _limits(handbook: Handbook) -> Iterator[Quoted]:
    """Yield the limits of steps; what they are about is what the step does."""
    for procedure in handbook.current(Procedure):
        for step in procedure.steps:
            for limit in cases_of(step.within):
                if limit.within.kind != "duration":
                    continue
                text = limit.within.text
                about = " ".join(str(each) for each in (step.do, limit.when) if each)
                for figure in quantities(text):
                    yield Quoted(figure, about, text, figure.start, step, procedure)


def _speak_of_the_same(quoted: Quoted, settled: Settled, handbook: Handbook) -> bool:
    standard = settled.standard
    if f"[[{standard.id}" in quoted.sentence:
        return False
    if standard.applies_to and not _applies(settled, quoted, handbook):
        return False
    if _runs_the_other_way(quoted, standard):
        return False
    equal = quoted.figure.equals(settled.figure)
    heading = getattr(quoted.part, "title", None) or getattr(quoted.part, "do", None) or ""
    if equal:
        return share_of(settled.core, f"{heading} {quoted.sentence}") >= SAME_SUBJECT
    if len(pieces_of(settled.core)) < 2 or _counts_from(settled.core, quoted.sentence):
        return False
    return share_of(settled.core, quoted.sentence) >= CERTAINLY_SAME_SUBJECT


def _counts_from(core: str, sentence: str) -> bool:
    """Tell whether what a standard limits is only the start in a text: 接起后 3 分钟内挂断."""
    return re.search(rf"{re.escape(core[-2:])}[之以]?[后後前]", sentence) is not None


_UPWARDS = re.compile("及?以上|（含）|起")
_DOWNWARDS = re.compile("及?以[下内內]|之[内內]")


def _runs_the_other_way(quoted: Quoted, standard: Standard) -> bool:
    """Tell whether a text counts upwards from a figure that a standard counts down from."""
    behind = str(quoted.text)[quoted.offset + len(quoted.figure.words) :]
    other_way = {"at-most": _UPWARDS, "at-least": _DOWNWARDS}.get(str(standard.sense))
    return other_way is not None and other_way.match(behind) is not None


def _applies(settled: Settled, quoted: Quoted, handbook: Handbook) -> bool:
    """Tell whether a standard binds whoever works by a text.

    A standard for roles binds the steps they do; policies and scripts are read by everybody.
    """
    bound = settled.bound
    if quoted.definition in bound or not isinstance(quoted.part, Step):
        return quoted.definition in bound or not isinstance(quoted.definition, Procedure)
    return not bound.isdisjoint(handbook.all_of(quoted.part.by))
