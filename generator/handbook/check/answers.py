"""What a form offers at first and to choose from must be answers that it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from handbook.model.field_types import looks_right
from handbook.model.handbook import Handbook
from handbook.model.kinds import Form, Procedure
from handbook.model.kinds.form import Answer
from handbook.model.kinds.option import words_of
from handbook.model.kinds.procedure import Check
from handbook.model.values import is_open
from handbook.problems import Problem, names_of, problem
from handbook.read.nodes import Text


def unfit_defaults(handbook: Handbook) -> Iterator[Problem]:
    """What stands in a field at first is an answer that the field takes."""
    for answer in _answers(handbook):
        default = answer.default
        if default is None or is_open(default):
            continue
        kind, details = _fault_of(answer, str(default).strip())
        if kind:
            yield problem("unfit-default", default.place, "correct",
                          text=default, kind=kind, **details)  # fmt: skip


def _fault_of(answer: Answer, words: str) -> tuple[str, dict[str, object]]:
    """Say by which kind of fault a field would not take these words; '' where it takes them."""
    choices = [str(each) for each in (answer.options or answer.scale)]
    if any(is_open(each) for each in choices):
        return "", {}
    if choices:
        return ("" if words in choices else "choice"), {"choices": names_of(choices)}
    if not looks_right(answer.field_type, words):
        return answer.field_type.wrong, {"pattern": answer.field_type.pattern}
    if answer.field_type.adds_up:
        figure = float(words.replace(",", ""))
        if figure < 0:
            return "below", {}
        if isinstance(answer.max, int | float) and figure > answer.max:
            return "above", {"most": f"{answer.max:g}"}
    if answer.pattern is not None and not re.fullmatch(str(answer.pattern), words):
        return "pattern", {"pattern": answer.pattern}
    return "", {}


def repeated_items(handbook: Handbook) -> Iterator[Problem]:
    """What can be chosen is listed once: two boxes with the same words are one answer."""
    checks: Iterator[Answer | Check] = (
        check
        for procedure in handbook.of(Procedure)
        for step in procedure.steps
        for check in step.checks
    )
    for asked in chain(_answers(handbook), checks):
        yield from _repeats("options", tuple(map(words_of, asked.options)))
        if isinstance(asked, Answer):
            yield from _repeats("scale", asked.scale)


def _repeats(key: str, items: tuple[Text, ...]) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for item in items:
        earlier = first.setdefault(" ".join(item.split()), item)
        if earlier is not item:
            yield problem("repeated-item", item.place, "delete",
                          text=item, key=key, where=earlier.place)  # fmt: skip


def _answers(handbook: Handbook) -> Iterator[Answer]:
    """Yield all that forms ask: their fields, and the columns of their tables."""
    for form in handbook.of(Form):
        for field in form.fields:
            yield field
            yield from field.columns
