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


def test_a_handbook_without_a_list_knows_nothing(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "handbook.yml").write_text(SETTINGS, encoding="utf-8")
    assert judge(tmp_path, load(tmp_path), TODAY).known == ()
