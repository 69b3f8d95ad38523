"""A slip is told once, where it was made, with the cure that mends it."""

from __future__ import annotations

import datetime

import pytest

from handbook.check.known import judge
from handbook.languages import tell
from handbook.model.language import language_of
from handbook.model.load import load

TODAY = datetime.date(2026, 11, 1)
SETTINGS = "title: T\norganisation: O\nlanguage: en\n"
STEPS = """\
- kind: procedure
  id: refund
  title: Refund
  steps:
    - id: record
      do: Write it down
      by: TBD
      checks:
        - The words of the customer
        - The number
    - id: decide
      do: Decide
      by: TBD
- kind: form
  id: slip
  title: Slip
  groups:
    - title: Customer
      fields:
        - {id: name, label: Name}
        - {id: phone, label: Phone}
    - title: Case
      fields:
        - {id: what, label: What}
- kind: term
  id: return
  title: Return
  definition: Goods that come back.
"""


@pytest.fixture
def cures(tmp_path):
    """Return what is told of files, each as place, rule and hint."""

    def told(**files: str) -> list[str]:
        for name, text in {"handbook": SETTINGS, **files}.items():
            path = tmp_path / "content" / f"{name.replace('__', '/')}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        found = judge(tmp_path, load(tmp_path), TODAY).problems
        return [
            f"{each.place.path.removeprefix('content/')}:{each.place.line} {each.rule}"
            f" | {tell(each, 'en')[1]}"
            for each in found
        ]

    return told


def without(line: str) -> str:
    assert line in STEPS
    return STEPS.replace(line, "", 1)


@pytest.mark.parametrize(
    ("line", "at", "cure"),
    [
        ("- kind: form\n", 14, "- kind: …"),
        ("- kind: term\n", 25, "- kind: …"),
        ("    - id: decide\n", 11, "- id: …"),
        ("      checks:\n", 8, "'checks:'"),
        ("  steps:\n", 4, "'steps:'"),
        ("  groups:\n", 17, "'groups:'"),
        ("    - title: Case\n", 22, "- title: …"),
    ],
)
def test_a_line_that_is_gone_is_named(cures, line, at, cure):
    (told,) = cures(all=without(line))
    assert told.startswith(f"all:{at} ".replace("all", "all.yml"))
    assert cure in told
    assert "delete" not in told


@pytest.mark.parametrize(
    ("line", "at", "cure"),
    [("      branches:\n", 14, "'branches:'"), ("        - when: Yes\n", 15, "- when: …")],
)
def test_a_line_that_is_gone_above_a_branch_is_named(cures, line, at, cure):
    ways = {"Yes": "end", "No": "record"}
    branches = "".join(f"        - when: {when}\n          go: {ways[when]}\n" for when in ways)
    branches = f"      branches:\n{branches}"
    decide = "      do: Decide\n      by: TBD\n"
    (told,) = cures(all=STEPS.replace(decide, decide + branches).replace(line, "", 1))
    assert told.startswith(f"all.yml:{at} ")
    assert cure in told


def test_a_merge_conflict_is_one_problem(cures):
    title = "<<<<<<< HEAD\n  title: Refund\n||||||| base\n=======\n  title: Refunds\n>>>>>>> b\n"
    (told,) = cures(all=STEPS.replace("  title: Refund\n", title))
    assert told.startswith("all.yml:3 merge-conflict | choose one of the two")


def test_a_merge_conflict_on_a_page_is_one_problem(cures, tmp_path):
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    text = (
        "# Us\n\n<<<<<<< HEAD\nWe are here.\n=======\nWe are there.\n>>>>>>> b\n\nTitle\n=======\n"
    )
    (pages / "us.md").write_text(text, encoding="utf-8")
    (told,) = cures(all=STEPS)
    assert told.startswith("pages/us.md:3 merge-conflict")


def test_what_is_said_within_a_conflict_is_no_problem_of_its_own(cures, tmp_path):
    told = cures(
        all=STEPS.replace("by: TBD", "by: [\n<<<<<<< HEAD\n a,\n=======\n b,\n>>>>>>> x\n]", 1)
    )
    assert [each.partition(" |")[0] for each in told] == ["all.yml:8 merge-conflict"]
    (tmp_path / "content/pages").mkdir()
    head = "<<<<<<< a\n---\naudience: staff\n---\n=======\n---\ntitle: x\n---\n>>>>>>> b\n# Y\n"
    (tmp_path / "content/pages/x.md").write_text(head, encoding="utf-8")
    told = cures(all=STEPS)
    assert [each.partition(" |")[0] for each in told] == ["pages/x.md:1 merge-conflict"]


@pytest.mark.parametrize("written", ["[[clerk]]", "[[clerk|they]]", "“clerk”"])
def test_an_id_in_the_brackets_of_running_text_is_known(cures, written):
    role = "- {kind: role, id: clerk, title: Clerk}\n"
    text = f"- {{kind: procedure, id: p, title: P, steps: [{{id: a, do: A, by: '{written}'}}]}}\n"
    (told, *_) = cures(all=role + text)
    assert told == "all.yml:2 unknown-reference | did you mean 'clerk' (content/all.yml:1:3)?"


def test_a_step_in_the_brackets_of_running_text_is_known(cures):
    (told,) = cures(all=STEPS.replace("by: TBD", "by: TBD\n      next: '[[decide]]'", 1))
    assert told == "all.yml:8 branch-to-nowhere | did you mean 'decide'?"


def test_the_near_id_in_the_same_section_goes_before_the_exact_one_elsewhere(cures):
    role = "- {{kind: role, id: {}, title: {}}}\n"
    policy = "- {kind: policy, id: p, title: P, owner: clerks, articles: [{id: a, text: A}]}\n"
    told = cures(
        a__section="title: A\n", a__all=role.format("clerk", "Clerk") + policy,
        b__section="title: B\n", b__all=role.format("clerks", "Clerks"),
    )  # fmt: skip
    assert "a/all.yml:2 unknown-reference | did you mean 'clerk' (content/a/all.yml:1:3)?" in told


def test_a_misspelt_id_is_told_where_it_is_given_and_not_where_it_is_meant(cures):
    texts = "".join(f"    - {{id: {each}, text: 'See [[return]].'}}\n" for each in "abc")
    policy = f"- kind: policy\n  id: p\n  title: P\n  articles:\n{texts}"
    (told,) = cures(all=STEPS.replace("id: return", "id: retrun"), policy=policy)
    assert told == ("all.yml:26 misspelt-id | if this is what is meant, write 'id: return' here")


def test_what_lost_its_id_makes_mentions_of_it_no_problem(cures):
    policy = "kind: policy\nid: p\ntitle: P\narticles: [{id: a, text: 'See [[return]].'}]\n"
    (told,) = cures(all=without("  id: return\n"), policy=policy)
    assert told.startswith("all.yml:25 missing-id")


def test_a_step_that_lacks_something_is_told_by_its_number(cures, tmp_path):
    cures(all="kind: procedure\nid: p\ntitle: P\nsteps: [{do: A, by: TBD}]\n")
    (found,) = judge(tmp_path, load(tmp_path), TODAY).problems
    assert tell(found, "en")[0] == "the key 'id' is missing in step 1"


def test_a_misspelt_key_is_one_problem(cures):
    assert cures(all=STEPS, a__section="titel: A\n") == [
        "a/section.yml:1 unknown-key | did you mean 'title'?"
    ]


@pytest.mark.parametrize("sheet", ["name: A\n", "label: A\n", "titre: A\n"])
def test_what_a_section_lacks_never_makes_it_a_list(cures, sheet):
    told = cures(all=STEPS, a__section=sheet)
    assert not [each for each in told if "missing-dash" in each or "not-a-mapping" in each]
    assert told[0].startswith("a/section.yml:1 ")


@pytest.mark.parametrize("text", ["", "# only a comment\n", "''\n"])
def test_an_empty_file_about_its_folder_is_not_to_be_deleted(cures, text):
    for name in ("a__section", "handbook"):
        (told, *_) = cures(all=STEPS, **{name: text})
        assert "empty-file | write at least its title" in told
        cures(all=STEPS, a__section="title: A\n")


def test_settings_that_are_a_list_are_told_as_that(cures, tmp_path):
    (told,) = cures(all=STEPS, handbook="- a\n")
    assert told.startswith("handbook.yml:1 not-a-mapping")
    assert language_of(tmp_path) is None  # and the system's language is spoken


@pytest.mark.parametrize(("written", "meant"), [("cn", "zh-CN"), ("TW", "zh-TW"), ("EN", "en")])
def test_the_choice_that_holds_what_is_written_is_meant(cures, written, meant):
    (told,) = cures(all=STEPS, handbook=SETTINGS.replace(": en", f": {written}"))
    assert f"did you mean '{meant}'?" in told


def test_a_misspelt_kind_is_one_problem(cures):
    (told,) = cures(all=STEPS.replace("kind: form", "kind: from"))
    assert told == "all.yml:14 unknown-kind | did you mean 'form'?"


def test_a_default_that_is_overdue_is_told_once(cures):
    policy = "- {{kind: policy, id: p{0}, title: P{0}, articles: [{{id: a, text: A}}]}}\n"
    (told,) = cures(
        a__section="title: A\ndefaults:\n  effective: 2020-01-01\n  review_every: 1y\n",
        a__all="".join(policy.format(number) for number in range(9)),
    )
    assert told.startswith("a/section.yml:3 review-overdue | this day is a default")


def test_a_misspelt_place_of_a_known_finding_still_covers_it(cures):
    role = "- {kind: role, id: idle, title: Idle, headcount: 1}\n"
    (told,) = cures(
        roles=role, **{"known-findings": "- {rule: unused-role, at: content/rols.yml, why: so}\n"}
    )
    assert told.startswith("known-findings.yml:1 bad-known-finding")
    assert "did you mean 'content/roles.yml'?" in told


@pytest.mark.parametrize(
    ("every", "written"),
    [
        ("工作日", "{every: 日, on: 工作日}"),
        ("每个工作日", "{every: 日, on: 工作日}"),
        ("weekdays", "{every: day, on: weekdays}"),
        ("every working day", "{every: day, on: weekdays}"),
        ("周末", "{every: 周, on: 周末}"),
        ("月底", "{every: 月, on: 月末}"),
        ("每天10:00", '{every: 天, at: "10:00"}'),
        ("每周五10:00", '{every: 周, on: 周五, at: "10:00"}'),
        ("month on the 1st", "{every: month, on: 1st}"),
    ],
)
def test_a_day_or_a_time_in_every_is_shown_in_its_own_key(cures, every, written):
    steps = "steps: [{id: a, do: A, by: TBD}]\n"
    text = f"kind: procedure\nid: p\ntitle: P\nschedule: {{every: '{{}}'}}\n{steps}"
    (told,) = cures(all=text.replace("{}", every))
    assert told.endswith(written)
    assert cures(all=text.replace("{every: '{}'}", written)) == []


def test_a_line_to_line_up_with_stands_in_the_same_definition(cures):
    (told,) = cures(all=STEPS.replace("  title: Slip", "   title: Slip"))
    assert told == (
        "all.yml:16 indentation | it begins with 3 spaces; to line up with line 15 it needs 2"
    )


def test_what_is_really_called_lost_is_there(cures, tmp_path):
    cures(all=STEPS.replace("id: return", "id: lost"))
    assert [str(each.id) for each in load(tmp_path).handbook.definitions] == [
        "refund",
        "slip",
        "lost",
    ]
