"""What a hint shows to be written can be written: it reads as meant, and the finding is gone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.mended import DAY, loaded_from

from handbook.check import check
from handbook.languages import LANGUAGES, tell

NAMES = st.text(st.sampled_from("客户 a:,#&*!|>%@`'\"-?[]=~0n·：，"), min_size=1, max_size=8)
SETTINGS = "title: H\norganisation: O\nlanguage: {}\n"


def found_in(texts):
    loaded = loaded_from(texts)[1]
    return [*loaded.problems, *check(loaded.handbook, DAY)]


@given(NAMES.map(str.strip).filter(bool), st.sampled_from(LANGUAGES))
def test_a_blank_can_be_declared_as_the_hint_shows(name, language):
    said = "'" + ("{" + name + "}").replace("'", "''") + "，您好'"
    script = f"kind: script\nid: s\ntitle: S\nlines:\n  - {{id: a, say: {said}}}\n"
    files = {"content/handbook.yml": SETTINGS.format(language), "content/s.yml": script}
    told = [each for each in found_in(files) if each.rule == "undeclared-slot"]
    if not told:  # brackets within it
        return
    line = dict(told[0].details)["key"] + ": {example: …}"
    assert line in tell(told[0], language)[1]
    for declared in (f"slots:\n  {line}\n", "slots: {" + line + "}\n"):
        left = found_in(files | {"content/s.yml": script + declared})
        assert [each.rule for each in left] == ["unused-script"]


@pytest.mark.parametrize(
    "limit",
    ["3 days after a, b", "2天 after 甲, 乙", "3 days before the visit [1]", "3 days after no # 4",
     "收到: 后3天"],
)  # fmt: skip
def test_a_limit_can_be_written_in_two_parts_as_the_hint_shows(limit):
    def procedure(within):
        steps = f"steps:\n  - id: a\n    do: A\n    by: TBD\n    within: {within}\n"
        return {
            "content/handbook.yml": SETTINGS.format("en"),
            "content/p.yml": f"kind: procedure\nid: p\ntitle: P\n{steps}",
        }

    (told,) = [each for each in found_in(procedure(f"'{limit}'")) if each.rule == "not-a-limit"]
    shown = re.search(r"\{within.*\}", tell(told, "en")[1])[0]
    assert [each.rule for each in found_in(procedure(shown))] == []


@pytest.mark.parametrize("day", ["开张, 头一天", "店庆 [一]", "the fair: day 1", "甲 #1"])
def test_a_day_without_date_can_be_written_as_the_event_that_the_hint_shows(day):
    def procedure(schedule):
        return {
            "content/handbook.yml": SETTINGS.format("en"),
            "content/p.yml": "kind: procedure\nid: p\ntitle: P\nsteps: [{id: a, do: A, by: TBD}]\n"
            f"schedule: {schedule}\n",
        }

    written = procedure("{every: year, on: '" + day + "'}")
    (told,) = [each for each in found_in(written) if each.rule == "unplanned-day"]
    shown = re.search(r"when: (\{event.*\})$", tell(told, "en")[1])[0]
    assert [each.rule for each in found_in(procedure("{" + shown + "}"))] == []
