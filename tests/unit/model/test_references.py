"""Mentions and references: how they are read, where they are looked up, what they link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.written import handbook_of

from handbook.model.inline import mentions
from handbook.model.nearest import differ_by_one, shortened
from handbook.model.references import Reference
from handbook.read.nodes import Text

TERM = "- {kind: term, id: %s, title: %s, definition: '%s'}\n"


def term(id: str, title: str, definition: str = "甲") -> str:
    return TERM % (id, title, definition)


def links(handbook, address: str) -> list[str]:
    return [link.target.address for link in handbook.uses(handbook[address])]


def test_an_id_with_and_without_words_and_a_title_are_mentions():
    found = list(mentions("见[[ a ]]、[[b|乙 ]]和《丙》"))
    assert [(each.id, each.words, each.title) for each in found] == [
        ("a", None, None), ("b", "乙", None), (None, None, "丙")
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["[[]", "[a]", "《》", "[[a\n\nb]]", "《甲", "甲》"])
def test_half_a_mention_is_plain_text(text):
    assert list(mentions(text)) == []


@given(st.text(alphabet="[]|《》ab甲\n ", max_size=30))
def test_mentions_stand_in_order_and_do_not_overlap(text):
    end = 0
    for mention in mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@given(st.text(max_size=8), st.text(max_size=8))
def test_texts_one_character_apart_share_a_shortened_form(left, right):
    if differ_by_one(left, right):
        assert shortened(left) & shortened(right)


@given(
    st.lists(st.sampled_from(["a", "b", "x/a", "", "/", "/a", "x/y/a", "待定"]), max_size=4),
    st.lists(st.sampled_from(["x", "y"]), max_size=3),
)
def test_any_reference_names_a_definition_or_nothing(load_once, ids, scope):
    for id in ids:
        text = Text.at(id, "content/all.yml", 1, 1)
        found = load_once.find(Reference(text, (), tuple(scope)))
        assert found is None or found.id == id.rpartition("/")[2]


@pytest.fixture(scope="module")
def load_once():
    return handbook_of(
        term("a", "甲"), x__section="title: 店\n", x__a=term("a", "甲") + term("b", "乙")
    )


def test_a_bare_id_is_looked_up_from_the_section_outwards(handbook):
    made = handbook(
        term("a", "甲") + term("b", "乙"),
        shop__section="title: 店\n",
        shop__all=term("a", "店甲") + term("c", "丙", "[[a]] [[b]]"),
    )
    assert links(made, "shop/c") == ["shop/a", "b"]


def test_an_address_is_looked_up_from_the_root(handbook):
    made = handbook(
        term("a", "甲") + term("b", "乙", "[[shop/a]]"),
        shop__section="title: 店\n",
        shop__all=term("a", "店甲") + term("c", "丙", "[[/a]]"),
    )
    assert links(made, "b") == ["shop/a"]
    assert links(made, "shop/c") == ["a"]


def test_what_stands_in_another_section_is_named_by_its_address(load):
    files = {"shop__section": "title: 店\n", "shop__all": term("a", "店甲")}
    found = load(term("b", "乙", "[[a]]"), **files).problems
    assert [(each.hint, dict(each.details)["nearest"]) for each in found] == [
        ("elsewhere", "shop/a")
    ]


def test_the_kind_decides_between_two_of_one_id(handbook):
    made = handbook(
        "- {kind: unit, id: desk, title: 前台组}\n",
        shop__section="title: 店\n",
        shop__all=term("desk", "柜台") + "- {kind: unit, id: u, title: 部, parent: desk}\n",
    )
    assert links(made, "shop/u") == ["desk"]


def test_a_title_in_a_text_links_to_what_bears_it(handbook):
    made = handbook(term("a", "甲") + term("b", "乙", "见《甲》"))
    assert links(made, "b") == ["a"]


def test_aliases_are_titles_too(handbook):
    text = term("a", "七日电话").replace("}", ", aliases: [七日回访]}")
    assert links(handbook(text + term("b", "乙", "见《七日回访》")), "b") == ["a"]


@pytest.mark.parametrize("field", ["summary", "source", "open"])
def test_ids_are_found_in_every_text(handbook, field):
    made = handbook(term("a", "甲") + term("b", "乙").replace("}", f", {field}: '见[[a]]'}}"))
    assert [link.relation for link in made.uses(made["b"])] == [field]


def test_a_note_for_editors_is_not_searched(handbook):
    made = handbook(term("b", "乙").replace("}", ", note: '见[[nothing]]'}"))
    assert links(made, "b") == []


def test_a_cell_of_a_table_links_from_its_article(handbook):
    table = "{columns: [甲], rows: [['[[a]]'], {cells: ['[[a]]'], note: 试行}]}"
    policy = f"- {{kind: policy, id: p, title: 制度, articles: {{id: one, table: {table}}}}}\n"
    made = handbook(term("a", "甲") + policy)
    assert [(link.relation, link.part) for link in made.uses(made["p"])] == [("rows", "one")] * 2


@pytest.mark.parametrize(
    ("written", "known"),
    [("回访记录表", "回访纪录表"), ("回访记录", "回访记录表"), ("回访记录表单", "回访记录表")],
)
def test_a_title_one_character_off_is_told_with_the_right_one(load, written, known):
    found = load(term("a", known) + term("b", "乙", f"见《{written}》")).problems
    assert [(each.rule, dict(each.details)["nearest"]) for each in found] == [
        ("misspelt-title", known)
    ]


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("第7日回访", "第3日回访"),
        ("回访须知上", "回访须知下"),
        ("论语", "论说"),
        ("消费者法", "劳动法"),
    ],
)
def test_a_title_of_something_else_is_left_alone(handbook, written, known):
    handbook(term("a", known) + term("b", "乙", f"见《{written}》"))


def test_titles_may_repeat_and_only_a_mention_is_ambiguous(load):
    both = term("a", "退款") + "- {kind: unit, id: u, title: 退款}\n"
    assert load(both).problems == ()
    assert [each.rule for each in load(both + term("b", "乙", "《退款》")).problems] == [
        "ambiguous-title"
    ]


@pytest.mark.parametrize("words", ["答复率", "Reply rate", "satisfaction", "答复时限"])
def test_words_may_stand_where_a_standard_may(handbook, words):
    standard = "- {kind: standard, id: reply-time, title: 答复时限, value: 1天}\n"
    handbook(standard + f"- {{kind: role, id: r, title: 岗, kpis: [{words}]}}\n")


def test_a_standard_that_is_nearly_named_is_told(load):
    standard = "- {kind: standard, id: reply-time, title: 答复时限, value: 1天}\n"
    found = load(standard + "- {kind: role, id: r, title: 岗, kpis: [reply-tiem]}\n").problems
    assert [each.rule for each in found] == ["unknown-reference"]


def test_what_could_not_be_understood_is_not_called_unknown(load):
    broken = "- {kind: term, id: a, title: 甲方责任}\n"
    found = load(broken + term("b", "乙", "见[[a]]和《甲方责任》")).problems
    assert [each.rule for each in found] == ["missing-field"]


def test_links_are_known_from_both_ends(handbook):
    made = handbook(term("a", "甲") + term("b", "乙", "见[[a]]"))
    assert [link.source.id for link in made.used_by(made["a"])] == ["b"]
