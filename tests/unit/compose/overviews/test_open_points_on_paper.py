"""On paper, too, an open point says in words where it stands."""

from __future__ import annotations

from tests.composed import handbook_with, text_of
from tests.ours import PROJECT

from handbook.compose.overviews.sheets import compose_overview
from handbook.compose.templates.environment import environment

CONTENT = """\
- {kind: procedure, id: work, title: 办事, steps: [{id: act-one, do: 做, by: 待定}]}
- kind: form
  id: slip
  title: 回执
  groups: [{fields: [{id: field-one, label: 姓名, type: score, max: 待定}]}]
- {kind: policy, id: rules, title: 规定, articles: [{id: article-one, title: 迟到, text: 待定}]}
- {kind: script, id: hello, title: 问候, lines: [{id: line-one, say: 您好。, tone: 待定}]}
"""


def test_the_part_is_named_and_no_id_is_printed() -> None:
    handbook = handbook_with(CONTENT)
    made = compose_overview(handbook, environment(PROJECT), handbook.organisation, "open")
    told = text_of(made)
    for name in ("第 1 步", "姓名", "迟到", "第 1 句"):
        assert name in told
    assert "-one" not in told
