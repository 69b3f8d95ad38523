"""An English handbook in which every key is written says nothing in Chinese."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests.composed import compose_books, compose_overviews
from tests.ours import PROJECT
from tests.unit.languages.test_words import simplified
from tests.unit.model.edition.test_every_key import keys_of, parts_of, written_in

from handbook.compose.desk.embedded import desk_words
from handbook.compose.pages.composition import compose_pages
from handbook.compose.sheets import compose_sheets
from handbook.compose.templates.environment import environment
from handbook.model.export import as_json
from handbook.model.handbook import Handbook
from handbook.model.json_schema.files import schemas
from handbook.model.kinds import KINDS
from handbook.model.load import load
from handbook.model.special_files import SPECIAL, SpecialFile

ENGLISH = PROJECT / "tests" / "examples" / "valid" / "every-field-in-english"
STYLES = PROJECT / "templates" / "print"
CHINESE = re.compile(r".{0,30}[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffef]")
# A space after the label of a blank or before a unit is all that may stand between two words.
_STYLE = re.compile(r"(?s)<style>.*?</style>")
GLUED = re.compile(r"[a-z](?:after|within|before|by|until)\b(?! )|[a-z]→")


@cache
def handbook() -> Handbook:
    loaded = load(ENGLISH)
    assert loaded.problems == ()
    return loaded.handbook


@cache
def outputs() -> dict[str, str]:
    return outputs_of(handbook())


def outputs_of(handbook: Handbook) -> dict[str, str]:
    """Return all that is made, as text by address."""
    made: dict[str, str] = {}
    for page in compose_pages(handbook, ENGLISH):
        made[page.uri] = page.markdown
        for file in page.attachments:
            made[file.uri] = _as_text(file.content)
    templates = environment(ENGLISH)
    for sheet in (
        *compose_sheets(handbook, ENGLISH),
        *compose_overviews(handbook, templates),
        *compose_books(handbook, templates),
    ):
        made[sheet.uri] = sheet.html
    made["handbook.json"] = as_json(handbook)
    made["desk"] = str(desk_words(handbook.settings))
    made["schemas"] = "\n".join(_told(schemas(handbook)))
    return made


def _told(schema: Any) -> Iterator[str]:
    """Yield what a schema says to people: its patterns know the words of all languages."""
    for key, inner in schema.items() if isinstance(schema, dict) else enumerate(schema):
        if isinstance(inner, dict | list):
            yield from _told(inner)
        elif key != "pattern":
            yield str(inner)


def _as_text(content: bytes) -> str:
    if not content.startswith(b"PK"):
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        # A theme names a typeface for each script of the world.
        said = (name for name in parts.namelist() if not name.startswith("xl/theme/"))
        return "\n".join(parts.read(name).decode("utf-8") for name in said)


def test_every_key_of_every_kind_stands_in_it() -> None:
    every = set().union(*(keys_of(part) for kind in KINDS.values() for part in parts_of(kind)))
    assert every - {key for each in handbook().definitions for key in written_in(each)} == set()


@pytest.mark.parametrize(
    "special", [each for each in SPECIAL if not each.for_editors], ids=lambda each: each.name
)
def test_every_key_of_the_files_that_readers_are_shown_stands_in_it(special: SpecialFile) -> None:
    made = handbook()
    sheets = (each.sheet for each in made.sections if each.sheet)
    kept = (part for each in made.kept for part in each.parts)
    written = set(written_in((made.settings, *sheets, *kept)))
    assert set().union(*map(keys_of, parts_of(special.part))) - written == set()


def test_nothing_that_is_made_of_it_holds_a_chinese_sign() -> None:
    found = {uri: CHINESE.findall(text)[:3] for uri, text in outputs().items()}
    assert {uri: signs for uri, signs in found.items() if signs} == {}


def test_all_kinds_of_output_were_looked_at() -> None:
    endings = {uri.rpartition(".")[2] for uri in outputs()}
    assert endings >= {"md", "csv", "xlsx", "ics", "pdf", "json"}


def test_what_is_made_of_it_in_traditional_chinese_has_no_simplified_sign(tmp_path: Path) -> None:
    copied = tmp_path / "content"
    shutil.copytree(ENGLISH / "content", copied)
    settings = copied / "handbook.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("language: en", "language: zh-TW"), "utf-8"
    )
    made = outputs_of(load(tmp_path).handbook)
    found = {uri: simplified(_STYLE.sub("", text)) for uri, text in made.items()}
    assert {uri: signs for uri, signs in found.items() if signs} == {}


def test_words_do_not_run_into_each_other() -> None:
    texts = {
        uri: re.sub(r"<[^>]*>", "", text) for uri, text in outputs().items() if uri.endswith("md")
    }
    found = {uri: GLUED.findall(unescape(text)) for uri, text in texts.items()}
    assert {uri: glued for uri, glued in found.items() if glued} == {}


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        ("desk/procedures/complaint.md", "Every Monday at 10:00"),
        ("desk/procedures/complaint.md", "Monthly on the 1st by 4 pm"),
        ("desk/procedures/complaint.md", "Within 5 min"),
        ("desk/procedures/complaint.md", "1 December 2026"),
        ("standards/call-cost.md", "$0.05"),
        ("overview/standards.md", "at most $0.05 per minute"),
        ("print/desk/complaint-form.form.pdf", "kept 3 years"),
        ("print/desk/opening.card.pdf", "During a major incident: checklist complete"),
        ("print/desk/opening.card.pdf", "Within 10 min"),
    ],
)
def test_it_reads_as_english(uri: str, words: str) -> None:
    text = unescape(re.sub(r"<[^>]*>", "", outputs()[uri]))
    assert words in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("path", sorted(STYLES.rglob("*.css")), ids=lambda path: path.stem)
def test_spaced_letters_stay_words(path: Path) -> None:
    """From a tenth of an em on, readers of PDFs take a gap for the end of a word."""
    spaces = re.findall(r"letter-spacing:\s*([\d.]+)em", path.read_text(encoding="utf-8"))
    assert [each for each in spaces if float(each) > 0.08] == []
