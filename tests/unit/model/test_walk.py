"""Where words are written in a part: first of all in what has a certain id."""

from __future__ import annotations

from tests.written import handbook_of

from handbook.model.walk import written_at

TEXT = """\
- kind: procedure
  id: p
  title: 接待客人
  steps:
    - {id: a, do: 问候客人, by: 待定}
    - {id: b, do: 请客人坐, by: 待定}
"""


def place(words: str, id: str = "") -> str:
    return str(written_at(handbook_of(TEXT)["p"], words, id))


def test_words_are_found_where_they_stand_first() -> None:
    assert place("客人") == "content/all.yml:3:12"
    assert place("请客人") == "content/all.yml:6:19"
    assert place("不在") == "None"


def test_what_has_the_id_goes_first() -> None:
    assert place("客人", "b") == "content/all.yml:6:20"
    assert place("客人", "a") == "content/all.yml:5:21"
    assert place("客人", "zz") == "content/all.yml:3:12"


def test_signs_that_nobody_wrote_may_stand_around_words() -> None:
    assert place("《接待客人》") == "content/all.yml:3:10"
    assert place("") == "None"
