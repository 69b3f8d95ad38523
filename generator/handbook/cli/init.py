"""handbook init: begin a new handbook that builds at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from handbook.cli.command import define
from handbook.cli.faults import Fault
from handbook.cli.scaffolds import filled, filled_page
from handbook.cli.session import Session
from handbook.cli.today import today
from handbook.cli.words import say, words_of
from handbook.compose.templates.environment import shipped_templates
from handbook.languages import LANGUAGES, record_of

# A dot file among the templates would act on this repository, so they stand there without it.
DOT_FILES = {"gitignore": ".gitignore", "site.gitignore": "site/.gitignore"}
MAY_BE_THERE = {".git"}


@define("init")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES))
@click.option("--title", metavar="TITLE")
@click.option("--organisation", metavar="NAME")
def command(
    session: Session,
    directory: Path,
    language: str | None,
    title: str | None,
    organisation: str | None,
) -> None:
    """Copy the example of a language into an empty folder."""
    language = language or session.system_language
    if session.start is not None and not Path(session.start).is_dir():
        raise Fault("no-folder", path=session.start)
    folder = Path(session.start or ".") / directory
    _insist_on_empty(folder)
    example = words_of(language)["says"]["init"]
    words = {
        "title": title or example["title"],
        "organisation": organisation or example["organisation"],
        "language": language,
        "today": today().isoformat(),
    }
    files = {
        path: (filled_page if path.suffix == ".md" else filled)(text, **words)
        for path, text in _templates(language)
    }
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    click.echo(say(language, "init.made", path=folder, files=len(files)))
    click.echo(say(language, "init.next", path=folder))


def _insist_on_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise Fault("not-a-folder", path=folder)
    if folder.is_dir() and any(entry.name not in MAY_BE_THERE for entry in folder.iterdir()):
        raise Fault("not-empty", path=folder)


def _templates(language: str) -> Iterator[tuple[Path, str]]:
    """Yield path and text of each file: those for all languages, then those of one."""
    top = shipped_templates() / "new" / "project"
    tree = record_of(language).folder / "new" / "project"
    if not tree.is_dir():
        raise Fault("no-scaffold", path=tree)
    for folder, files in ((top, top.iterdir()), (tree, tree.rglob("*"))):
        for file in sorted(path for path in files if path.is_file()):
            path = str(file.relative_to(folder))
            yield Path(DOT_FILES.get(path, path)), file.read_text(encoding="utf-8")
