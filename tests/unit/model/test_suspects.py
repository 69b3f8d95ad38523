"""Of everything that may have gone wrong around a line, the likeliest is suspected first."""

from __future__ import annotations

from handbook.model.suspects import suspicions
from handbook.problems import Place, Problem, problem
from handbook.read.lines import Line, read_line

STEPS = """\
- kind: procedure
  id: visit
  steps:
    - id: a
      do: 问好
    - id: b
     do：走
      by: clerk"""


def lines_of(text: str) -> list[Line]:
    return [read_line(number, source) for number, source in enumerate(text.split("\n"))]


def suspected(text: str, *told: Problem, above: int = 0, **further: object) -> list[tuple]:
    found = suspicions(lines_of(text), told, above, **further)
    return [(likely, slip.rule, slip.line + 1, slip.hint) for likely, slip in found]


def at(line: int) -> Problem:
    return problem("not-yaml", Place("content/a.yml", line))


def test_signs_of_the_line_itself_are_likelier_than_its_place() -> None:
    found = suspected(STEPS, at(7))
    assert found[0] == (1, "full-width-colon", 7, "colon")
    rules = {rule: likely for likely, rule, _, _ in reversed(found)}
    assert rules["indentation"] == 2
    assert rules["swapped-lines"] == 4
    assert rules["missing-line"] in (5, 7)


def test_every_kind_of_slip_is_thought_of() -> None:
    kinds = {(rule, hint) for _, rule, _, hint in suspected(STEPS, at(7))}
    assert {
        ("swapped-lines", "swap"), ("missing-line", "item"), ("missing-line", "key"),
        ("missing-dash", "like"), ("stray-dash", "delete"), ("full-width-colon", "colon"),
    } <= kinds  # fmt: skip
    listed = suspected("- kind: role\n  id: a\n  duties: 如下\n    - 甲", at(4))
    assert (1, "list-in-text", 4, "block") in listed
    signs = suspected("- {kind: role, id: a", at(1))
    assert (1, "missing-sign", 1, "put") in signs


def test_a_word_that_is_nearly_right_goes_before_all() -> None:
    text = "- kind: role\n  id: a\n  titel: 文员"
    told = problem("unknown-key", Place("content/a.yml", 13, 3), "nearest",
                   key="titel", nearest="title", known="")  # fmt: skip
    (likely, slip), *_ = suspicions(lines_of(text), [told], 10)
    assert (likely, slip.rule, slip.mended) == (0, "unknown-key", {2: "  title: 文员"})
    kind = problem("unknown-kind", Place("content/a.yml", 11, 9), "nearest",
                   kind="role", nearest="unit", kinds="")  # fmt: skip
    assert next(suspicions(lines_of(text), [kind], 10))[1].mended == {0: "- kind: unit"}
    other = problem("unknown-key", Place("content/a.yml", 13, 3), "known", key="titel")
    assert all(likely > 0 for likely, _ in suspicions(lines_of(text), [other], 10))


def test_a_line_far_out_of_its_column_is_hardly_a_slip() -> None:
    near = suspected("- kind: role\n  id: a\n    title: 文员", at(3))
    far = suspected("- kind: role\n  id: a\n            title: 文员", at(3))
    assert 2 in {likely for likely, rule, line, _ in near if rule == "indentation" and line == 3}
    rated = {likely for likely, rule, line, _ in far if rule == "indentation" and line == 3}
    assert rated == {8, 9}


def test_lines_told_of_and_those_above_are_looked_at_and_the_very_first() -> None:
    text = "- kind: role\n" + "\n".join(f"  k{n}: x" for n in range(30))
    lines = {line for _, rule, line, _ in suspected(text, at(20)) if rule == "swapped-lines"}
    assert {20, 19, 18, 17, 21, 1} <= lines
    assert 10 not in lines
    assert 25 in {line for _, _, line, _ in suspected(text, given_up=(24,))}
    comment = suspected("# 说明\n\n- kind: role\n  id: a", at(4))
    assert 1 not in {line for _, _, line, _ in comment}


def test_keys_that_a_record_could_have_and_has_not_may_have_been_lost() -> None:
    lost = [
        slip.details["example"] for _, slip in suspicions(lines_of(STEPS), [at(7)], 0)
        if slip.rule == "missing-line" and slip.hint == "key"
    ]  # fmt: skip
    assert "how:" in lost
    assert "do:" in lost
    assert "id:" not in lost[: lost.index("how:")]
