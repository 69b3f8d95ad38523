"""The values a field can hold: text, ids, yes or no, numbers, dates, clock times."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from handbook.languages import LANGUAGES, record_of, united
from handbook.model.clocks import clock
from handbook.model.file_names import why_unfit
from handbook.model.inline import pictures_in
from handbook.model.nearest import nearest
from handbook.problems import Place, names_of, problem
from handbook.read.folding import in_one_line
from handbook.read.nodes import Node, Record, Sequence, Text

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
COUNT = re.compile(r"(\d{1,6})\s*(?:人|名|位|行|份|people|persons?|rows?|copies|copy)?")
NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,6})?")
OPEN_WORDS = tuple(dict.fromkeys(record_of(tag).open_word.upper() for tag in LANGUAGES))
YES, NO = united(lambda says: says.yes), united(lambda says: says.no)
# What `x-is` names stands in json_schema/scalars.py; elsewhere a JSON schema stands as it is.
SCALAR = {"x-is": "text"}
T = TypeVar("T")


class Placed(Protocol):
    """What knows where it was written: nodes, and the parts made of them."""

    @property
    def place(self) -> Place: ...


def fault(rule: str, node: Placed | Place, hint: str | None = None, **details: object) -> Exception:
    """Make the exception by which a validator reports a problem at `node`."""
    place = node if isinstance(node, Place) else node.place
    found = problem(rule, place, hint, **details)
    return PydanticCustomError("handbook", rule, {"problem": found})


def is_open(node: Any) -> bool:
    """Tell whether a value is still to be settled (待定, TBD)."""
    return isinstance(node, str) and node.strip().upper() in OPEN_WORDS


def as_text(node: Node) -> Text:
    """Take a node that must be text; raise `not-text` for a list or a mapping."""
    if isinstance(node, Text):
        return node
    raise fault("not-text", node, "list" if isinstance(node, Sequence) else "mapping")


def as_line(node: Node) -> Text:
    """Take text that is read in one line, without the line end that `>` and `|` leave behind."""
    text = as_text(node)
    line = in_one_line(text)
    return text if line == text else Text.at(line, text.path, text.line, text.column, block=True)


def as_word(node: Node) -> Text:
    """Take text in which nothing can be linked: it is compared, searched for or stored."""
    text = as_line(node)
    at = text.find("[[")
    if at >= 0:
        raise fault("mention-not-here", text.offset_place(at), "words")
    for found in pictures_in(text):
        written, alt = text[found.start : found.end], found.alt or "…"
        raise fault("picture-in-text", text.offset_place(found.start), "words",
                    text=written, alt=alt)  # fmt: skip
    return text


def as_id(node: Node) -> Text:
    """Take an id: lower-case letters and digits, parted by single hyphens."""
    text = as_text(node)
    if ID.fullmatch(text):
        return text
    slug = as_if_an_id(text)
    raise fault("bad-id", text, "slug" if slug else "example", id=text, slug=slug)


def as_if_an_id(words: str) -> str:
    """Return an id made of words, such as fu-wu of FuWu; nothing where none would do."""
    parts = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", words).lower())
    slug = "-".join(parts)
    return "" if why_unfit(slug, slug) else slug


def as_yes_no(node: Node) -> bool:
    """Take yes or no; an open point counts as no until it is settled."""
    text = as_text(node)
    if is_open(text):
        return False
    if text.lower() in YES or text.lower() in NO:
        return text.lower() in YES
    raise fault("not-yes-no", text, "choose", text=text)


def as_count(node: Node) -> int | Text:
    """Take a whole number from 0 up, or an open point."""
    text = as_text(node)
    if is_open(text):
        return text
    match = COUNT.fullmatch(text)
    if match:
        return int(match[1])
    raise fault("not-a-count", text, "example", text=text)


def as_number(node: Node) -> float | Text:
    """Take a number, or an open point."""
    text = as_text(node)
    if is_open(text):
        return text
    if NUMBER.fullmatch(text):
        number = float(text)
        return int(number) if number.is_integer() else number
    raise fault("not-a-number", text, "example", text=text)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_DATES = {  # a way to write a date, and which parts are its year, month and day
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号號]?": (1, 2, 3),
    rf"{_DAY}(?: of)?[ -]{_MONTH},?[ -](\d{{4}})": (3, 2, 1),
    rf"{_MONTH}[ -]{_DAY},?[ -](\d{{4}})": (3, 1, 2),
    rf"(\d{{4}})[ -]{_MONTH}[ -]{_DAY}": (1, 2, 3),
}


def _spelt(text: str) -> str:
    """Spell a date that is certain, written in another way, as it should be; else nothing."""
    for pattern, order in _DATES.items():
        found = re.fullmatch(pattern, text.strip(), re.I)
        if found:
            year, month, day = (found[place].lower() for place in order)
            number = int(month) if month.isdecimal() else _MONTHS.index(month) + 1
            return f"{year}-{number:02}-{int(day):02}"
    return ""


def as_date(node: Node) -> datetime.date | Text:
    """Take a date as 2026-10-01, or an open point."""
    text = as_text(node)
    if is_open(text):
        return text
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            raise fault("not-a-date", text, "calendar", text=text) from None
    spelt = _spelt(text)
    if spelt:
        raise fault("not-a-date", text, "spelt", text=text, spelt=spelt)
    raise fault("not-a-date", text, "example", text=text)


def as_clock(node: Node) -> Text:
    """Take a clock time such as 8:30, 24:00 or 4 pm, or an open point; it is kept as written."""
    text = as_text(node)
    if is_open(text) or clock(text):
        return text
    raise fault("not-a-time", text, "example", text=text)


def one_of(choices: tuple[str, ...]) -> Callable[[Node], Text]:
    """Make a validator that takes one of `choices` and suggests the nearest for anything else."""

    def as_choice(node: Node) -> Text:
        text = as_text(node)
        if text in choices or is_open(text):
            return text
        within = [each for each in choices if len(text) > 1 and text.lower() in each.lower()]
        near = within[0] if len(within) == 1 else nearest(text, choices)
        listed = names_of(choices)
        raise fault("not-a-choice", text, "nearest" if near else "choices",
                    text=text, nearest=near, choices=listed)  # fmt: skip

    return as_choice


@dataclass(frozen=True)
class OneOf:
    """Annotates a text that is one of a few words: Mode = Annotated[str, OneOf(MODES)]."""

    choices: tuple[str, ...]

    @property
    def json_schema(self) -> JsonSchemaValue:
        return {"enum": list(self.choices)}

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(one_of(self.choices))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return self.json_schema


class OneOrMany:
    """Let one thing stand for a list of one, and 待定 for a list that is still to be settled."""

    def __init__(self, *, required: bool = False, may_be_blank: bool = False) -> None:
        self.required = required
        self.may_be_blank = may_be_blank  # the cells of a table; a blank item elsewhere is a slip

    def as_list(self, node: Any) -> Any:
        if not isinstance(node, Sequence):
            return Sequence(node.place, [] if self.required and is_open(node) else [node])
        if self.required and not node:
            raise fault("empty-field", node, "remove")
        for item in () if self.may_be_blank else node:
            if isinstance(item, Text) and not item.strip():
                raise fault("empty-item", item, "remove")
        return node

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.as_list, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        array = handler(schema)
        if self.required:
            return {"anyOf": [array["items"], array | {"minItems": 1}, {"x-is": "open"}]}
        return {"anyOf": [array["items"], array]}


Some = Annotated[tuple[T, ...], OneOrMany()]  # one or several, or nothing
AtLeastOne = Annotated[tuple[T, ...], OneOrMany(required=True)]  # one or several, or 待定


def as_plain(node: Any) -> Any:
    """Turn nodes into plain str, dict and list."""
    if isinstance(node, Record):
        return {str(key): as_plain(value) for key, value in node.items()}
    if isinstance(node, Sequence):
        return [as_plain(item) for item in node]
    return str(node)


# What kind of text a field holds is said by its type, here and nowhere else: in a Line and in Prose
# `[[id]]` is a link, checked and drawn wherever the text is shown; in a Word it is refused.
Word = Annotated[Text, PlainValidator(as_word), WithJsonSchema(SCALAR)]
Line = Annotated[Text, PlainValidator(as_line), WithJsonSchema(SCALAR)]
Prose = Annotated[Text, PlainValidator(as_text), WithJsonSchema(SCALAR)]
Id = Annotated[
    Text,
    PlainValidator(as_id),
    WithJsonSchema({"x-is": "id"}),
]
YesNo = Annotated[
    bool,
    PlainValidator(as_yes_no),
    WithJsonSchema({"x-is": "yes-no"}),
]
Count = Annotated[int | Text, PlainValidator(as_count), WithJsonSchema({"x-is": "count"})]
Number = Annotated[float | Text, PlainValidator(as_number), WithJsonSchema({"x-is": "number"})]
Date = Annotated[datetime.date | Text, PlainValidator(as_date), WithJsonSchema({"x-is": "date"})]
Clock = Annotated[Text, PlainValidator(as_clock), WithJsonSchema({"x-is": "clock"})]
Words = Some[Word]
Lines = Some[Line]
Cells = Annotated[tuple[Line, ...], OneOrMany(may_be_blank=True)]
Proses = Some[Prose]
