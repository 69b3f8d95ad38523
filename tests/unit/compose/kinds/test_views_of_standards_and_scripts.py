"""Standards and scripts in words: which side is right, who speaks, where the talk goes on."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.compose.kinds.script.view import ScriptView
from handbook.compose.kinds.standard import StandardView
from handbook.compose.setting.medium import Screen

TEXT = """\
- {kind: role, id: clerk, title: 文员}
- {kind: standard, id: most, title: 接起, value: 20秒, sense: at-most, per: 通电话}
- {kind: standard, id: least, title: 满意, value: 90%, sense: at-least}
- {kind: standard, id: open, title: 待定标准, value: 待定, sense: 待定}
- kind: standard
  id: levels
  title: 办结
  value: 5天
  except: 停电
  levels: [{when: 一级, value: 1天}, {when: 二级, value: 3天}]
- {kind: standard, id: bare, title: 只分级, levels: [{when: 一级, value: 1天}]}
- kind: script
  id: s
  title: 开场
  used_by: clerk
  channel: phone
  lines:
    - {id: hello, say: "您好，{姓名}", tone: 温和, pause: 3秒}
    - {id: ask, say: 请问？, by: clerk, branches: [
        {when: 要退, go: hello}, {when: 没事, go: end}, {go: other}]}
    - {say: 再见}
- {kind: script, id: other, title: 另说, lines: [{say: 好的}]}
"""


@pytest.fixture(scope="module")
def made():
    return handbook_of(TEXT)


@pytest.fixture(scope="module")
def standard(made):
    screen = Screen(made, made.organisation, "standards/x.md")
    return lambda id: StandardView(made[id], screen)


@pytest.fixture(scope="module")
def lines(made):
    return ScriptView(made["s"], Screen(made, made.organisation, "scripts/s.md")).lines


def plain(words: str) -> str:
    return words.replace("\u2009", "")


def test_a_figure_is_said_with_its_side_and_its_unit(standard) -> None:
    assert plain(standard("most").in_words).split() == ["每通电话", "不超过", "20秒"]
    assert plain(standard("least").in_words) == "不少于 90%"
    assert (standard("least").per, standard("bare").in_words) == ("", "")
    assert standard("open").sense == "待定"


def test_levels_and_an_exception_stand_in_the_same_line(standard) -> None:
    assert plain(standard("levels").in_full) == "5天；一级 1天；二级 3天；例外 停电"
    assert plain(standard("bare").in_full) == "一级 1天"
    assert plain(standard("least").in_full) == "不少于 90%"


def test_slots_are_marked_and_who_speaks_stands_before_the_words(lines) -> None:
    assert '<span class="slot">' in lines[0].words
    assert lines[1].words.striptags().replace(" ", "").startswith("文员")
    assert lines[0].words.striptags().startswith("您好")
    assert [line.number for line in lines] == [1, 2, 3]
    assert [line.anchor for line in lines] == ["hello", "ask", None]


def test_how_to_speak_and_how_long_to_wait_stand_in_one_line(lines) -> None:
    tone = plain(lines[0].tone)
    assert tone.startswith("温和 · ")
    assert "3秒" in tone
    assert lines[2].tone == ""


def test_a_reply_leads_to_a_line_to_the_end_or_to_another_script(lines) -> None:
    line, end, other = lines[1].replies
    assert (line.when, end.when, other.when) == ("要退", "没事", None)
    assert 'href="#hello"' in line.target
    assert "1" in line.target.striptags()
    assert end.target == "结束"
    assert "另说" in other.target.striptags()
    assert "other.html" in other.target


def test_a_script_says_who_speaks_by_it_and_where(made) -> None:
    view = ScriptView(made["s"], Screen(made, made.organisation, "scripts/s.md"))
    assert view.used_by.striptags() == "文员"
    assert view.channels == ("电话",)
