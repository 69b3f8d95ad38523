"""The handbook as an audience reads it."""

import pytest
from tests.written import loaded

from handbook.model.audiences.audience import for_audience, level_of

TEXT = """
- {kind: role, id: boss, title: 经理, audience: manager}
- {kind: role, id: clerk, title: 店员, reports_to: boss}
- {kind: policy, id: secret, title: 内情, audience: manager, articles: {id: a, text: 甲}}
- {kind: standard, id: limit, title: 时限, value: 3天, audience: manager}
- kind: procedure
  id: work
  title: 流程
  steps:
    - {id: boss, do: "照[[secret]]和《内情》做", by: [boss, clerk], within: "[[limit]]"}
    - {id: two, do: "照[[secret|那一套]]做", by: clerk, next: boss}
"""


@pytest.fixture
def handbook():
    """Make a handbook of files named by path."""

    def made(text=TEXT, **files):
        return loaded(text, **files).handbook

    return made


def test_definitions_and_links_of_a_higher_audience_are_gone(handbook):
    seen = for_audience(handbook(), "staff", "…")
    assert [str(each.id) for each in seen.definitions] == ["work", "clerk"]
    assert {(str(link.source.id), str(link.target.id)) for link in seen.links} == {
        ("work", "clerk")
    }


@pytest.mark.parametrize("within", ["", "- {kind: term, id: word, title: 词, definition: 甲}\n"])
def test_a_section_for_a_higher_audience_is_gone_with_the_empty_ones_in_it(handbook, within):
    files = {"cave__section": "title: 地洞\ndefaults: {audience: manager}\n"}
    files |= {"cave__deep__section": "title: 深处\n", "cave__all": within} if within else {}
    files |= {"shop__section": "title: 门店\n"}
    other = "{kind: term, id: other, title: 别的, definition: 甲}\n"
    seen = for_audience(handbook(other, **files), "staff", "…")
    assert [section.path for section in seen.sections] == [(), ("shop",)]


def test_mentions_become_plain_words(handbook):
    one, two = for_audience(handbook(), "staff", "…")["work"].steps
    assert (one.do, two.do) == ("照…和…做", "照那一套做")
    assert [str(each) for each in one.by] == ["…", "clerk"]
    assert str(one.within) == "…"


def test_words_where_a_reference_may_stand_are_rewritten_too(handbook):
    kpis = "['守[[limit]]', 照《内情》, limit, 不迟到]"
    role = f"- {{kind: role, id: cook, title: 厨师, kpis: {kpis}}}\n"
    cook = for_audience(handbook(TEXT + role), "staff", "…")["cook"]
    assert [str(each) for each in cook.kpis] == ["守…", "照…", "…", "不迟到"]
    assert "limit" not in repr(cook._written)


def test_a_limit_that_is_kept_back_tells_no_time(handbook):
    seen = for_audience(handbook(TEXT), "staff", "…")
    limit = next(step.within for step in seen["work"].steps if step.within)
    assert str(limit) == "…"
    assert seen.seconds(limit.within) is None


def test_words_of_a_mention_stay_unless_they_name_what_is_kept_back(handbook):
    page = "- {kind: term, id: word, title: 词, definition: '%s'}\n"
    said = "[[secret|另一套]]、[[secret|经 **理** 那套]]、[[secret|见 secret]]、《经 理》"
    seen = for_audience(handbook(TEXT + page % said), "staff", "…")
    assert seen["word"].definition == "另一套、…、…、…"


def test_a_step_called_like_something_hidden_is_still_the_step(handbook):
    work = for_audience(handbook(), "staff", "…")["work"]
    assert str(work.steps[1].next) == "boss"


def test_what_was_written_names_nothing_hidden_either(handbook):
    seen = for_audience(handbook(), "staff", "…")
    assert "secret" not in repr([each._written for each in seen.definitions])


def test_the_highest_audience_sees_the_very_same_definitions(handbook):
    whole = handbook()
    assert for_audience(whole, "manager", "…").definitions == whole.definitions


def test_a_hidden_namesake_does_not_give_way_to_the_one_above_it(handbook):
    policy = "{kind: policy, id: rules, title: 守则, audience: %s, articles: {id: a, text: 甲}}"
    mention = "- {kind: term, id: word, title: 词, definition: '见[[rules]]、《守则》'}\n- "
    seen = for_audience(
        handbook(policy % "public", a__section="title: 一部", a__all=mention + policy % "manager"),
        "staff",
        "…",
    )
    assert seen["a/word"].definition == "见…、…"


def test_a_section_with_nothing_left_is_gone(handbook):
    below = {"a__section": "{title: 一部, defaults: {audience: manager}}"}
    term = "{kind: term, id: word, title: 词, definition: 义}"
    seen = for_audience(handbook(**below, a__all=term), "staff", "…")
    assert [section.path for section in seen.sections] == [()]


def test_sections_and_settings_are_rewritten_too(handbook):
    section = "{title: 一部, summary: '见[[secret]]', defaults: {owner: boss}}"
    term = "{kind: term, id: word, title: 词, definition: 义}"
    seen = for_audience(handbook(a__section=section, a__all=term), "public", "…")
    sheet = seen["a/word"].section.sheet
    assert sheet.summary == "见…"
    assert [str(each) for each in sheet.defaults.owner] == ["…"]
    assert seen["a/word"].section is seen.sections[1]
    assert seen.sections[1].parent is seen.sections[0]


@pytest.mark.parametrize(("audience", "level"), [("public", 0), ("manager", 2), ("待定", 2)])
def test_an_audience_has_a_level(handbook, audience, level):
    whole = handbook(f"{{kind: term, id: word, title: 词, definition: 义, audience: {audience}}}")
    assert level_of(whole, whole["word"]) == level


def test_an_unknown_audience_is_a_fault(handbook):
    with pytest.raises(ValueError, match="stuff"):
        for_audience(handbook(), "stuff", "…")
