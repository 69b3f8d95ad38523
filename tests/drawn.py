"""Handbooks drawn from the models themselves: every key of every kind, absent, open, one or many.

A drawn handbook is plain data by the path of its file; `written` makes YAML of it. It may break
rules; `tests.mended` takes out what does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, get_args, get_origin

from hypothesis import strategies as st
from tests.drawn_words import DAYS, DEFAULTS, OPEN, TEXT, VALUES

from handbook.model.field_types import TYPES, TYPICAL, type_named, types_with
from handbook.model.holidays import Holidays
from handbook.model.kinds import KINDS
from handbook.model.kinds.form import Answer, FormField
from handbook.model.kinds.picture import ShownPicture
from handbook.model.kinds.procedure import END, Branch, Step
from handbook.model.kinds.script import Reply, SpokenLine
from handbook.model.limits import ByCase
from handbook.model.own_fields import PLACES, OwnField
from handbook.model.own_values import place_of
from handbook.model.part import Part
from handbook.model.schedules import Schedule
from handbook.model.section import SectionSheet
from handbook.model.settings import LANGUAGES, Settings
from handbook.model.sheets_made import SHEETS_OF
from handbook.model.values import OneOrMany

Draw = Callable[[st.SearchStrategy[Any]], Any]
Files = dict[str, Any]  # plain data by path below the project
FOLDERS = ("", "shop", "shop/desk", "branch")
MOST = 3  # of what may be many
EVERY = 10  # of ten keys


@dataclass(frozen=True)
class Planned:
    """A definition before it is drawn, so that others may name it."""

    kind: str
    id: str
    folder: str
    title: str

    @property
    def address(self) -> str:
        return f"{self.folder}/{self.id}" if self.folder else f"/{self.id}"


@dataclass
class Pen:
    """Draws parts; `share` of ten keys that may be absent are written."""

    draw: Draw
    planned: tuple[Planned, ...] = ()
    share: int = 4
    audiences: tuple[str, ...] = ("public", "staff", "manager")
    folder: str = ""
    ids: dict[type[Part], list[str]] = field(default_factory=dict)  # of the parts of one definition
    own: tuple[dict[str, Any], ...] = ()  # the fields that the handbook declares for itself
    above: int = 0  # the place of the definition at hand among those planned
    dice: Random | None = None  # chooses at once where so much is drawn that hypothesis gives up
    turns: dict[type[Part], int] = field(default_factory=dict)  # how many answers were drawn

    def one(self, *choices: Any) -> Any:
        if self.dice is not None:
            return self.dice.choice(choices)
        return self.draw(st.sampled_from(choices))

    def is_written(self) -> bool:
        return self.share == EVERY or self.draw(st.integers(1, 10)) <= self.share

    def part(self, cls: type[Part], id: str | None = None) -> dict[str, Any]:
        """Draw a mapping with all required keys of a class and some of the others."""
        drawn = {}
        fields = {str(info.alias or name): info for name, info in cls.model_fields.items()}
        keys = [key for key, info in fields.items() if info.is_required() or self.is_written()]
        wanted, kind = self.aim(cls, keys)
        for key, info in fields.items():
            if (cls, key) == (Settings, "fields"):
                continue  # see handbooks
            if key == "own":
                drawn |= self.own_values(cls)
            elif key not in keys or (wanted and key in TYPICAL.keys() - TYPES[kind].keys):
                continue
            elif key == "id" and id is not None:
                drawn[key] = id
            elif (cls, key) == (Settings, "sheets"):
                drawn[key] = self.sheets_made()
            else:
                drawn[key] = self.value(cls, key, info.annotation, info.metadata)
        if wanted:
            drawn["type"] = kind
        return self.fitting(drawn, wanted) if issubclass(cls, Answer) else drawn

    def sheets_made(self) -> dict[str, list[str]]:
        """Draw which sheets are made of a kind."""
        kind = self.one(*SHEETS_OF)
        return {kind: [self.one(*SHEETS_OF[kind])]}

    def aim(self, cls: type[Part], keys: list[str]) -> tuple[str, str]:
        """Choose a key of an answer, and a type with which it means something.

        Where no key is absent, each has its turn; elsewhere one is chosen more often than not.
        """
        typical = [key for key in TYPICAL if key in keys and issubclass(cls, Answer)]
        if typical and self.share == EVERY:
            turn = self.turns[cls] = self.turns.get(cls, -1) + 1
            wanted = typical[turn % len(typical)]
        elif typical and self.one(True, True, False):
            wanted = self.one(*typical)
        else:
            return "", ""
        return wanted, self.one(*types_with(wanted))

    def own_values(self, cls: type[Part]) -> dict[str, Any]:
        """Draw what stands in the handbook's own fields of a part."""
        fields = [each for each in self.own if place_of(cls) in each["on"]]
        said = {each["key"]: self.one(*each.get("options", [self.draw(TEXT)])) for each in fields}
        return {"own": said} if said else {}

    def fitting(self, drawn: dict[str, Any], wanted: str) -> dict[str, Any]:
        """Take out of an answer what means nothing with its type, or beside the key wanted."""
        kind = drawn.get("type", "text")
        fitting = TYPES[kind].keys if kind in TYPES else TYPICAL.keys()
        kept = {key: each for key, each in drawn.items() if key in fitting or key not in TYPICAL}
        if type_named(kind).needs == "options" and not {"options", "scale"} & kept.keys():
            kept["options"] = ["好", "差"]
        if type_named(kind).needs == "columns" and "columns" not in kept:
            kept["type"] = "long"
        if "options" in kept and "scale" in kept:  # one of the two says what may be chosen
            other = {"scale": "options", "options": "scale"}.get(wanted)
            kept.pop(other or self.one("scale", "options"))
        for key in kept.keys() & {"options", "scale"}:
            if isinstance(kept[key], list):
                once = {" ".join(words_of(each).split()): each for each in kept[key]}
                kept[key] = list(once.values())
        choices = kept.get("options", kept.get("scale"))
        if "default" in kept and "pattern" in kept:
            kept.pop("default" if wanted == "pattern" else "pattern")
        if "default" in kept:
            first = words_of(choices[0] if isinstance(choices, list) else choices or "")
            kept["default"] = first or DEFAULTS.get(kind, kept["default"])
        return kept

    def by_case(self, limits: Any) -> Any:
        """Tell the cases of several limits apart; one without any stays the only one such."""
        if not isinstance(limits, list):
            return limits
        spelt = [{"within": each} if isinstance(each, str) else each for each in limits]
        return [each | {"when": f"{n} 级"} for n, each in enumerate(spelt[:-1])] + spelt[-1:]

    def value(self, cls: type[Part], key: str, annotation: Any, metadata: Any = ()) -> Any:
        """Draw what may stand in a field of this type."""
        annotation, metadata = _bare(annotation, metadata)
        many = next((each for each in metadata if isinstance(each, OneOrMany)), None)
        if isinstance(many, ByCase):
            return self.by_case(self.some(cls, key, get_args(annotation)[0], many))
        if many is not None:
            return self.some(cls, key, get_args(annotation)[0], many)
        if get_origin(annotation) is tuple:  # rows of a table, each of several cells
            inner = get_args(annotation)[0]
            return [self.value(cls, key, inner) for _ in range(self.one(1, 2, 3))]
        if isinstance(annotation, type) and issubclass(annotation, Part):
            return self.short(annotation, None)
        if get_origin(annotation) is dict:
            names = ("客户姓名", "订单号", "x")[: self.one(1, 2, 3)]
            return {each: self.value(cls, key, get_args(annotation)[1]) for each in names}
        return self.scalar(cls, key, metadata)

    def some(self, cls: type[Part], key: str, item: Any, many: OneOrMany) -> Any:
        """Draw one thing, several, or 待定."""
        part = _part_in(item)
        if self.share < EVERY and (many.required or not part) and self.one(*range(8)) == 0:
            return self.draw(OPEN)
        number = self.one(1, 1, 2, MOST)
        if part and issubclass(part, Answer) and self.share == EVERY and part not in self.turns:
            number = len(TYPICAL)  # each of their keys has its turn
        ids = self.new_ids(part, number) if part else []
        drawn = [
            self.short(part, ids[n]) if part else self.value(cls, key, item) for n in range(number)
        ]
        is_row = isinstance(drawn[0], list)
        return drawn[0] if number == 1 and not is_row and self.one(True, False) else drawn

    def short(self, part: type[Part], id: str | None) -> Any:
        """Draw a part, now and then as the bare text that may stand for it."""
        drawn = self.part(part, id)
        only = self.share < EVERY and part.shorthand and drawn.get(part.shorthand)
        return only if isinstance(only, str) and self.one(True, False, False) else drawn

    def new_ids(self, part: type[Part], number: int) -> list[str]:
        """Name further parts of the definition at hand."""
        known = self.ids.setdefault(part, [])
        name, before = part.__name__.lower(), len(known)
        known += (f"{name}-{before + n}" for n in range(1, number + 1))
        return known[before:]

    def scalar(self, cls: type[Part], key: str, metadata: Any) -> str:
        own = OWN.get((cls, key)) or OWN.get((None, key))
        if own is not None:
            return own(self)
        schema = next(each.json_schema for each in metadata if hasattr(each, "json_schema"))
        if self.one(*range(12)) == 0:
            return self.draw(OPEN)
        if "enum" in schema:
            return self.one(*schema["enum"])
        if "x-kinds" in schema:
            above = self.above if key in UPWARDS else None
            return self.reference(tuple(schema["x-kinds"]), above, is_soft=schema["x-soft"])
        reader = next(each.func for each in metadata if hasattr(each, "func"))
        text = self.draw(VALUES[reader.__name__])
        return self.with_mention(text) if reader.__name__ == "as_text" else text

    def reference(
        self, kinds: tuple[str, ...], above: int | None = None, is_soft: bool = False
    ) -> str:
        """Draw the id of a definition of these kinds: bare where it can be seen from here.

        With `above`, of those planned before that place only.
        """
        fitting = [each for each in self.planned[:above] if not kinds or each.kind in kinds]
        if not fitting or (is_soft and self.one(True, False)):
            return self.draw(TEXT) if is_soft else self.draw(OPEN)
        found = self.one(*fitting)
        is_seen = self.folder == found.folder or self.folder.startswith(f"{found.folder}/")
        is_seen = is_seen or not found.folder
        return found.id if is_seen and self.one(True, True, False) else found.address

    def with_mention(self, text: str) -> str:
        """Put a mention of a definition behind a text, now and then."""
        if not self.planned or self.one(*range(4)):
            return text
        named = self.one(*self.planned)
        mention = self.one("[[{id}]]", "[[{id}|那份]]", "《{title}》")
        return f"{text} {mention.format(id=named.address, title=named.title)}"

    def way(self, kind: str, part: type[Part], *further: str) -> str:
        """Draw where the work or the talk goes on: a part of this definition, or another one."""
        others = [each.address for each in self.planned if each.kind == kind]
        return self.one(*(self.ids.get(part) or ["待定"]), *further, *others)


def _bare(annotation: Any, metadata: Any) -> tuple[Any, list[Any]]:
    """Return a type without `| None` and without its annotations, and those."""
    found = list(metadata)
    while True:
        inner = [each for each in get_args(annotation) if each is not type(None)]
        if hasattr(annotation, "__metadata__"):
            found += annotation.__metadata__
            annotation = annotation.__origin__
        elif type(None) in get_args(annotation):
            annotation = inner[0]
        else:
            return annotation, found


def _part_in(annotation: Any) -> type[Part] | None:
    """Return the part that may stand somewhere, alone or beside a text that stands for it."""
    bare, _ = _bare(annotation, ())
    found = (each for each in (bare, *get_args(bare)) if isinstance(each, type))
    return next((each for each in found if issubclass(each, Part)), None)


def words_of(option: Any) -> str:
    """Return the words of an option, with a meaning or without."""
    return option["option"] if isinstance(option, dict) else option


# What leads from one definition to another must not come back to where it began.
UPWARDS = ("parent", "reports_to", "members", "also", "replaced_by")
# Fields whose words are those of something else.
OWN: dict[tuple[type[Part] | None, str], Callable[[Pen], str]] = {
    (None, "audience"): lambda pen: pen.one(*pen.audiences),
    (Branch, "go"): lambda pen: pen.way("procedure", Step, END),
    (Step, "next"): lambda pen: pen.way("procedure", Step, END),
    (Step, "together_with"): lambda pen: pen.way("", Step),
    (FormField, "from"): lambda pen: "step-1",
    (ShownPicture, "file"): lambda pen: "待定",
    (OwnField, "key"): lambda pen: "mine",
    (Reply, "go"): lambda pen: pen.way("script", SpokenLine),
    (Schedule, "on"): lambda pen: pen.one(*DAYS),
}


@st.composite
def handbooks(
    draw: Draw,
    *,
    share: int | None = None,
    kinds: tuple[str, ...] | None = None,
    most: int = 6,
    languages: tuple[str, ...] = LANGUAGES,
) -> Files:
    """Draw a handbook of up to `most` definitions (or one of each of `kinds`) in some sections.

    `share` of ten keys that may be absent are written; with EVERY no key is absent, no list open.
    """
    pen = Pen(draw, share=draw(st.sampled_from((1, 3, 5, 8))) if share is None else share)
    pen.dice = draw(st.randoms(use_true_random=True)) if share == EVERY else None
    named = kinds or draw(st.lists(st.sampled_from(tuple(KINDS)), min_size=1, max_size=most))
    folders = FOLDERS[: draw(st.integers(1, len(FOLDERS)))]
    settings = pen.part(Settings)
    settings.pop("logo", None)  # it names a file
    settings["language"] = pen.one(*languages)
    settings["audiences"] = list(pen.audiences)
    settings["fields"] = [_own_field(pen, n) for n in range(2 if share == EVERY else 1)]
    pen.own = tuple(settings["fields"])
    files: Files = {"content/handbook.yml": settings}
    if pen.is_written():
        files["content/holidays.yml"] = pen.part(Holidays) or {"off": "2027-01-01"}
    pen.planned = tuple(
        Planned(kind, f"{kind}-{n}", pen.one(*folders), draw(TEXT)) for n, kind in enumerate(named)
    )
    for folder in folders:
        pen.folder = folder
        if folder or pen.one(True, False):
            files[_path(folder, "section")] = pen.part(SectionSheet)
        here = [each for each in pen.planned if each.folder == folder]
        if here:
            files[_path(folder, "all")] = [_definition(pen, each) for each in here]
    return files


def _own_field(pen: Pen, number: int) -> dict[str, Any]:
    """Draw a field of the handbook's own: any text may stand in it, wherever it may stand."""
    drawn = pen.part(OwnField) | {"key": f"mine-{number}", "required": "no"}
    drawn["on"] = list(PLACES) if pen.share == EVERY else [pen.one(*PLACES)]
    drawn.pop("options", None)
    chosen = {"type": "choice", "options": ["好", "差"]} if number else {"type": "text"}
    return drawn | chosen


def _path(folder: str, name: str) -> str:
    return "/".join(part for part in ("content", folder, f"{name}.yml") if part)


def _definition(pen: Pen, planned: Planned) -> dict[str, Any]:
    pen.ids, pen.above = {}, pen.planned.index(planned)
    drawn = pen.part(KINDS[planned.kind], planned.id)
    return {"kind": planned.kind, **drawn, "title": planned.title}


def written(files: Mapping[str, Any]) -> dict[str, str]:
    """Return the files as YAML: every text in quotes, so that nothing else can be meant."""
    return {path: "".join(_lines(data, "")) for path, data in files.items()}


def _lines(data: Any, indent: str) -> Iterator[str]:
    """Yield the lines of a list or a mapping."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        front = indent + (f"{json.dumps(key, ensure_ascii=False)}:"
                                      if isinstance(data, dict) else "-")  # fmt: skip
        if isinstance(value, str):
            yield f"{front} {json.dumps(value, ensure_ascii=False)}\n"
        else:
            yield f"{front}\n"
            yield from _lines(value, f"{indent}  ")


def keys_of(cls: type[Part]) -> Iterator[tuple[str, str]]:
    """Yield every key (class, key) that a class and the parts in it have."""
    seen: set[type[Part]] = set()
    waiting = [cls]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        for name, info in at.model_fields.items():
            yield at.__name__, str(info.alias or name)
            waiting += _parts_within(info.annotation)


def _parts_within(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for each in get_args(annotation):
        yield from _parts_within(each)


ROOTS: tuple[type[Part], ...] = (*KINDS.values(), SectionSheet, Settings, Holidays)
