"""A change leaves the editions of all that do not show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.unit.model.edition.golden import definitions, editions, handbook_of, texts
from tests.written import loaded

from handbook.model.audiences.audience import for_audience
from handbook.model.edition import mark_of
from handbook.model.handbook import Handbook
from handbook.model.kinds.procedure import Step

INSTEAD = "（内部）"


def ids(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "id" in node:
            yield node["id"]
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            yield from ids(inner)


def steps_of(handbook: Handbook) -> tuple[Step, ...]:
    return handbook["proc-complaint"].steps


def differing(**files: str) -> set[str]:
    """Return the addresses whose edition is another when files are written otherwise."""
    before, after = editions(handbook_of()), editions(handbook_of(**files))
    return {address for address, edition in before.items() if after[address] != edition}


def swapped(name: str, old: str, new: str) -> dict[str, str]:
    assert old in texts()[name]
    return {name: texts()[name].replace(old, new)}


def test_an_id_renamed_everywhere_changes_none() -> None:
    before = editions(handbook_of())
    renamed = dict(texts())
    for id in dict.fromkeys(ids(definitions())):
        word = re.compile(rf"(?<![\w-]){id}(?![\w-])")
        renamed = {name: word.sub(f"{id}-neu", text) for name, text in renamed.items()}
    after = editions(handbook_of(**renamed))
    assert {address.removesuffix("-neu"): each for address, each in after.items()} == before


def test_lines_moved_change_none() -> None:
    moved = {name: f"# 说明\n\n\n{texts()[name]}" for name in ("papers", "people")}
    assert differing(**moved) == set()


def test_definitions_moved_to_a_section_change_none() -> None:
    text = texts()
    word = "{kind: term, id: word, title: 词, definition: 义}"
    moved = {"a__section": "title: 一部", "a__papers": text["papers"], "a__people": text["people"]}
    inner = loaded(word, handbook=text["handbook"], **moved).handbook
    assert set(editions(handbook_of()).values()) <= set(editions(inner).values())


def test_the_value_of_a_standard_changes_those_that_show_it() -> None:
    shows = {"std-reply", "proc-complaint", "role-desk"}
    assert differing(**swapped("people", "value: 20秒", "value: 15秒")) == shows


def test_what_a_figure_is_measured_by_changes_the_standard_only() -> None:
    assert differing(**swapped("people", "measured_by: 日志", "measured_by: 台账")) == {"std-reply"}


def test_a_step_put_in_leaves_the_marks_of_the_others() -> None:
    """What people did is compared by it: that later steps have other numbers is no change."""
    put_in = "    - {id: step-new, do: 道歉}\n    - {id: step-ask,"
    other = swapped("papers", "    - {id: step-ask,", put_in)
    before, after = (
        {str(step.id): mark_of(step, made["proc-complaint"], made) for step in steps_of(made)}
        for made in (handbook_of(), handbook_of(**other))
    )
    assert after | before == after


def test_a_step_reworded_has_another_mark() -> None:
    before, after = handbook_of(), handbook_of(**swapped("papers", "先听完，", "先听，"))
    marks = [mark_of(steps_of(made)[0], made["proc-complaint"], made) for made in (before, after)]
    assert marks[0] != marks[1]


def test_a_title_changes_those_that_name_it() -> None:
    shows = {"unit-whole", "unit-team"}
    assert differing(**swapped("people", "title: 公司}", "title: 总公司}")) == shows


def test_a_text_counts_where_it_stands_only() -> None:
    assert differing(**swapped("papers", 'say: "好的。"', "say: 好。")) == {"script-sorry"}


def test_a_mention_with_words_does_not_show_the_value() -> None:
    text = "- {kind: term, id: t, title: 词, definition: '[[s|时限]]'}\n"
    made = [
        handbook_of(text + f"- {{kind: standard, id: s, title: 标准, value: {value}}}")
        for value in ("20秒", "30秒")
    ]
    assert len({each.edition(each["t"]) for each in made}) == 1


def test_readers_from_whom_something_is_kept_have_an_edition_of_their_own() -> None:
    whole = handbook_of()
    staff = editions(for_audience(whole, "staff", INSTEAD))
    own = {address for address, each in staff.items() if each != editions(whole)[address]}
    assert own == {"proc-complaint", "form-complaint", "role-desk", "unit-team"}


def test_what_is_kept_back_changes_no_edition_of_those_who_do_not_read_it() -> None:
    other = swapped("people", "title: 主管,", "title: 经理,")
    before, after = (
        editions(for_audience(made, "staff", INSTEAD))
        for made in (handbook_of(), handbook_of(**other))
    )
    assert before == after


def test_readers_of_everything_share_the_edition_of_the_whole() -> None:
    assert editions(for_audience(handbook_of(), "manager", INSTEAD)) == editions(handbook_of())
