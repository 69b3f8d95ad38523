"""Scaffolds: templates for what an editor begins with, filled in as YAML."""

from __future__ import annotations

from pathlib import Path
from string import Template

from handbook.cli.faults import Fault
from handbook.compose.templates.environment import brought_templates, shipped_templates
from handbook.write.spelling import one_line


def scaffold_of(kind: str, language: str, project: Path) -> str:
    """Return the scaffold of a kind: the project's own, else the one that came with the tool."""
    name = Path("new", language, f"{kind}.yml")
    folders = (project / "templates", shipped_templates(), *brought_templates())
    path = next((each / name for each in folders if (each / name).is_file()), None)
    if path is None:
        path = shipped_templates() / name
        raise Fault("no-scaffold", path=path)
    return path.read_text(encoding="utf-8")


def filled(template: str, **words: str) -> str:
    """Put words into a template's $places, each quoted as YAML where it must be."""
    spelled = {key: as_yaml(word) for key, word in words.items()}
    return Template(template).safe_substitute(spelled)


def filled_page(template: str, **words: str) -> str:
    """Put words into a page of Markdown, as they are."""
    lines = {key: " ".join(word.split()) for key, word in words.items()}
    return Template(template).safe_substitute(lines)


def as_yaml(text: str) -> str:
    """Spell a text as a YAML scalar on one line."""
    return one_line(" ".join(text.split()), flow=False)
