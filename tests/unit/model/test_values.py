"""The values that fields hold: what is taken, and what is said of anything else."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from handbook.model.values import (
    OneOf,
    OneOrMany,
    as_clock,
    as_count,
    as_date,
    as_id,
    as_line,
    as_number,
    as_plain,
    as_text,
    as_word,
    as_yes_no,
    is_open,
    one_of,
)
from handbook.problems import Place
from handbook.read.nodes import Record, Sequence, Text

HERE = Place("content/a.yml", 3, 5)


def text(words: str, *, block: bool = False) -> Text:
    return Text.at(words, HERE.path, HERE.line, HERE.column, block)


def refused(
    take: Callable[[Any], object], node: object
) -> tuple[str, str | None, dict[str, str], str]:
    """Return what is said of a value that is not taken: rule, hint, details, place."""
    with pytest.raises(PydanticCustomError) as raised:
        take(node)
    found = raised.value.context["problem"]
    return found.rule, found.hint, dict(found.details), str(found.place)


@pytest.mark.parametrize("words", ["待定", "TBD", "tbd", " 待定 "])
def test_what_is_still_to_be_settled_is_taken_as_such(words: str) -> None:
    assert is_open(text(words))
    assert [take(text(words)) for take in (as_count, as_number, as_date, as_clock)] == [words] * 4
    assert as_yes_no(text(words)) is False
    assert one_of(("a", "b"))(text(words)) == words


def test_other_words_and_other_things_are_not_open() -> None:
    assert not is_open(text("待"))
    assert not is_open(None)
    assert not is_open(Sequence(HERE, [text("待定")]))


@pytest.mark.parametrize(
    ("node", "hint"), [(Sequence(HERE, []), "list"), (Record(HERE, {}), "mapping")]
)
@pytest.mark.parametrize(
    "take", [as_text, as_line, as_word, as_id, as_yes_no, as_count, as_number, as_date, as_clock]
)
def test_a_list_or_a_mapping_is_no_text(take, node, hint: str) -> None:
    assert refused(take, node) == ("not-text", hint, {}, "content/a.yml:3:5")


@pytest.mark.parametrize("words", ["yes", "TRUE", "是", "Yes"])
def test_yes_in_each_language(words: str) -> None:
    assert as_yes_no(text(words)) is True


@pytest.mark.parametrize("words", ["no", "False", "否"])
def test_no_in_each_language(words: str) -> None:
    assert as_yes_no(text(words)) is False


@pytest.mark.parametrize(
    ("words", "count"),
    [("0", 0), ("12", 12), ("3人", 3), ("4 名", 4), ("1 person", 1), ("20 copies", 20),
     ("999999", 999999), ("5行", 5), ("2 rows", 2)],
)  # fmt: skip
def test_a_count_is_a_whole_number_perhaps_with_what_is_counted(words: str, count: int) -> None:
    assert as_count(text(words)) == count


@pytest.mark.parametrize(
    ("words", "number"),
    [("3", 3), ("-2", -2), ("+4", 4), ("1.50", 1.5), ("2.0", 2), ("0.000001", 0.000001)],
)
def test_a_number_may_have_a_sign_and_a_fraction(words: str, number: float) -> None:
    found = as_number(text(words))
    assert found == number
    assert isinstance(found, int) is float(number).is_integer()


def test_a_date_is_one_of_the_calendar() -> None:
    assert as_date(text("2026-10-01")) == datetime.date(2026, 10, 1)


@pytest.mark.parametrize("words", ["8:30", "24:00", "4 pm", "下午4点"])
def test_a_time_of_day_is_kept_as_written(words: str) -> None:
    assert as_clock(text(words)) == words


@pytest.mark.parametrize(
    ("take", "words", "rule", "hint", "details"),
    [
        (as_yes_no, "大概", "not-yes-no", "choose", {"text": "大概"}),
        (as_count, "三", "not-a-count", "example", {"text": "三"}),
        (as_count, "-1", "not-a-count", "example", {"text": "-1"}),
        (as_count, "1000000", "not-a-count", "example", {"text": "1000000"}),
        (as_number, "1,5", "not-a-number", "example", {"text": "1,5"}),
        (as_number, "1.", "not-a-number", "example", {"text": "1."}),
        (as_clock, "八点", "not-a-time", "example", {"text": "八点"}),
        (as_id, "退款", "bad-id", "example", {"id": "退款", "slug": ""}),
        (as_id, "RefundForm 2", "bad-id", "slug", {"id": "RefundForm 2", "slug": "refund-form-2"}),
        (as_id, "a--b", "bad-id", "slug", {"id": "a--b", "slug": "a-b"}),
        (as_date, "2026-02-30", "not-a-date", "calendar", {"text": "2026-02-30"}),
        (as_date, "明天", "not-a-date", "example", {"text": "明天"}),
    ],
)
def test_anything_else_is_told_with_what_would_be_right(take, words, rule, hint, details) -> None:
    assert refused(take, text(words)) == (rule, hint, details, "content/a.yml:3:5")


@pytest.mark.parametrize(
    "words",
    [
        "2026年3月1日", "2026/3/1", "2026.3.1", "2026-3-1", "2026年3月1号", "1 March 2026",
        "1st of March 2026", "Mar 1, 2026", "March 1st 2026", "2026 Mar 1", "1-Mar-2026",
    ],
)  # fmt: skip
def test_a_date_that_is_certain_is_spelt_as_it_should_be(words: str) -> None:
    assert refused(as_date, text(words))[1:3] == ("spelt", {"text": words, "spelt": "2026-03-01"})


@pytest.mark.parametrize(
    ("month", "number"),
    [("January", "01"), ("Feb", "02"), ("Apr.", "04"), ("May", "05"), ("June", "06"),
     ("july", "07"), ("Aug", "08"), ("Sept", "09"), ("October", "10"), ("Nov", "11"),
     ("DEC", "12")],
)  # fmt: skip
def test_every_month_is_known_by_its_name(month: str, number: str) -> None:
    assert refused(as_date, text(f"5 {month} 2026"))[2]["spelt"] == f"2026-{number}-05"


def test_a_word_holds_neither_mentions_nor_pictures() -> None:
    assert refused(as_word, text("见 [[refund]]")) == (
        "mention-not-here", "words", {}, "content/a.yml:3:7",
    )  # fmt: skip
    rule, hint, details, place = refused(as_word, text("看 ![图](a.png)"))
    assert (rule, hint, details["text"], place) == (
        "picture-in-text", "words", "![图](a.png)", "content/a.yml:3:7",
    )  # fmt: skip


def test_a_line_loses_the_line_end_of_a_block_and_keeps_its_place() -> None:
    line = as_line(text("一\n二\n", block=True))
    assert "\n" not in line
    assert str(line.place) == "content/a.yml:3:5"
    plain = text("一")
    assert as_line(plain) is plain


def test_one_of_a_few_words_is_taken_and_the_nearest_is_suggested() -> None:
    take = one_of(("at-most", "at-least", "read-do"))
    assert take(text("at-most")) == "at-most"
    said = {words: refused(take, text(words))[1:3] for words in ("most", "at-mots", "at", "q")}
    listed = "at-most\x1eat-least\x1eread-do"
    assert said["most"] == ("nearest", {"text": "most", "nearest": "at-most", "choices": listed})
    assert said["at-mots"][1]["nearest"] == "at-most"
    assert said["q"] == ("choices", {"text": "q", "nearest": "None", "choices": listed})
    assert OneOf(("a", "b")).json_schema == {"enum": ["a", "b"]}


def test_one_thing_stands_for_a_list_of_one() -> None:
    assert OneOrMany().as_list(text("a")) == ["a"]
    assert OneOrMany().as_list(text("待定")) == ["待定"]
    assert OneOrMany(required=True).as_list(text("待定")) == []
    assert OneOrMany(required=True).as_list(text("a")) == ["a"]
    assert OneOrMany().as_list(Sequence(HERE, [])) == []


def test_a_list_has_no_blank_items_and_one_that_is_required_has_some() -> None:
    blank = Sequence(HERE, [text("a"), text(" ")])
    assert refused(OneOrMany().as_list, blank)[:2] == ("empty-item", "remove")
    assert OneOrMany(may_be_blank=True).as_list(blank) is blank
    assert refused(OneOrMany(required=True).as_list, Sequence(HERE, []))[:2] == (
        "empty-field", "remove",
    )  # fmt: skip


def test_nodes_become_plain_data() -> None:
    made = as_plain(Record(HERE, {text("a"): Sequence(HERE, [text("b")]), text("c"): text("d")}))
    assert made == {"a": ["b"], "c": "d"}
    assert [type(each) for each in (made, made["a"], made["a"][0])] == [dict, list, str]
