"""A fault of the project's own templates is told with file, line and cure; never as unforeseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.compose.sheets import compose_sheets
from handbook.compose.templates.environment import environment, shipped_templates
from handbook.compose.templates.faults import TemplateFault, fault_of
from handbook.languages import LANGUAGES, catalogue
from handbook.model.load import load

CONTENT = """\
- kind: procedure
  id: visit
  title: Visit
  steps: [{id: greet, do: Say hello}]
"""
OWN = "print/own.html"
PARTS = (shipped_templates() / "print" / "parts.html").read_text(encoding="utf-8")


def put(project: Path, name: str, text: str | bytes) -> None:
    path = project / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def fault_in(project: Path, text: str | bytes) -> TemplateFault:
    """Return what is told of a template of one's own."""
    put(project, OWN, text)
    with pytest.raises(TemplateFault) as caught:
        environment(project).get_template(OWN).render(sheet="x", t=str)
    return caught.value


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("{% for x in [1] %}\n\n", 2, "unclosed"),
        ("{% if 1 %}\n{% for x in y %}\n{% endif %}{% endfor %}", 3, "crossed"),
        ("a\n{% endif %}", 2, "stray"),
        ("a\n{% fro x in y %}", 2, "no-tag-nearest"),
        ("a\n{% zzzzzz %}", 2, "no-tag"),
        ("a\n{{ sheet|uper }}", 2, "no-filter-nearest"),
        ("a\n{{ sheet|zzzzzz }}", 2, "no-filter"),
        ("a\n{{ 1 if sheet is defned }}", 2, "no-test-nearest"),
        ("a\n{{ 1 if sheet is zzzzzz }}", 2, "no-test"),
        ("a\n\n{{ shet }}", 3, "no-name-nearest"),
        ("a\n\n{{ zzzzzz.code }}", 3, "no-name"),
        ("a\n\n{{ sheet.nope }}", 3, "no-part"),
        ("a\n\n{{ {}['nope'] }}", 3, "no-part"),
        ("a\n{% include 'print/css/pge.css' %}", 2, "no-template-nearest"),
        ("a\n{% include 'zzzzzz' %}", 2, "no-template"),
        ("{% extends 'print/bse.html' %}", 1, "no-template-nearest"),
        ("a\n{% from 'print/parts.html' import zzzzzz %}{{ zzzzzz() }}", 2, "no-macro"),
        ("a\n{% import 'print/parts.html' as p %}\n{{ p.zzzzzz() }}", 3, "no-macro"),
        ("a\n{% macro q() %}{% endmacro %}\n{{ q(1) }}", 3, "takes-other"),
        ("{% include 'print/own.html' %}", 1, "circle"),
        ("{% extends 'print/own.html' %}", 1, "circle"),
        ("a\n{{ sheet }", 2, "no-sign"),
        ("a\n{{ sheet，t }}", 2, "no-sign"),
        ("a\n{{ sheet", 2, "open-sign"),
        ("a\n{# sheet", 2, "open-sign"),
        ("a\n{{ sheet sheet }}", 2, "unreadable"),
        ("a\n{{ 1 + 'x' }}", 2, "other"),
        ("a\n{{ 1 / 0 }}", 2, "other"),
        ("a\n{{ t(1, 2, 3, 4) }}", 2, "other"),
        (b"a\nb\xe9\n", 2, "encoding"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, text, line, key) -> None:
    fault = fault_in(tmp_path, text)
    assert (fault.place, fault.key) == (f"templates/print/own.html:{line}", key)


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("{% for x in [1] %}", {"word": "for"}),
        ("{% if 1 %}{% for x in y %}{% endif %}{% endfor %}", {"word": "endif", "open": "for"}),
        ("{% endif %}", {"word": "endif"}),
        ("{% fro x in y %}", {"word": "fro", "nearest": "for"}),
        ("{% zzzzzz %}", {"word": "zzzzzz"}),
        ("{{ sheet|uper }}", {"word": "uper", "nearest": "upper"}),
        ("{{ 1 if sheet is defned }}", {"word": "defned", "nearest": "defined"}),
        ("{{ shet }}", {"word": "shet", "nearest": "sheet"}),
        ("{{ sheet.nope }}", {"word": "nope"}),
        ("{% include 'print/css/pge.css' %}",
         {"word": "print/css/pge.css", "nearest": "print/css/page.css"}),
        ("{% from 'print/parts.html' import zzz %}{{ zzz() }}", {"word": "zzz"}),
        ("{% macro q() %}{% endmacro %}{{ q(1) }}", {"word": "q"}),
        ("{{ sheet，t }}", {"word": "，"}),
        ("{{ 1 / 0 }}", {"said": "ZeroDivisionError: division by zero"}),
    ],
)  # fmt: skip
def test_what_is_told_names_the_word_and_what_was_meant(tmp_path, text, details) -> None:
    fault = fault_in(tmp_path, text)
    told = {key: word for key, word in fault.details.items() if word and key in details}
    assert told == details
    assert ("nearest" in fault.details) is ("nearest" in details)
    assert all(word in fault.told("en") for word in details.values())


@pytest.mark.parametrize(
    ("name", "text", "line", "key"),
    [
        ("print/parts.html", "", 1, "beneath-no-macro"),
        ("print/parts.html", PARTS.replace("macro head(sheet, t,", "macro head("), None,
         "beneath-takes-other"),
        ("print/css/page.css", "a {}\n{{ nope }}", 2, "no-name"),
        ("print/base.html", "a\n{{ shet }}", 2, "no-name-nearest"),
    ],
)  # fmt: skip
def test_a_template_that_ours_draw_on_is_told(tmp_path, name, text, line, key) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "all.yml").write_text(CONTENT, encoding="utf-8")
    put(tmp_path, name, text)
    line = line or text[: text.index("macro head(")].count("\n") + 1
    with pytest.raises(TemplateFault) as caught:
        compose_sheets(load(tmp_path).handbook, tmp_path)
    assert (caught.value.place, caught.value.key) == (f"templates/{name}:{line}", key)


def test_a_template_may_lie_in_a_project_that_is_reached_by_a_link(tmp_path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "linked").symlink_to("real")
    assert fault_in(tmp_path / "linked", "{{ nope }}").place == "templates/print/own.html:1"


def test_a_template_is_taken_away_only_where_there_is_one_of_ours(tmp_path) -> None:
    assert "to have ours again" not in str(fault_in(tmp_path, "{{ zzzzzz }}"))
    put(tmp_path, "print/card.html", "{{ zzzzzz }}")
    with pytest.raises(TemplateFault, match="to have ours again"):
        environment(tmp_path).get_template("print/card.html").render()


def test_what_fails_in_our_own_templates_is_not_blamed_on_the_project(tmp_path) -> None:
    with pytest.raises(Exception, match="sheet") as caught:
        environment(tmp_path).get_template("print/card.html").render()
    assert fault_of(caught.value, tmp_path) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_is_a_sentence_in_every_language(language) -> None:
    words = dict.fromkeys(("word", "open", "nearest", "file", "line", "said"), "q")
    for key in catalogue(language, "templates")["what"]:
        told = TemplateFault("a.html:1", key, has_ours=True, **words).told(language)
        assert told.startswith("a.html:1: ")
        assert told.count("q") >= (key not in ("circle", "encoding", "open-sign"))
