"""Whatever stands in a handbook, it gives problems and never an exception."""

import copy
import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.check import check
from handbook.languages import LANGUAGES, tell
from handbook.model.load import assemble
from handbook.problems import Place
from handbook.read import FolderTree, Reading, Record, Sequence, SourceFile, Text, read_content

EXAMPLES = Path(__file__).parents[2] / "examples" / "valid"
READINGS = {
    name: read_content(FolderTree(EXAMPLES / name)) for name in ("every-field", "open-points")
}
WORDS = (
    "", "待定", "x", "-1", "99999999999999999999", "[[", "[[x]]", "[[|]]", "《》", "《考勤制度》",
    "{", "{}", "record", "complaint", "front-desk", "end", "/", "//", "a/b", "\\", "十十", "半",
    "±", "0000-00-00",
    "9999-12-31", "999999年", "24:59", "yes", "(", "a b", "🙂", "\u200b", "ǅ", "İ", "１２",
)  # fmt: skip


def nodes_in(node, way=()):
    """Yield the way to each node below a node."""
    if isinstance(node, Record | Sequence):
        items = node.items() if isinstance(node, Record) else enumerate(node)
        for key, value in items:
            yield (*way, key)
            yield from nodes_in(value, (*way, key))


def odd_node(kind: str, word: str):
    place = Place("content/odd.yml", 1, 1)
    text = Text.at(word, "content/odd.yml", 1, 1)
    key = Text.at(word or "id", "content/odd.yml", 1, 1)
    return {
        "text": text,
        "list": Sequence(place, []),
        "list of text": Sequence(place, [text, text]),
        "list of lists": Sequence(place, [Sequence(place, [text])]),
        "mapping": Record(place, {}),
        "mapping of text": Record(place, {key: text}),
        "mapping of mappings": Record(place, {key: Record(place, {key: text})}),
    }[kind]


SHAPES = st.sampled_from(
    ("text", "list", "list of text", "list of lists", "mapping", "mapping of text",
     "mapping of mappings")
)  # fmt: skip
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("replace", "replace", "delete", "double", "swap", "odd key")),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        SHAPES,
        st.sampled_from(WORDS),
    ),
    min_size=1,
    max_size=6,
)


def changed(reading: Reading, changes) -> Reading:
    files = [copy.deepcopy(file.root) for file in reading.files]
    for change, number, other, shape, word in changes:
        holders = [(root, way) for root in files for way in nodes_in(root)]
        root, way = holders[number % len(holders)]
        holder = at(root, way[:-1])
        if change == "delete":
            del holder[way[-1]]
        elif change == "double" and isinstance(holder, Sequence):
            holder.insert(way[-1], copy.deepcopy(holder[way[-1]]))
        elif change == "swap":
            source, there = holders[other % len(holders)]
            holder[way[-1]] = copy.deepcopy(at(source, there))
        elif change == "odd key" and isinstance(holder, Record):
            holder[Text.at(word, "content/odd.yml", 1, 1)] = odd_node(shape, word)
        else:
            holder[way[-1]] = odd_node(shape, word)
    return Reading(
        tuple(
            SourceFile(file.path, file.folder, file.name, root)
            for file, root in zip(reading.files, files, strict=True)
        ),
        (),
    )


def at(node, way):
    for step in way:
        node = node[step]
    return node


@pytest.mark.parametrize("name", READINGS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=CHANGES)
def test_a_handbook_changed_at_random_gives_problems_that_can_be_told(name, changes):
    loaded = assemble(changed(READINGS[name], changes))
    found = [*loaded.problems, *check(loaded.handbook, datetime.date(2026, 3, 1))]
    for problem in found:
        for language in LANGUAGES:
            tell(problem, language)


@pytest.mark.parametrize("name", READINGS)
@pytest.mark.parametrize("shape", ["text", "list of lists", "mapping of mappings"])
def test_something_odd_at_a_single_place_gives_problems_that_can_be_told(name, shape):
    reading = READINGS[name]
    file = max(reading.files, key=lambda each: len(list(nodes_in(each.root))))
    for way in list(nodes_in(file.root))[::7]:
        root = copy.deepcopy(file.root)
        at(root, way[:-1])[way[-1]] = odd_node(shape, "x y")
        files = tuple(each for each in reading.files if each is not file)
        odd = SourceFile(file.path, file.folder, file.name, root)
        loaded = assemble(Reading((*files, odd), ()))
        for problem in [*loaded.problems, *check(loaded.handbook, datetime.date(2026, 3, 1))]:
            tell(problem, "zh-CN")
