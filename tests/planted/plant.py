"""Definitions of every kind in which each key says a word, or a figure, of its own.

Where a text may mention something, it mentions a term whose title is such a word too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from tests.planted.schema import Shape, keys_of

from handbook.model.kinds import KINDS
from handbook.model.kinds.form import Column
from handbook.model.part import Part

LETTERS = "bcdfghjklmnpqrstvwxz"
NOTHING = object()

# What cannot be any word: ids that others name, one of a few words, what only fits together.
GIVEN: dict[str, Any] = {
    "ShownPicture.file": "label.png", "ShownPicture.width": "half",
    "Definition.status": "active", "Definition.replaced_by": NOTHING,
    "Definition.audience": NOTHING, "Step.id": "one", "Step.next": "two",
    "Step.together_with": ["two"], "Branch.go": "three", "Procedure.mode": "do-confirm",
    "Check.value": "choice", "Column.type": "choice", "FormField.type": "text",
    "FormField.columns": NOTHING, "FormField.rows": NOTHING, "FormField.max": NOTHING,
    "FormField.options": NOTHING, "FormField.scale": NOTHING, "FormField.from": "one",
    "Column.max": NOTHING, "Column.scale": NOTHING, "Column.default": NOTHING,
    "Column.pattern": NOTHING, "FormField.pattern": "[a-z]+", "Limit.before": NOTHING,
    "Record.form": NOTHING, "Reply.go": "end", "SpokenLine.id": "first", "Script.channel": "phone",
    "Standard.sense": "at-most", "Unit.planned": "no", "Unit.external": "no",
    "Document.external": "no", "Schedule.every": NOTHING, "Schedule.on": NOTHING,
    "Schedule.on_demand": NOTHING, "Schedule.from": NOTHING, "Schedule.to": NOTHING,
    "Schedule.at": NOTHING, "Schedule.by": NOTHING, "Schedule.before": NOTHING,
    "Schedule.when": NOTHING, "Schedule.within": NOTHING, "Table.rows": NOTHING,
}  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """A word, and the key in which it was written, such as procedure.steps.how."""

    key: str
    word: str
    is_mentioned: bool = False  # the title of what the text mentions
    is_shown: bool = False  # what a picture in the text shows


@dataclass
class Garden:
    """Definitions being planted; `words` counts what was handed out."""

    definitions: list[dict] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)
    handed_out: int = 0

    def word(self) -> str:
        self.handed_out += 1
        number, letters = self.handed_out, ""
        for _ in range(4):
            number, at = divmod(number, len(LETTERS))
            letters = LETTERS[at] + letters
        return f"qy{letters}"

    def grown(self, kind: str, key: str) -> str:
        """Plant a definition for a key to name; return its id."""
        word = self.word()
        extra = {
            "procedure": {"steps": [{"id": "a", "do": "做", "by": "doer"}]},
            "form": {"groups": [{"fields": ["项"]}]},
            "script": {"lines": ["您好"]},
            "policy": {"articles": [{"id": "a", "text": "文"}]},
            "standard": {"value": "9个"},
            "term": {"definition": "义"},
        }.get(kind, {})
        self.definitions.append({"kind": kind, "id": f"x-{word}", "title": word, **extra})
        self.planted.append(Planted(key, word))
        return f"x-{word}"

    def text(self, key: str, mentions: bool) -> str:
        word = self.word()
        self.planted.append(Planted(key, word))
        if not mentions:
            return word
        target = self.grown("term", key)
        self.planted[-1] = Planted(key, self.planted[-1].word, is_mentioned=True)
        shown = self.word()
        self.planted.append(Planted(key, shown, is_shown=True))
        return f"{word} [[{target}]] ![{shown}](label.png)"

    def value(self, name: str, shape: Shape, key: str) -> Any:
        """Return what is written at a key."""
        one = self._value(name, shape, key)
        is_one = shape.many and one is not NOTHING and not isinstance(one, list)
        return [one] if is_one else one

    def _value(self, name: str, shape: Shape, key: str) -> Any:
        if name in GIVEN:
            return GIVEN[name]
        if shape.sort == "part":
            return self.part(shape.part, key)
        if shape.sort == "table":
            return {self.text(f"{key}.name", mentions=False): self.part(shape.part, key)}
        if shape.sort in ("as_line", "as_text", "as_hours"):
            return self.text(key, mentions=True)
        if shape.sort in ("as_word", "as_retention"):
            return self.text(key, mentions=shape.sort == "as_retention")
        if shape.sort == "as_reference":
            return self.grown(shape.kinds[0] if shape.kinds else "policy", key)
        self.handed_out += 1
        figure = 1000 + self.handed_out
        written = {
            "as_id": f"i{figure}", "_as_former_address": f"i{figure}",
            "as_yes_no": "yes", "as_count": str(figure),
            "as_number": str(figure), "as_span": f"{figure}分钟", "as_duration": f"{figure}天",
            "as_date": f"20{figure % 50 + 30}-{figure % 12 + 1:02}-17", "as_time_of_day": "14:37",
            "as_clock": f"05:{figure % 50 + 10}", "_as_width": "6", "_as_pattern": "[a-z]+",
        }[shape.sort]  # fmt: skip
        if shape.sort in ("as_count", "as_number", "as_span"):
            self.planted.append(Planted(key, str(figure)))
        elif shape.sort in ("as_date", "as_clock"):
            self.planted.append(Planted(key, written))
        return written

    def part(self, part: type[Part], key: str) -> dict:
        """Return a part in which every key is written."""
        found = {}
        for name, shape in keys_of(part).items():
            owners = [each.__name__ for each in part.__mro__]
            given = next((f"{o}.{name}" for o in owners if f"{o}.{name}" in GIVEN), "")
            value = self.value(given, shape, f"{key}.{name}")
            if value is not NOTHING:
                found[name] = value
        return found


def planted() -> Garden:
    """Return a handbook with one full definition of each kind, and what they name."""
    garden = Garden()
    garden.definitions.append({"kind": "role", "id": "doer", "title": "文员"})
    for kind, cls in KINDS.items():
        found = garden.part(cls, kind)
        _further(garden, kind, found)
        garden.definitions.append({"kind": kind, **found, "id": f"full-{kind}"})
    return garden


def _further(garden: Garden, kind: str, found: dict) -> None:
    """Add what the first part of a list leaves out, because it fits with other keys only."""
    if kind == "procedure":
        _further_steps(garden, found["steps"])
        form = garden.grown("form", "procedure.records.form")
        found["records"] += [{"form": form, "keep": "7年"}]
        found["schedule"] += _further_schedules(garden, "procedure.schedule", 0)
    elif kind == "form":
        found["groups"][0]["fields"] += _further_fields(garden)
    elif kind == "script":
        script = garden.grown("script", "script.lines.branches.go")
        found["lines"][0]["branches"].append({"when": "换", "go": script})
    elif kind == "role":
        found["kpis"].append(garden.text("role.kpis", True))
    elif kind == "policy":
        cell = garden.text("policy.articles.table.rows", True)
        found["articles"][0]["table"]["rows"] = [[cell]]


def _further_steps(garden: Garden, steps: list[dict]) -> None:
    key, text = "procedure.steps", garden.text
    other = garden.grown("procedure", f"{key}.branches.go")
    steps[0]["by"].append("doer")
    steps[0]["branches"].append({"when": "别的", "go": other})
    steps[0]["schedule"] += _further_schedules(garden, f"{key}.schedule", 1)
    pace = {"kind": "standard", "id": "pace", "title": garden.word(), "value": "3917分钟"}
    garden.definitions.append(pace)
    garden.planted.append(Planted(f"{key}.within.within", "3917"))
    before = {"within": "9天", "before": text(f"{key}.within.before", True)}
    late = {"within": "8天", "before": text(f"{key}.escalate.after.before", True)}
    value = {"text": text(f"{key}.checks.text", True), "value": "text"}
    steps += [
        {"id": "two", "do": "二", "by": "doer", "within": before, "checks": [value],
         "critical": "yes", "escalate": {"after": late, "to": "doer"},
         "next": garden.grown("procedure", f"{key}.next")},
        {"id": "three", "do": "三", "by": "doer", "within": "[[pace]]", "critical": "yes"},
    ]  # fmt: skip


def _further_schedules(garden: Garden, key: str, more: int) -> list[dict]:
    """Return a schedule of each other sort; `more` keeps the figures of two apart."""
    times, days = (f"14:3{more}", f"15:4{more}"), (f"2027-03-1{more}", f"2028-04-2{more}")
    feast = ("中秋", "重阳")[more]
    spans = {name: f"{5100 + 10 * at + more}分钟" for at, name in enumerate(
        ("before.at", "before.within", "when.at", "when.within", "within")
    )}  # fmt: skip
    said = {"at": times[0], "by": times[1], "from": days[0], "to": days[1], "on": feast}
    said |= {name: span[:4] for name, span in spans.items()}
    garden.planted += [Planted(f"{key}.{name}", word) for name, word in said.items()]
    events = {name: garden.text(f"{key}.{name}.event", True) for name in ("before", "when")}
    return [
        {"before": {"event": events["before"], "at": spans["before.at"]}},
        {"before": {"event": events["before"], "within": spans["before.within"]}},
        {"when": {"event": events["when"], "at": spans["when.at"]}},
        {"when": {"event": events["when"], "within": spans["when.within"]}},
        {"every": "周", "on": "周一", "at": times[0], "within": spans["within"]},
        {"every": "年", "on": feast, "by": times[1]},
        {"from": days[0], "to": days[1]},
    ]


def _further_fields(garden: Garden) -> list[dict]:
    key, text = "form.groups.fields", garden.text
    options = {
        "option": text(f"{key}.options.option", False), "means": text(f"{key}.options.means", True)
    }  # fmt: skip
    scale = text(f"{key}.scale", False)
    columns = [garden.part(Column, f"{key}.columns")]
    columns += [
        {"label": "甲", "type": "choice", "scale": [text(f"{key}.columns.scale", False), "差"]},
        {"label": "乙", "default": text(f"{key}.columns.default", False)},
        {"label": "丙", "type": "score", "max": "4872"},
    ]
    garden.planted += [Planted(f"{key}.max", "4871"), Planted(f"{key}.columns.max", "4872")]
    return [
        {"label": "选", "type": "choice", "options": [options, "乙"], "default": "乙"},
        {"label": "评", "type": "score", "scale": [scale, "差"]},
        {"label": "分", "type": "score", "max": "4871"},
        {"label": "表", "type": "table", "rows": "2", "columns": columns},
        {"label": "长", "type": "long", "default": text(f"{key}.default", False)},
    ]


def as_yaml(definitions: list[dict]) -> str:
    """Write definitions as YAML: JSON is YAML."""
    return "".join(f"- {json.dumps(each, ensure_ascii=False)}\n" for each in definitions)
