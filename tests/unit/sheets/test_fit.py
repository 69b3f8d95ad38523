"""What does not fit on paper is found on the laid-out pages, with its place in the YAML."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from pathlib import Path

import pytest

from handbook.compose.sheets import compose_sheets
from handbook.languages import LANGUAGES, tell
from handbook.model.load import load
from handbook.problems import PRINTING
from handbook.sheets import limits
from handbook.sheets.cache import Cache
from handbook.sheets.limits import limits_of
from handbook.sheets.outcome import Misfit
from handbook.sheets.press import print_sheets
from handbook.sheets.worker import Pressed, Spoilt, press

INVALID = Path(__file__).parents[2] / "examples" / "invalid"
MEASURED = sorted(PRINTING.keys() - {"sheet-failed", "missing-glyph"})
NINE = (
    "- {kind: role, id: officer, title: 专员}\n"
    "- {kind: procedure, id: work, title: 办事, steps: ["
    + ", ".join(f"{{id: s{n}, do: 第{n}件, by: officer}}" for n in range(9))
    + "]}\n"
)


class Here(Executor):
    """Renders in this process."""

    def submit(self, function, html):
        future = Future()
        future.set_result(function(html))
        return future


def printed(project, cache):
    loaded = load(project)
    assert loaded.problems == ()
    return print_sheets(compose_sheets(loaded.handbook, project), cache=cache, executor=Here())


def written(folder, yaml):
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content/handbook.yml").write_text("title: 手册\norganisation: 单位\n")
    (folder / "content/all.yml").write_text(yaml)
    return folder


@pytest.mark.parametrize("rule", MEASURED)
def test_the_example_breaks_its_rule_and_no_other(rule, tmp_path, monkeypatch):
    if rule == "endless-sheet":
        monkeypatch.setattr(limits, "PAGES", 1)
    found = printed(INVALID / rule, tmp_path).problems
    told = [f"{each.place} {each.severity} {each.rule}" for each in found]
    assert told == (INVALID / rule / "expected.txt").read_text(encoding="utf-8").splitlines()
    for language in LANGUAGES:
        assert all("None" not in sentence for each in found for sentence in tell(each, language))


def test_nine_items_to_a_pause_point_are_not_too_many(tmp_path):
    made = printed(written(tmp_path, NINE), tmp_path / "cache")
    assert made.problems == ()
    assert made.files["print/work.card.pdf"].pages == 1


RULES = (
    "[{kind: policy, id: rules, title: 规定, articles: [{id: a, title: 上班, text: 按时上班。}]},\n"
    " {kind: term, id: word, title: 词, definition: 意思。}]\n"
)
LONELY = ".article__title { break-after: page !important }"  # so named in books only


def test_what_only_a_book_shows_is_told_with_the_definition_it_comes_from(tmp_path):
    project = written(tmp_path, RULES)
    styles = project / "templates/print/css/policy.css"
    styles.parent.mkdir(parents=True)
    styles.write_text(LONELY)
    [found] = printed(project, tmp_path / "cache").problems
    assert (found.rule, str(found.place)) == ("lone-heading", "content/all.yml:1:2")
    assert dict(found.details)["sheet"] == "print/handbook.pdf"


def test_what_a_sections_book_has_told_is_not_told_again_of_the_whole(tmp_path):
    project = written(tmp_path, "kind: term\nid: top\ntitle: 上\ndefinition: 上面。\n")
    shop = project / "content/shop"
    shop.mkdir()
    (shop / "section.yml").write_text("title: 店\n")
    (shop / "all.yml").write_text(RULES)
    styles = project / "templates/print/css/policy.css"
    styles.parent.mkdir(parents=True)
    styles.write_text(LONELY)
    made = printed(project, tmp_path / "cache")
    assert made.files["print/handbook.pdf"].misfits != ()
    [found] = made.problems
    assert dict(found.details)["sheet"] == "print/shop/handbook.pdf"


def test_a_decision_torn_in_a_book_too_is_told_once(tmp_path):
    made = printed(INVALID / "split-decision", tmp_path)
    torn = [uri for uri, each in made.files.items() if each.misfits]
    assert "print/handbook.pdf" in torn
    assert len(torn) > 1
    assert len(made.problems) == 1


def test_what_was_measured_stays_with_the_sheet_in_the_cache(tmp_path):
    cache = Cache(tmp_path)
    misfits = (Misfit("small-text", "", "6"), Misfit("crowded-pause", "ask", "11"))
    cache.put("ab" * 32, Pressed(b"%PDF", 1, (148, 210), misfits))
    assert cache.get("ab" * 32).misfits == misfits


def test_an_unchanged_sheet_is_told_of_again_without_being_rendered(tmp_path):
    first = printed(INVALID / "small-text", tmp_path)
    again = printed(INVALID / "small-text", tmp_path)
    assert again.rendered == 0
    assert again.problems == first.problems != ()


def test_a_sheet_of_too_many_pages_is_one_problem_and_the_others_are_made(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "PAGES", 1)
    text = (INVALID / "endless-sheet/content/all.yml").read_text(encoding="utf-8")
    rows = "".join(f"  {line}\n" for line in text.splitlines())
    project = written(tmp_path, f"-\n{rows}- {{kind: policy, id: short, title: 短, articles: "
                      "[{id: a, text: 一条}]}\n")  # fmt: skip
    made = printed(project, tmp_path / "cache")
    assert [(each.rule, each.severity) for each in made.problems] == [("endless-sheet", "error")]
    assert {"print/short.policy.pdf", "print/handbook.pdf"} <= made.files.keys()


def test_a_book_may_take_longer_and_more_pages_than_a_sheet():
    sheet, book = limits_of('<body class="card card">'), limits_of('<body class="book">')
    assert all(less < more for less, more in zip(sheet, book, strict=True))


def test_a_sheet_that_takes_too_long_is_a_value_of_its_own(monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.001)
    outcome = press("<body class='policy'><main>" + "<p>文字</p>" * 3000)
    assert isinstance(outcome, Spoilt)
    assert outcome.beyond == ("seconds", 0)
