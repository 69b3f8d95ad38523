"""What a form offers at first and to choose from must be answers that it takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain

from handbook.model.clocks import clock
from handbook.model.handbook import Handbook
from handbook.model.kinds import Form, Procedure
from handbook.model.kinds.form import Answer
from handbook.model.values import NO, YES, is_open
from handbook.problems import Problem, names_of, problem
from handbook.read.nodes import Text

Takes = Callable[[str], bool]
# As the scripts of pages judge it (desk/form_check.js): what is refused there is no default here.
_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")
_PHONE = re.compile(r"\+?[\d\s()（）转轉#,-]{3,30}")


def _is_date(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _is_date_and_time(words: str) -> bool:
    day, _, time = words.replace("T", " ").partition(" ")
    return _is_date(day) and clock(time.strip()) is not None


TAKES: dict[str, Takes] = {  # of each type that does not take any text
    "number": lambda words: _NUMBER.fullmatch(words) is not None,
    "money": lambda words: _NUMBER.fullmatch(words) is not None,
    "score": lambda words: _NUMBER.fullmatch(words) is not None,
    "date": _is_date,
    "time": lambda words: clock(words) is not None,
    "datetime": _is_date_and_time,
    "phone": lambda words: _PHONE.fullmatch(words) is not None,
    "yes-no": lambda words: words.lower() in (*YES, *NO),
}
_SAID_AS = {"money": "number", "score": "number"}


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
    type = str(answer.type)
    if type in TAKES and not TAKES[type](words):
        return _SAID_AS.get(type, type), {}
    if type == "score":
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
    checks = (
        check
        for procedure in handbook.of(Procedure)
        for step in procedure.steps
        for check in step.checks
    )
    for asked in chain(_answers(handbook), checks):
        yield from _repeats("options", asked.options)
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
