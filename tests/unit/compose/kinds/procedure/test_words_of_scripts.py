"""Words of a script say on paper of which edition of the script they are."""

import pytest
from tests.composed import compose, handbook_with, text_of

from handbook.model.kinds import Procedure, Script

SETTINGS = "title: 手册\norganisation: 公司\nlanguage: zh-CN\n"
HANDBOOK = """
- {{kind: role, id: clerk, title: 文员}}
- {{kind: script, id: greet, title: 迎宾, code: S-1, lines: [{{id: a, say: {words}}}]}}
- {{kind: script, id: quiet, title: 手势, manner: [点头]}}
- kind: procedure
  id: serve
  title: 接待
  steps:
    - {{id: a, do: 问好, by: clerk, say: greet}}
    - {{id: b, do: 送客, by: clerk, say: quiet}}
"""


def files(words="您好"):
    return {"all": HANDBOOK.format(words=words), "handbook": SETTINGS}


def editions(words):
    handbook = handbook_with(**files(words))
    script = next(each for each in handbook.of(Script) if each.lines)
    return handbook.edition(handbook.of(Procedure)[0]), handbook.edition(script)


@pytest.mark.parametrize("sheet", ["procedure", "card"])
def test_words_that_change_are_told_by_the_edition_of_their_script(sheet):
    (own, before), (same, after) = editions("您好"), editions("欢迎")
    assert own == same
    assert before != after
    for words, edition in (("您好", before), ("欢迎", after)):
        shown = text_of(compose(**files(words))[f"serve.{sheet}"])
        assert words in shown
        assert edition in shown
