"""Rule 1: what readers are shown of a definition, as plain data. It never changes.

A definition, or a part of it such as a step, is the mapping of its keys to what they say:

* Left out are the keys in LEFT_OUT, wherever they stand, and what says no more than its absence:
  nothing, `no`, the choice that is taken where none is written, a `next` that names the next step.
* A text is what it reads as: `[[id|words]]` the words, `[[id]]` the title, or the value of a
  standard; 《title》 as written. 待定 and TBD are one. How it was typed does not count (`evened`).
* A length of time is its figures and units: `30min` is `30 分钟`, but 24 hours are no day.
* A reference is the title of what it names; among `kpis` with the figure that stands beside it.
  A script's words are the script's own: sheets that print some of them name its edition as well.
* A step or a line of the same definition is its number, the end of the work `end`.
* A picture is what is in its file, by SHA-256, wherever it lies; in a text `![words](SHA-256)`.
* A date, a number, an interval of the calendar is its value. One thing is a list of one; what a
  short form stands for is spelt out; names of slots stand in no order.
* What this audience may not read has become words before (model/audiences/kept_back.py).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from handbook.model.durations import Duration
from handbook.model.edition.rule_1_spelling import evened, figure, length
from handbook.model.inline import Mention, PictureInText, beside_text, mentions, with_pictures_said
from handbook.model.kinds import Definition, Form, Procedure, Script, Standard
from handbook.model.kinds.form import FormField
from handbook.model.kinds.picture import ShownPicture
from handbook.model.kinds.procedure import END, Step
from handbook.model.limits import Span
from handbook.model.part import Part
from handbook.model.references import Reference, Scope
from handbook.model.schedules import Interval
from handbook.model.values import is_open
from handbook.read.nodes import Record, Text

if TYPE_CHECKING:
    from handbook.model.handbook import Handbook

_CONTROL = ("version", "effective", "reviewed", "review_every", "changes", "owner", "approved_by")
LEFT_OUT = frozenset(
    ("id", "audience", "was", "asks", "tags", "aliases", "source", "note", *_CONTROL)
)
NAMES = frozenset({"title", "code"})  # of a definition; nothing is mentioned in them
WAYS = frozenset({"go", "next"})
OPEN = "待定"
_LONGEST_OPEN = 20  # signs, with the blanks around it


def shown(definition: Definition, handbook: Handbook) -> dict[str, Any]:
    """Return what readers of this handbook are shown of a definition."""
    told = _Shown(definition, handbook, _numbers(definition)).part(definition)
    return {"kind": definition.kind, **told}


def shown_of_step(step: Step, procedure: Procedure, handbook: Handbook) -> dict[str, Any]:
    """Return what readers are shown of a step; other steps are told by their ids."""
    ids = {id: id for id in _numbers(procedure)}
    return _Shown(procedure, handbook, ids).part(step)


def _numbers(definition: Definition) -> dict[str, Any]:
    """Return the number of each part that ways lead to, by its id, in their order."""
    if not isinstance(definition, Procedure | Script):
        return {}
    return {str(part.id): n for n, part in enumerate(definition.onward, 1) if part.id} | {END: END}


class _Key(NamedTuple):
    """A key of a part that readers see: its attribute, and what it says where it is not written."""

    name: str
    key: str
    default: Any


@cache
def _keys(cls: type[Part]) -> tuple[_Key, ...]:
    return tuple(
        _Key(name, key, field.default)
        for name, field in cls.model_fields.items()
        if (key := str(field.alias or name)) not in LEFT_OUT
    )


class _Shown:
    """Turns what stands in one definition into plain data."""

    def __init__(
        self, definition: Definition, handbook: Handbook, inner: Mapping[str, Any]
    ) -> None:
        self.definition = definition
        self.handbook = handbook
        self.inner = inner  # what stands for the parts of the definition itself, in their order
        self._within: tuple[Standard, ...] = ()  # whose value is being told

    def part(self, part: Part) -> dict[str, Any]:
        told: dict[str, Any] = {}
        private: dict[str, Record] = part.__pydantic_private__  # type: ignore[assignment]  # born whole
        written = private["_written"]
        is_head = isinstance(part, Definition)
        for name, key, default in _keys(type(part)):
            value = part.__dict__[name]
            if value is None or value is False or value == () or value == default:
                if key in written and is_open(written[key]):
                    told[key] = OPEN
            elif is_head and key in NAMES:
                told[key] = OPEN if is_open(value) else evened(value)
            elif key == "pattern":
                told[key] = str(value)
            elif key in _OF_PARTS:
                told_here = _OF_PARTS[key](self, part, value)
                if told_here is not None:
                    told[key] = told_here
            else:
                told[key] = self.value(value, key)
        return told

    def value(self, value: Any, key: str) -> Any:
        kind, scope = type(value), self.definition.section.path
        if kind is Text:
            return self.figure(value, scope) if key == "value" else self.text(value, scope)
        if kind is tuple:
            return [self.value(item, key) for item in value]
        if kind is Reference:
            return self.reference(value, key)
        if kind is Span:
            is_length = value.duration is not None
            return length(value.text) if is_length else self.text(value.text, scope)
        if kind is Duration:
            return length(value.text)
        if kind is Interval:
            if value.unit == "open":
                return OPEN
            return value.unit if value.unit and not value.days else length(value.words)
        if kind is dict:
            return {evened(name): self.value(item, key) for name, item in value.items()}
        if isinstance(value, Part):
            return self.part(value)
        return value.isoformat() if isinstance(value, datetime.date) else value

    def text(self, text: str, scope: Scope) -> str:
        """Return a text as it reads from a section."""
        if len(text) <= _LONGEST_OPEN and is_open(text):
            return OPEN
        if "![" in text and isinstance(text, Text):
            text = self.with_pictures(text)
        if "[[" not in text:
            return evened(text)
        out, end = [], 0
        for mention in mentions(text):
            if mention.id is not None:
                out += [text[end : mention.start], self._words(mention, scope)]
                end = mention.end
        return evened("".join((*out, text[end:])))

    def with_pictures(self, text: Text) -> str:
        """Return a text with what is in the files of its pictures."""

        def say(picture: PictureInText) -> str:
            found = self.handbook.pictures.get(beside_text(picture.file, text.path))
            file = sha256(found.content).hexdigest() if found else picture.file
            return f"![{picture.alt}]({file})"

        return with_pictures_said(text, say)

    def figure(self, text: str, scope: Scope) -> str:
        """Return the value of a standard or a level as it reads."""
        return figure(self.text(text, scope))

    def _words(self, mention: Mention, scope: Scope) -> str:
        found = next(iter(self.handbook.candidates(mention.id or "", scope)), None)
        if mention.words or found is None:
            return mention.words or mention.id or ""
        if isinstance(found, Standard) and found.value is not None:
            return self._value_of(found)
        return str(found.title)

    def _value_of(self, standard: Standard) -> str:
        """Return the value of a standard, which may be that of another; nothing in a circle."""
        if standard in self._within:
            return ""
        self._within += (standard,)
        told = self.figure(str(standard.value), standard.section.path)
        self._within = self._within[:-1]
        return told

    def reference(self, reference: Reference, key: str) -> Any:
        if reference.is_open:
            return OPEN
        if key in WAYS and reference.text in self.inner:
            return self.inner[reference.text]
        found = self.handbook.find(reference)
        if found is None:
            return self.text(reference.text, reference.scope)
        title = evened(found.title)
        if key != "kpis" or not isinstance(found, Standard):
            return title
        figure = [evened(each) for each in (found.per, found.sense) if each is not None]
        return [title, *figure, self._value_of(found) if found.value is not None else ""]

    def next_step(self, step: Step, reference: Reference) -> Any:
        """Return where the work goes on; None where it is the step that follows anyhow."""
        ids = [*self.inner]
        if str(step.id) in ids and reference.text != END:
            following = ids[ids.index(str(step.id)) + 1]
            if reference.text == following:
                return None
        return self.reference(reference, "next")

    def together(self, step: Step, ids: tuple[Text, ...]) -> Any:
        """Return the other steps that are done at the same time, in their order."""
        return [told for id, told in self.inner.items() if id in ids and id != step.id] or None

    def from_steps(self, field: FormField, id: Text) -> Any:
        """Return the numbers that the step has in the procedures that this form is filled in."""
        links = self.handbook.used_by(self.definition)
        sources = {each.source for each in links if isinstance(each.source, Procedure)}
        return sorted({n for each in sources for at, n in _numbers(each).items() if at == id})


def _picture(shown: _Shown, part: Part, name: Text) -> Any:
    """Tell what is in the file of a picture."""
    found = shown.handbook.pictures.get(part.path) if isinstance(part, ShownPicture) else None
    return sha256(found.content).hexdigest() if found else shown.value(name, "file")


def _from(shown: _Shown, part: Part, value: Any) -> Any:
    """Tell the step a field of a form is filled from; a shift and a schedule begin with a time."""
    if isinstance(part, FormField) and isinstance(shown.definition, Form):
        return shown.from_steps(part, value)
    return shown.value(value, "from")


def _successor(shown: _Shown, definition: Definition, reference: Reference) -> Any:
    """Tell what is used instead of what is not in force; on what is, nothing tells of it."""
    if definition.is_live:
        return None
    found = shown.handbook.successor(definition)
    return evened(found.title) if found else None


_OF_PARTS: dict[str, Callable[[_Shown, Any, Any], Any]] = {
    "replaced_by": _successor,
    "next": _Shown.next_step,
    "together_with": _Shown.together,
    "from": _from,
    "file": _picture,
}
