"""Only what would come out otherwise is made anew; and all of it is."""

from __future__ import annotations

import tempfile
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.edits import Edited

from handbook.compose.pages.published import without_drafts
from handbook.compose.sheets import compose_sheets
from handbook.model.handbook import Handbook
from handbook.model.load import load
from handbook.model.questions import Observed, World
from handbook.sheets.bound import keys_of
from handbook.site.order import Order
from handbook.site.outputs import FOLDER
from handbook.site.printing import Composing

EXAMPLES = Path(__file__).parents[2] / "examples" / "valid"
EXAMPLE = EXAMPLES / "every-field"


def composing(project: Path, handbook: Handbook, **order: object) -> Composing:
    return Composing(handbook, Order(project=project, **order))


def differing(project: Path, handbook: Handbook, **order: object) -> list[str]:
    """Compose by what is remembered; return the sheets that are not as from nothing."""
    made = composing(project, handbook, **order)
    found = {each.uri: each for each in made.sheets()}
    made.outputs.keep()
    whole = {each.uri: each for each in compose_sheets(handbook, project)}
    assert list(found) == list(whole)
    return [uri for uri in whole if not same(found[uri], whole[uri], made)]


def same(found, whole, made: Composing) -> bool:
    names = [each.name for each in fields(whole) if each.name not in ("html", "pieces")]
    is_known = all(getattr(found, name) == getattr(whole, name) for name in names)
    is_known = is_known and found.place == whole.place
    return (
        is_known and made.keys[found.uri] == keys_of(whole) and found.html in ("", whole.html)
    )


def made_anew(project: Path) -> list[str]:
    made = composing(project, load(project).handbook)
    made.sheets()
    made.outputs.keep()
    return made.outputs.made_anew


def edited_and_compared(data: st.DataObject, example: Path, edits: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        edited = Edited(example, Path(folder) / "project")
        differing(edited.project, edited.opened.handbook)
        done: list[str | None] = []
        for _ in range(edits):
            done.append(edited.edit(lambda among: data.draw(st.sampled_from(list(among)))))
            whole = edited.opened.handbook
            assert not differing(edited.project, whole), done
            if "draft" in done:
                assert not differing(edited.project, without_drafts(whole), drafts=False), done
            if "for an audience" in done:
                for audience in map(str, whole.settings.audiences[:1]):
                    if edited.is_fit_for(audience):
                        read = edited.opened.read_by(audience)
                        assert not differing(edited.project, read, audience=audience), done


@given(st.data())
@settings(max_examples=4)
def test_after_any_edits_each_sheet_is_as_from_nothing(data) -> None:
    edited_and_compared(data, EXAMPLE, 4)


@pytest.mark.long
@given(st.data())
@settings(max_examples=150)
def test_after_many_edits_each_sheet_is_as_from_nothing(data) -> None:
    edited_and_compared(data, EXAMPLE, 12)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Edited(EXAMPLE, tmp_path / "project").project


def change(project: Path, name: str, old: str, new: str) -> None:
    path = project / "content" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_nobody_changed_is_not_made_again(project) -> None:
    assert made_anew(project)
    assert made_anew(project) == []


def test_a_line_above_changes_nothing(project) -> None:
    made_anew(project)
    change(project, "procedures.yml", "- kind", "# 先看这里\n\n- kind")
    assert made_anew(project) == []


def test_the_way_a_build_is_read_by_others_is_remembered_apart(project) -> None:
    made_anew(project)
    handbook = without_drafts(load(project).handbook)
    assert composing(project, handbook, drafts=False).sheets()
    assert made_anew(project) == []


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\x00", b'{"seal": 1, "told": {}}'])
def test_a_record_that_is_not_ours_counts_for_nothing(project, content: bytes) -> None:
    made_anew(project)
    for record in (project / FOLDER).iterdir():
        record.write_bytes(content)
    assert made_anew(project)


def test_a_record_of_another_program_counts_for_nothing(project, monkeypatch) -> None:
    made_anew(project)
    monkeypatch.setattr("handbook.site.printing.program", lambda: ("another",))
    assert made_anew(project)


def test_the_own_templates_of_a_project_count(project) -> None:
    made_anew(project)
    (project / "templates").mkdir()
    (project / "templates" / "note.html").touch()
    assert made_anew(project)


def test_an_observed_handbook_decides_what_each_question_is() -> None:
    names = {each.name for each in fields(Handbook)} | {n for n in vars(Handbook) if n[0] != "_"}
    inherited = names - vars(Observed).keys()
    # These ask only what is decided.
    assert inherited == {
        "organisation", "whole", "current", "listed", "subsections", "find", "all_of", "meant",
        "seconds", "duration", "meant_by", "lineage", "successor", "_flows",
    }  # fmt: skip


def test_an_observed_definition_is_one_of_its_kind_and_notes_each_field() -> None:
    handbook = load(EXAMPLE).handbook
    world = World(handbook)
    for definition in handbook.definitions:
        seen = world.begin()[definition.address]
        assert isinstance(seen, type(definition))
        assert (seen.address, seen.section) == (definition.address, definition.section)
        for name in type(definition).model_fields:
            world.begin()
            assert getattr(seen, name) is getattr(definition, name)
            assert ("field", definition.address, name) in world.notes
        world.begin()
        assert seen._written is definition._written
        assert ("whole", definition.address) in world.notes
