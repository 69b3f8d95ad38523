"""Every key of a step is decided for every place; no template has a list of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.composed import NOWHERE

from handbook.compose.kinds.procedure.step_parts import BESIDE, FRAME, PARTS, PLACES, UNPUBLISHED
from handbook.compose.templates.environment import environment
from handbook.languages import LANGUAGES
from handbook.model.json_schema.words import field_words
from handbook.model.kinds.procedure import Step

TEMPLATES = Path(__file__).parents[5] / "templates"
MANNERS = TEMPLATES / "macros" / "step_parts.html"
ON_A_CARD = "card"  # whose lines are counted before they are drawn: its manners are Python


def test_every_key_of_a_step_is_a_part_of_its_frame_or_unpublished() -> None:
    said = {key for part in PARTS for key in part.keys}
    assert said | {*FRAME, *UNPUBLISHED} == set(Step.model_fields)


def test_a_part_has_one_name() -> None:
    names = [part.name for part in PARTS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("place", [place for place in PLACES if place != ON_A_CARD])
def test_the_manner_of_each_part_is_a_macro(place: str) -> None:
    manners = environment(NOWHERE).get_template("macros/step_parts.html").module
    wanted = {part.on(place) for part in PARTS} - {None, BESIDE}
    assert {manner for manner in wanted if not hasattr(manners, str(manner))} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_without_a_label_of_its_own_bears_that_of_its_key(language: str) -> None:
    own = [part.keys[0] for part in PARTS if part.label is None]
    assert all(field_words(Step, key, language)["label"] for key in own)


def test_no_template_but_that_of_the_manners_asks_for_a_part_of_a_step() -> None:
    keys = "|".join(key for part in PARTS for key in part.keys)
    asked = re.compile(rf"\bstep\.({keys})\b")
    listing = [
        path.relative_to(TEMPLATES).as_posix()
        for path in TEMPLATES.rglob("*")
        if path.suffix in (".html", ".md") and path != MANNERS
        if asked.search(path.read_text(encoding="utf-8"))
    ]
    assert listing == []
