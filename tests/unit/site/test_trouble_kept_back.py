"""A preview for an audience shows no line of what is kept back from it, whatever is wrong there."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.check.known import judge
from handbook.model.load import load
from handbook.opening import today
from handbook.site.order import Order
from handbook.site.run import BuildFailed
from handbook.site.serve import Preview
from handbook.site.trouble import for_readers, overlay

SETTINGS = "title: H\norganisation: O\nlanguage: en\naudiences: [public, staff, manager]\n"
OPEN = "- {kind: term, id: open-word, title: Open word, definition: see [[nowhere]]}\n"
SECRET = "TOKENX"
# A definition for managers with something wrong in it; the file begins with one for everyone.
WRONG = (
    "- {kind: term, id: x, title: TOKENX, audience: manager, definition: see [[tokenx]]}\n",
    "- {kind: term, id: x, title: TOKENX, audiance: manager, definition: see [[tokenx]]}\n",
    "- {kind: term, id: x, title: TOKENX, Audience: manager, definition: a}\n",
    "- {kind: term, id: x, title: TOKENX, audience: [manager], definition: see [[tokenx]]}\n",
    "- {kind: term, id: x, title: TOKENX, audience: boss, definition: a}\n",
    "- {kind: term, title: TOKENX, audience: manager, definition: a}\n",
    "- {kind: trem, id: x, title: TOKENX, audience: manager, definition: a}\n",
    "- kind: term\n  id: x\n  title: TOKENX: plan\n  audience: manager\n  definition: a\n",
    "- kind: term\n  id: x\n  audience：manager\n  title: TOKENX\n  definition: see [[tokenx]]\n",
    "- {kind: term, id: open-word, title: TOKENX, audience: manager, definition: a}\n",
)


def shown(project: Path, files: dict[str, str], audience: str | None = "staff") -> str:
    for name, text in {"content/handbook.yml": SETTINGS, **files}.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    problems = judge(project, load(project), today()).problems
    assert problems
    failure = BuildFailed("see the problems", tuple(problems), "en")
    return overlay(for_readers(failure, project, audience), project, "en", has_site=False)


@pytest.mark.parametrize("wrong", WRONG)
def test_lines_for_managers_are_not_shown(tmp_path, wrong) -> None:
    html = shown(tmp_path, {"content/all.yml": OPEN + wrong})
    assert SECRET.lower() not in html.lower()
    assert "terminal" in html
    assert SECRET.lower() in shown(tmp_path, {}, audience=None).lower()


def test_what_is_for_these_readers_is_shown(tmp_path) -> None:
    html = shown(tmp_path, {"content/all.yml": OPEN})
    assert "[[<mark>nowhere" in html
    assert "terminal" not in html


def test_a_page_for_managers_and_a_broken_section_are_kept_back_too(tmp_path) -> None:
    files = {
        "content/pages/plan.md": "---\naudience: manager\n---\n# TOKENX\n\n[[tokenx]]\n",
        "content/pages/odd.md": "audience: manager\n\n# TOKENX\n",
        "content/pages/list.md": "# List\n\n[[nowhere]]\n",
        "content/shop/section.yml": "title: TOKENX\ndefaults: {audiance: manager}\n",
        "content/shop/a.yml": "{kind: term, id: y, title: TOKENX, definition: '[[tokenx]]'}\n",
    }
    html = shown(tmp_path, files)
    assert SECRET.lower() not in html.lower()
    assert "nowhere" in html


def test_a_failure_without_problems_is_told_by_the_terminal_only(tmp_path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "handbook.yml").write_text(SETTINGS)
    kept = for_readers(RuntimeError("TOKENX"), tmp_path, "staff")
    html = overlay(kept, tmp_path, "en", has_site=False)
    assert SECRET not in html
    assert "terminal" in html


def test_the_preview_keeps_it_back_and_its_terminal_tells_it(tmp_path) -> None:
    shown(tmp_path, {"content/all.yml": OPEN + WRONG[0]})
    told: list[str] = []
    order = Order(project=tmp_path, audience="staff")
    preview = Preview(order, tmp_path / "out", report=told.append)
    server = preview.server("127.0.0.1", 8000)
    problems = tuple(judge(tmp_path, load(tmp_path), today()).problems)
    server.fail(BuildFailed("\n".join(map(str, problems)), problems, "en"))
    assert SECRET.lower() not in server.notice.decode().lower()
    assert b"nowhere" in server.notice
    assert any("tokenx" in line for line in told)
    server.server_close()
