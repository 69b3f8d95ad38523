"""What is written at any key comes out where tests/planted/carried.toml says, never as typed."""

from __future__ import annotations

import io
import re
import tomllib
from functools import cache

import pikepdf
import pytest
from pypdf import PdfReader
from tests.composed import NOWHERE
from tests.ours import PROJECT
from tests.planted.outlets import garden, handbook, outlets, sheets, words_of
from tests.planted.plant import Planted, as_yaml
from tests.planted.schema import all_keys
from tests.written import loaded

from handbook.compose.kinds.procedure.step_parts import PARTS, PLACES
from handbook.compose.pages.composition import Composition
from handbook.model.kinds import KINDS
from handbook.sheets.worker import Pressed, press

DECLARED = PROJECT / "tests" / "planted" / "carried.toml"
NO_WORDS = "shape"
WITH_IDS = ("desk", "fillable")  # data and markup, in which ids may stand
ABOUT_THE_TOOL = ("rules.md", "keys.md")  # which say how mentions are written
TEXTS = ("prose", "line", "plain")  # the manners of a step's texts
GATHERED = ("book", "overviews")  # which list whatever else there is, too


@cache
def carried() -> dict[str, str]:
    table = tomllib.loads(DECLARED.read_text(encoding="utf-8"))
    rows = ((kind, key, where) for kind, keys in table.items() for key, where in keys.items())
    return decided() | {f"{kind}.{key}": where for kind, key, where in rows}


def decided() -> dict[str, str]:
    """Return where the table of a step's parts says that its texts stand."""
    return {
        f"procedure.steps.{part.keys[0]}": " ".join(place for place in PLACES if part.on(place))
        for part in PARTS
        if part.page in TEXTS
    }


def planted_in(kind: str) -> list[Planted]:
    found = [each for each in garden().planted if each.key.partition(".")[0] == kind]
    return [each for each in found if carried()[each.key] not in ("", NO_WORDS)]


def is_a_word(planted: Planted) -> bool:
    """Figures may stand in an edition by chance."""
    return not any(sign.isdecimal() for sign in planted.word)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_declared(kind: str) -> None:
    known = all_keys(KINDS[kind], kind)
    wanted = {key for key, shape in known.items() if shape.sort not in ("part", "table")}
    wanted |= {key for key in known if key.endswith("slots.name")}
    assert wanted == {key for key in carried() if key.partition(".")[0] == kind}


@pytest.mark.parametrize("kind", KINDS)
def test_what_carries_words_is_planted(kind: str) -> None:
    said = {each.key for each in garden().planted}
    lacking = [key for key, where in carried().items() if where not in ("", NO_WORDS)]
    assert [key for key in lacking if key.startswith(f"{kind}.") and key not in said] == []


@pytest.mark.parametrize("kind", KINDS)
def test_everything_stands_where_it_is_declared(kind: str) -> None:
    lost = [
        (each.key, place)
        for each in planted_in(kind)
        for place in carried()[each.key].split()
        if each.word not in outlets()[kind][place]
    ]
    assert lost == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stands_where_it_is_not_declared(kind: str) -> None:
    notes = [each for each in garden().planted if carried()[each.key] == ""]
    extra = [
        (each.key, place)
        for each in (*planted_in(kind), *notes)
        for place, text in outlets()[kind].items()
        if is_a_word(each) and not each.is_mentioned
        if each.word in text and place not in carried()[each.key].split()
        if each.key.startswith(kind) or place not in GATHERED
    ]
    assert extra == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_mention_is_shown_as_typed(kind: str) -> None:
    assert [place for place, text in outlets()[kind].items() if "[[" in text or "![" in text] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_id_stands_in_the_place_of_a_title(kind: str) -> None:
    read = {place: text for place, text in outlets()[kind].items() if place not in WITH_IDS}
    assert [place for place, text in read.items() if "x-qy" in text] == []


def test_an_unknown_id_is_seen_at_every_key_that_may_mention_one() -> None:
    mentioning = [each for each in garden().planted if each.is_mentioned]
    in_notes = sum(each.key.endswith(".note") for each in mentioning)  # notes are not searched
    text = re.sub(r"\[\[x-qy\w+\]\]", "[[nothing]]", as_yaml(garden().definitions))
    found = [each.rule for each in loaded(text).problems]
    assert found == ["unknown-reference"] * (text.count("[[nothing]]") - in_notes)


def test_no_page_shows_an_id_or_a_mention_as_typed() -> None:
    pages = {page.uri: words_of(page.markdown) for page in Composition(handbook(), NOWHERE).rest()}
    pages = {uri: text for uri, text in pages.items() if uri not in ABOUT_THE_TOOL}
    assert [uri for uri, text in pages.items() if "x-qy" in text or "[[" in text] == []


PRESSED = ("procedure", "checklist", "card", "observe", "form", "script", "policy", "role", "pack")


@pytest.mark.parametrize("sheet", PRESSED)
def test_everything_declared_stands_on_the_paper(sheet: str) -> None:
    assert lost_on_paper(sheet) == []


@pytest.mark.long
@pytest.mark.parametrize("sheet", ["fillable", *GATHERED])
def test_everything_declared_stands_on_large_papers(sheet: str) -> None:
    assert lost_on_paper(sheet) == []


def lost_on_paper(sheet: str) -> list[str]:
    text = "".join(map(printed, sheets(sheet)))
    assert "[[" not in text
    places = ((each, carried()[each.key].split()) for each in garden().planted)
    wanted = [each for each, where in places if sheet in where]
    return [each.key for each in wanted if each.word not in text]


def printed(html: str) -> str:
    made = press(html)
    assert isinstance(made, Pressed), made
    reader = PdfReader(io.BytesIO(made.pdf))
    fields = str(reader.get_fields() or "")  # what can be filled in is no text of the page
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:  # cards and scripts show pictures alone
        figures = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary))
        pictured = "".join(str(thing.Alt) for thing in figures if "/Alt" in thing)
    said = "".join("".join(page.extract_text().split()) for page in reader.pages)
    return fields + pictured + said
