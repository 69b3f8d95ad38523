"""Loading again makes anew what changed, and nothing else; the outcome is that of a first load."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.model import definitions
from handbook.model.export import as_json
from handbook.model.load import load
from handbook.model.memory import Memory

FILES = {
    "handbook.yml": "title: 手册\norganisation: 店\nfields: [{key: hat, on: role, label: 帽}]\n",
    "all.yml": """\
- {kind: role, id: clerk, title: 接待员, own: {hat: 红}}
- {kind: role, id: head, title: 店长}
""",
    "shop/section.yml": "title: 门店\ndefaults: {owner: head}\n",
    "shop/work.yml": """\
- kind: procedure
  id: visit
  title: 接待来客
  code: A-1
  steps: [{id: greet, do: 问好, by: clerk}]
- {kind: policy, id: rules, title: 规定, code: A-2, articles: [{id: a, text: 见 [[visit]]}]}
""",
}
EDITS = {
    "a word": ("all.yml", "店长", "经理"),
    "a line above": ("shop/work.yml", "- kind: procedure", "# 说明\n- kind: procedure"),
    "a default": ("shop/section.yml", "owner: head", "owner: clerk"),
    "the title of a section": ("shop/section.yml", "门店", "柜台"),
    "a mistake": ("shop/work.yml", "by: clerk", "by: nobody"),
    "a file that is no YAML": ("all.yml", "title: 店长}", "title: 店长"),
    "a field of its own": ("handbook.yml", "key: hat", "key: cap"),
    "a section that is none": ("shop/section.yml", FILES["shop/section.yml"], "[]\n"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """The ids of the definitions that were made, in turn."""
    ids: list[str] = []
    make = definitions.definition_of

    def listed(node, section, own):
        ids.append(str(node["id"]))
        return make(node, section, own)

    monkeypatch.setattr(definitions, "definition_of", listed)
    return ids


def told(project: Path, memory: Memory | None = None) -> tuple:
    loaded = load(project, memory)
    places = [(str(each.id), each.place) for each in loaded.handbook.definitions]
    return as_json(loaded.handbook), loaded.problems, places


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_changed_is_seen_and_so_is_what_is_changed_back(project: Path, edit: tuple) -> None:
    name, before, after = edit
    path, memory = project / "content" / name, Memory()
    first = told(project, memory)
    path.write_text(FILES[name].replace(before, after), "utf-8")
    assert told(project, memory) == told(project) != first
    path.write_text(FILES[name], "utf-8")
    assert told(project, memory) == first


def test_only_what_changed_is_made_anew(project: Path, made: list[str]) -> None:
    memory = Memory()
    load(project, memory)
    assert sorted(made) == ["clerk", "head", "rules", "visit"]
    made.clear()
    load(project, memory)
    assert made == []
    path = project / "content/all.yml"
    path.write_text(path.read_text("utf-8").replace("店长", "经理"), "utf-8")
    load(project, memory)
    assert made == ["clerk", "head"]
    made.clear()
    (project / "content/shop/section.yml").write_text("title: 柜台\n", "utf-8")
    load(project, memory)
    assert made == ["visit", "rules"]


def test_an_older_handbook_keeps_its_own_sections(project: Path) -> None:
    memory = Memory()
    older = load(project, memory).handbook
    newer = load(project, memory).handbook
    for handbook in (older, newer):
        mine = {id(section) for section in handbook.sections}
        assert all(id(each.section) in mine for each in handbook.definitions)


def test_what_is_gone_is_forgotten_after_another_load(project: Path, made: list[str]) -> None:
    memory, path = Memory(), project / "content/shop/work.yml"
    load(project, memory)
    text = path.read_text("utf-8")
    path.unlink()
    load(project, memory)
    load(project, memory)
    made.clear()
    path.write_text(text, "utf-8")
    load(project, memory)
    assert made == ["visit", "rules"]
