"""A language is one folder: a copy of English speaks everywhere under another name.

Here a package brings the folder; one that lies in handbook/languages/ is read in the same way.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.patience import PATIENCE

from handbook.languages import record_of

# What the copy says in its own way: file, what stands there, what is put in its place.
SAID = (
    ("language.toml", 'name = "English"', 'name = "Français"'),
    ("language.toml", 'page = "en"', 'page = "fr"'),
    ("language.toml", 'theme = "en"', 'theme = "fr"'),
    ("language.toml", 'dates = "en-GB"', 'dates = "fr-FR"'),
    ("language.toml", 'systems = ["en"]', 'systems = ["fr"]'),
    ("language.toml", "singular = [1]", "singular = [0, 1]"),
    ("language.toml", 'open = "“"', 'open = "« "'),
    ("language.toml", 'close = "”"', 'close = " »"'),
    ("language.toml", 'day = [" day", " days"]', 'day = [" jour", " jours"]'),
    ("language.toml", '["monday", "mondays", "mon"]', '["lundi", "lundis"]'),
    ("language.toml", 'day = ["d", "day", "days"]', 'day = ["j", "jour", "jours"]'),
    ("words/labels.toml", 'kind-procedure = "Procedure"', 'kind-procedure = "Procédure"'),
    ("words/cli.toml", "# error|# errors", "# erreur|# erreurs"),
)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of installed packages with a language of its own in it."""
    folder = tmp_path_factory.mktemp("packages")
    tongue = folder / "our_languages" / "fr"
    shutil.copytree(record_of("en").folder, tongue)
    for name, was, now in SAID:
        text = (tongue / name).read_text("utf-8")
        assert was in text, was
        (tongue / name).write_text(text.replace(was, now), "utf-8")
    told = folder / "our_languages-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: our-languages\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text("[handbook.languages]\nfr = our_languages.fr\n")
    return folder


def run(packages: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as it is where these packages are installed, on a French system."""
    surroundings = {"PYTHONPATH": str(packages), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "fr_FR"}
    return subprocess.run(
        [sys.executable, "-m", "handbook", *arguments], cwd=folder,
        env=os.environ | surroundings, capture_output=True, text=True, timeout=PATIENCE,
        check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def project(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin a handbook in the language of the system, and make all that is made of it."""
    folder = tmp_path_factory.mktemp("handbook")
    for arguments in (
        ("init", "."), ("check", "--strict"), ("new", "procedure", "audit"), ("schema",),
        ("build", "--no-pdf"), ("print", "audit"), ("export", "--json", "all.json"),
    ):  # fmt: skip
        done = run(packages, folder, *arguments)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    return folder


def test_init_speaks_the_language_of_the_system(project: Path):
    assert "\nlanguage: fr\n" in (project / "content" / "handbook.yml").read_text("utf-8")


def test_pages_say_their_language_its_typefaces_and_its_dates(project: Path):
    page = (project / "site" / "index.html").read_text("utf-8")
    assert '<html lang="fr"' in page
    assert '<meta name="handbook-dates" content="fr-FR" data-named>' in page
    style = (project / "site" / "assets" / "handbook" / "language.css").read_text("utf-8")
    assert '--quote-open:"« "' in style


def test_the_search_knows_its_words(project: Path):
    found = json.loads((project / "site" / "search" / "search_index.json").read_text("utf-8"))
    assert ["procedure", "Procédure"] in found["kinds"]
    assert found["pages"]


def test_schemas_and_sheets_are_made(project: Path):
    schema = project / ".cache" / "schema" / "handbook.schema.json"
    schemas = schema.parent if schema.is_file() else project
    assert any('"fr"' in path.read_text("utf-8") for path in schemas.rglob("*.json"))
    assert [*project.rglob("*.pdf")]


def test_lengths_and_days_are_read_in_its_words(packages: Path, project: Path, tmp_path: Path):
    shutil.copytree(project / "content", tmp_path / "content")
    essai = {"kind": "procedure", "id": "essai", "title": "Essai", "schedule": {"every": "lundi"}}
    steps = [{"id": "a", "do": "Lire", "by": "agent", "within": "3 jours"}]
    file = tmp_path / "content" / "desk" / "essai.yml"
    file.write_text(json.dumps([essai | {"steps": steps}], ensure_ascii=False), "utf-8")
    done = run(packages, tmp_path, "-C", str(tmp_path), "check")
    assert done.returncode == 0, done.stdout


def test_problems_are_counted_in_its_words(packages: Path, project: Path, tmp_path: Path):
    shutil.copytree(project / "content", tmp_path / "content")
    (tmp_path / "content" / "term.yml").write_text("kind: term\nid: x\ntitel: X\n", "utf-8")
    told = run(packages, tmp_path, "-C", str(tmp_path), "check").stdout
    assert "erreur" in told


def test_a_language_that_is_not_whole_is_refused_by_name(packages: Path, tmp_path: Path):
    shutil.copytree(packages, tmp_path / "packages")
    record = tmp_path / "packages" / "our_languages" / "fr" / "language.toml"
    record.write_text(record.read_text("utf-8").replace("open-word", "opn-word"), "utf-8")
    told = run(tmp_path / "packages", tmp_path, "--version")
    assert told.returncode == 2
    assert told.stderr == "handbook: The language fr lacks open-word in language.toml\n"
