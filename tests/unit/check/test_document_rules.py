"""Codes, audiences, reviews, drafts and what is retired; totals of forms."""

import datetime

import pytest

from handbook.check import check

POLICY = "- {kind: policy, id: %s, title: 制度%s, articles: {id: a, title: 甲}%s}\n"


def policy(id: str, more: str = "") -> str:
    return POLICY % (id, id, more and f", {more}")


def test_a_code_may_be_given_again_once_its_document_is_retired(rules):
    assert rules(policy("a", "code: X, status: retired") + policy("b", "code: X")) == []


def test_a_sections_own_version_keeps_the_code(rules):
    files = {"shop__section": "title: 店\n", "shop__all": policy("a", "code: X")}
    assert rules(policy("a", "code: X"), **files) == []


def test_an_open_code_is_no_code(rules):
    assert rules(policy("a", "code: 待定") + policy("b", "code: 待定")) == []


def test_an_id_may_be_used_again_in_another_section(rules):
    assert rules(policy("a"), shop__section="title: 店\n", shop__all=policy("a")) == []


def test_a_folder_that_only_tidies_up_is_no_other_section(rules):
    assert rules(policy("a"), shop__all=policy("a")) == ["duplicate-id"]


def test_the_successor_may_name_what_it_replaces(rules):
    old = policy("old", "status: retired, replaced_by: new")
    assert rules(old + policy("new", "purpose: '取代[[old]]'")) == []


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_what_is_not_in_force_may_name_what_is_retired(rules, status):
    old = policy("old", "status: retired")
    assert rules(old + policy("new", f"purpose: '[[old]]', status: {status}")) == []


def test_the_hint_names_the_successor(problems):
    old = policy("old", "status: retired, replaced_by: new")
    found = problems(old + policy("new") + policy("b", "related: old"))
    assert [(each.hint, dict(each.details)["successor"]) for each in found] == [
        ("successor", "new")
    ]


def test_what_a_section_gives_need_not_be_written(rules):
    sheet = "title: 公司\nrequires: [version, owner]\ndefaults: {version: '1', owner: 待定}\n"
    assert rules(policy("a"), section=sheet) == []


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_only_what_is_in_force_needs_a_version(rules, status):
    sheet = "title: 公司\nrequires: version\n"
    assert rules(policy("a", f"status: {status}"), section=sheet) == []


def test_an_audience_of_a_section_is_judged_too(rules):
    assert rules(policy("a"), section="title: 公司\ndefaults: {audience: stuff}\n") == [
        "unknown-audience"
    ]


def test_a_review_is_overdue_the_day_after(handbook):
    handbook = handbook(policy("a", "effective: 2025-03-01, review_every: 1年"))
    assert check(handbook, datetime.date(2026, 3, 1)) == []
    found = check(handbook, datetime.date(2026, 3, 2))
    assert [each.rule for each in found] == ["review-overdue"]


def test_a_review_written_down_is_done(handbook):
    written = "effective: 2025-03-01, reviewed: 2026-02-01, review_every: 1年"
    handbook = handbook(policy("a", written))
    assert check(handbook, datetime.date(2027, 2, 1)) == []
    [found] = check(handbook, datetime.date(2027, 2, 2))
    assert found.place == handbook["a"].place_of("reviewed")


def form(total: str, *scores: str, group: str = "待定") -> str:
    fields = ", ".join(f"{{label: 分, type: score{score}}}" for score in scores)
    return (
        f"- {{kind: form, id: f, title: 听评表, total: {total}, "
        f"groups: [{{fields: [{fields}], total: {group}}}, {{fields: 备注}}]}}\n"
        "- {kind: term, id: t, title: 词, definition: '[[f]]'}\n"
    )


def test_scores_add_up_to_the_total_of_the_form_and_of_the_group(rules):
    assert rules(form("10", ", max: 2.5", ", max: 7.5", group="10")) == []
    assert rules(form("10", ", max: 2.5", ", max: 7.5", group="9")) == ["wrong-total"]
    assert rules(form("9", ", max: 2.5", ", max: 7.5", group="10")) == ["wrong-total"]


@pytest.mark.parametrize("open_score", ["", ", max: 待定"])
def test_a_sum_that_is_not_known_is_not_judged(rules, open_score):
    assert rules(form("10", ", max: 20", open_score)) == []
