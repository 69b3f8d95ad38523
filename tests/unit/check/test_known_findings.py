"""What is true of the sources is listed with its reason, and counted apart."""

import datetime

import pytest

from handbook.check.known import judge
from handbook.model.load import load

TODAY = datetime.date(2026, 3, 1)
SETTINGS = "title: 手册\norganisation: 公司\nlanguage: zh-CN\n"
UNUSED = "- {kind: role, id: guard, title: 门卫}\n- {kind: role, id: cook, title: 厨师}\n"


@pytest.fixture
def judged(tmp_path):
    """Judge a handbook with a list of known findings."""

    def judged(known, text=UNUSED):
        (tmp_path / "content" / "a").mkdir(parents=True, exist_ok=True)
        files = {"handbook": SETTINGS, "a/section": "title: 一部\n", "a/all": text}
        for name, written in {**files, "known-findings": known}.items():
            (tmp_path / "content" / f"{name}.yml").write_text(written, encoding="utf-8")
        return judge(tmp_path, load(tmp_path), TODAY)

    return judged


def told(found):
    return [each.rule for each in found]


def test_a_known_finding_is_told_by_the_address_of_its_definition(judged):
    result = judged("- {rule: unused-role, at: a/guard, why: 原文如此}\n")
    assert told(result.known) == told(result.problems) == ["unused-role"]
    assert "cook" in dict(result.problems[0].details).values()


def test_a_known_finding_is_told_by_its_file(judged):
    result = judged("- {rule: unused-role, at: content/a/all.yml, why: 原文如此}\n")
    assert told(result.known) == ["unused-role", "unused-role"]
    assert result.problems == ()


def test_words_of_the_message_tell_findings_apart(judged):
    result = judged("{rule: unused-role, at: content/a/all.yml, contains: 厨师, why: 原文如此}\n")
    assert told(result.known) == told(result.problems) == ["unused-role"]
    assert "厨师" in dict(result.known[0].details).values()


def test_a_known_finding_that_no_longer_occurs_is_a_problem(judged):
    known = "- {rule: unused-role, at: a/gone, why: 原文如此}\n"
    assert "stale-known-finding" in told(judged(known).problems)


def test_a_file_told_without_its_folders_is_found(judged):
    (found,) = judged("- {rule: unused-role, at: all.yml, why: 原文如此}\n").problems
    assert (found.rule, dict(found.details)["nearest"]) == (
        "bad-known-finding", "content/a/all.yml",
    )  # fmt: skip


def test_nothing_is_called_stale_while_something_cannot_be_read(judged):
    known = "- {rule: unused-role, at: a/gone, why: 原文如此}\n"
    assert told(judged(known, "- {kind: role, id: guard}\n").problems) == ["missing-field"]


@pytest.mark.parametrize(
    "entry",
    ["{rule: unused-role, at: a/guard}", "{rule: unused-rol, at: a, why: b}", "just words",
     "{rule: xyzzy, at: a, why: b}", "{rule: tab, at: a, why: b}", "{rule: [a], at: a, why: b}",
     "{rule: unused-role, at: a, why: b, because: c}"],
)  # fmt: skip
def test_an_entry_that_is_wrong_is_told(judged, entry):
    assert told(judged(f"- {entry}\n").problems).count("bad-known-finding") == 1


NAMES = """\
- {kind: role, id: customer, title: 客户, audience: staff}
- {kind: unit, id: centre, title: 客户服务中心, audience: staff}
- {kind: term, id: one, title: 一词, definition: 客户找客户服务中心}
- {kind: term, id: two, title: 二词, definition: 客户来电}
"""
BARE = "rule: bare-narrower-name"


def names(found):
    return [(dict(each.details)["name"], each.place.line) for each in found
            if each.rule == "bare-narrower-name"]  # fmt: skip


def test_a_word_that_gives_nothing_away_does_so_everywhere(judged):
    result = judged(f"- {{{BARE}, word: 客户, why: 人人都这样说}}\n", NAMES)
    assert names(result.known) == [("客户", 3), ("客户", 4)]
    assert names(result.problems) == [("客户服务中心", 3)]


def test_a_word_may_give_nothing_away_at_one_place_only(judged):
    result = judged(f"- {{{BARE}, word: 客户, at: a/two, why: 这里不是}}\n", NAMES)
    assert names(result.known) == [("客户", 4)]
    assert names(result.problems) == [("客户", 3), ("客户服务中心", 3)]


@pytest.mark.parametrize("word", ["服务", "客户服务", "客户服务中心和客户", "一词"])
def test_a_word_must_be_the_very_name(judged, word):
    result = judged(f"- {{{BARE}, word: {word}, why: 大意}}\n", NAMES)
    assert names(result.known) == []
    stale = [each for each in result.problems if each.rule == "stale-known-finding"]
    assert [dict(each.details)["at"] for each in stale] == [word]


def test_a_word_is_the_same_in_any_case(judged):
    text = """\
- {kind: term, id: x, title: Leak Canary, audience: staff, definition: 甲}
- {kind: term, id: one, title: 一词, definition: 用 leak canary 查}
"""
    assert names(judged(f"- {{{BARE}, word: leak canary, why: 通行}}\n", text).problems) == []


@pytest.mark.parametrize(
    "entry",
    [f"{{{BARE}, at: a/one, why: b}}", f"{{{BARE}, contains: 客户, at: a/one, why: b}}",
     f"{{{BARE}, word: 客户}}", "{rule: unused-role, word: 客户, why: b}",
     "{rule: unused-role, at: a, word: 客户, why: b}"],
)  # fmt: skip
def test_only_a_bare_name_is_known_by_its_word_and_only_by_that(judged, entry):
    result = judged(f"- {entry}\n", NAMES)
    assert told(result.problems).count("bad-known-finding") == 1
    assert result.known == ()


def test_a_handbook_without_a_list_knows_nothing(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "handbook.yml").write_text(SETTINGS, encoding="utf-8")
    assert judge(tmp_path, load(tmp_path), TODAY).known == ()
