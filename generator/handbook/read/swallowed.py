"""Find slips that are legal YAML and yet cannot be meant: `[[id]]`, `{id：a}`, `- id:a`, `-a`.

Ordinary text must never raise an alarm here; where a doubt remains, the text stands.
"""

from __future__ import annotations

import re

from handbook.problems import Place, Problem, problem
from handbook.read.lines import example, short
from handbook.read.nodes import Node, Record, Sequence, Text

# Keys that begin so many lines of a handbook that, before a colon, nothing else is meant.
_KEYS = (
    "kind|id|title|summary|do|by|how|say|fill|use|within|when|go|label|type|text|value"
    "|form|unit|role|code|version|steps|lines|groups|fields|articles|definition|purpose"
)
COLONS = "：﹕︰∶"
WIDE_SPACES = "　\u00a0\u2002\u2003\u2009"
_WIDE = re.compile(rf"(?:{_KEYS})\s*([{COLONS}])")
_TIGHT = re.compile(rf"(?:{_KEYS}):(?=[^\s:/])")
_DASH = re.compile(r"-(?=[^\s\d\-.>])")
_WIDE_DASH = re.compile(r"([－—–−])\s+(?=\S)")
_WIDE_FRONT = re.compile(rf"[{WIDE_SPACES}][{WIDE_SPACES} ]*(?:- |(?:{_KEYS}):\s)")
# Each begins with a rare sign and only then looks around: this runs over every file.
_SUSPECT = (
    re.compile(rf"[{COLONS}](?<=[a-z ].)"),
    re.compile(r":(?<=[a-z]:)[^\s:/]"),
    re.compile(r"\n *-[^\s\d\-.>]"),
    re.compile(r"\n *(?:- +)*[－—–−]\s"),
    re.compile(rf"(?:\n[ -]*|\A)[{WIDE_SPACES}]"),
)
_WIDE_LIST = re.compile(r"[a-z0-9-]+(?:[，、]\s*[a-z0-9-]+)+")
_PLAIN_LINE = re.compile(rf"[^\s：:\"'#]{{1,30}}\s?([{COLONS}])")
_TIGHT_LINE = re.compile(r"[^\s：:\"'#/]{1,30}:(?=[^\s/])")

Meant = tuple[Node, list[Problem]]


def sequence_as_meant(outer: Sequence, parent_key: Text | None) -> Meant:
    """Take `[[id]]` for a link and `[front-desk，manager]` for two ids; `rows: [[1]]` is a table.

    An id never contains a comma, of any width; other texts may, so they stand.
    """
    inner, here = outer[0], outer.place
    if type(inner) is Text:
        if inner.block or (inner.line, inner.column) != (here.line, here.column + 1):
            return outer, []
        if not _WIDE_LIST.fullmatch(inner):
            return outer, []
        meant = Sequence(here)
        for part in re.finditer(r"[a-z0-9-]+", inner):
            place = inner.offset_place(part.start())
            meant.append(Text.at(part.group(), place.path, place.line, place.column))
        at = next(at for at, sign in enumerate(inner) if sign in "，、")
        place = inner.offset_place(at)
        return meant, [problem("full-width-sign", place, "sign", sign=inner[at], instead=",")]
    if not isinstance(inner, Sequence) or len(inner) != 1 or parent_key == "rows":
        return outer, []
    if type(inner[0]) is not Text:
        return outer, []
    word = inner[0]
    if "[" in word:
        return outer, []
    touching = (here.line, here.column + 1, here.column + 2)
    if (inner.place.line, inner.place.column, word.column) != touching or word.block:
        return outer, []
    text = Text.at(f"[[{word}]]", here.path, here.line, here.column)
    return text, [problem("sign-at-start", here, "link", sign="[[", example=example(text))]


def record_as_meant(record: Record, parent_key: Text | None, begun: str) -> Meant:
    """Take `{id：a}` and `{id:a}` for keys with values, and `{名}` for a text to be quoted.

    `begun` is the sign that the record begins with; one of `[?名]` begins with a question mark.
    """
    bare = [
        key
        for key, value in record.items()
        if value == "" and type(value) is Text and _touches(key, value)
    ]
    meant, found = Record(record.place), []
    for key, value in record.items():
        split = _WIDE.match(key) or _TIGHT.match(key) if key in bare else None
        if split is None:
            meant[key] = value
            continue
        found.append(_colon_problem(key, split))
        rest = key[split.end() :].strip()
        name = Text.at(re.split(f"[:{COLONS}]", key)[0].strip(), key.path, key.line, key.column)
        meant[name] = Text.at(rest, key.path, key.line, key.column + split.end())
    if not found and len(record) == 1 and bare and parent_key != "slots":
        here = record.place
        written = f"{{{bare[0]}}}" if begun == "{" else f"{begun}{bare[0]}"
        text = Text.at(written, here.path, here.line, here.column)
        hint = "slot" if begun == "{" else "quote"
        return text, [problem("sign-at-start", here, hint, sign=begun, example=example(text))]
    return meant, found


def text_as_meant(text: Text, source: str) -> tuple[Text, list[Problem]]:
    """Take an empty block headed `>5` for the text it was meant to be."""
    written = source[text.column - 1 :].rstrip()
    if not re.match(r"[|>]\d", written):
        return text, []
    meant = Text.at(written, text.path, text.line, text.column)
    return meant, [
        problem("sign-at-start", text.place, "quote", sign=written[0], example=example(written))
    ]


def swallowed_slips(root: Node | None, source: str) -> list[Problem]:
    """Find keys, dashes and blanks that YAML took for the beginning of a text or a key."""
    if isinstance(root, Text):
        return _plain_file(root, source.split("\n"))
    if not any(pattern.search(source) for pattern in _SUSPECT):
        return []
    lines = source.split("\n")
    found: list[Problem] = []
    waiting: list[Node | None] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Text):
            found.extend(_opening_slips(node, lines))
        elif isinstance(node, Record):
            found.extend(_space_problem(key) for key in node if key[:1] in WIDE_SPACES and key)
            waiting.extend(node.values())
        elif isinstance(node, Sequence):
            waiting.extend(node)
    return found


def with_signs_as_meant(source: str, problems: list[Problem]) -> str:
    """Return the source with the signs that the problems point at as YAML wants them."""
    lines = source.split("\n")
    for found in sorted(problems, key=lambda one: one.place, reverse=True):
        line = lines[found.place.line - 1]
        before, after = line[: found.place.column - 1], line[found.place.column - 1 :]
        if found.rule == "full-width-colon":
            line = before + ": " + after[1:].lstrip(WIDE_SPACES + " ")
        elif found.rule in ("space-after-colon", "space-after-dash"):
            line = before + " " + after
        elif found.rule == "full-width-sign":
            line = before + dict(found.details)["instead"] + after[1:]
        elif found.rule == "full-width-space":
            rest = after.lstrip(WIDE_SPACES + " ")
            line = before + " " * (len(after) - len(rest)) + rest
        lines[found.place.line - 1] = line
    return "\n".join(lines)


def _touches(key: Text, value: Text) -> bool:
    return key.line == value.line and key.column + len(key) == value.column


def _colon_problem(text: Text, match: re.Match[str]) -> Problem:
    if match.re is _TIGHT or match.re is _TIGHT_LINE:
        key = match.group().rstrip(":")
        return problem("space-after-colon", text.offset_place(match.end()), "space", key=key)
    sign = match.group(1)
    key = match.group()[: -len(sign)].strip()
    return problem(
        "full-width-colon", text.offset_place(match.start(1)), "colon", key=key, sign=sign
    )


def _space_problem(text: Text) -> Problem:
    code = f"U+{ord(text[0]):04X}"
    return problem("full-width-space", text.place, "space", code=code)


def _opening_slips(text: Text, lines: list[str]) -> list[Problem]:
    """Look at a text that begins its own line (after dashes), and at the lines it goes on in."""
    if text.line > len(lines):
        return []
    line = lines[text.line - 1]
    before = line[: text.column - 1]
    if before.strip(" -") or not text or text[0] != line[text.column - 1 : text.column]:
        return []
    found: list[Problem] = []
    for number in range(text.line, len(lines) + 1):
        line = lines[number - 1]
        indent = len(before) if number == text.line else len(line) - len(line.lstrip(" "))
        if indent < len(before) or not line.strip():
            break
        slip = _opening_slip(Text.at(line[indent:], text.path, number, indent + 1))
        if slip is None:
            break
        found.append(slip)
    return found


def _opening_slip(first: Text) -> Problem | None:
    if match := _WIDE.match(first) or _TIGHT.match(first):
        return _colon_problem(first, match)
    if match := _DASH.match(first):
        return problem("space-after-dash", first.offset_place(1), "space", text=short(first[1:]))
    if match := _WIDE_DASH.match(first):
        sign = match.group(1)
        return problem("full-width-sign", first.place, "sign", sign=sign, instead="-")
    if _WIDE_FRONT.match(first):
        return _space_problem(first)
    return None


def _plain_file(root: Text, lines: list[str]) -> list[Problem]:
    """Say why a whole file came out as one text: mostly colons that are none to YAML."""
    found: list[Problem] = []
    for number, line in enumerate(lines, 1):
        body = line.lstrip(" ")
        text = Text.at(body, root.path, number, len(line) - len(body) + 1)
        if match := _PLAIN_LINE.match(body) or _TIGHT_LINE.match(body):
            found.append(_colon_problem(text, match))
        elif slip := _opening_slip(text):
            found.append(slip)
    return found or [problem("plain-text-file", Place(root.path, root.line, root.column), "form")]
