"""Scaffolds: templates for what an editor begins with, filled in as YAML."""

from __future__ import annotations

from pathlib import Path
from string import Template

from handbook.cli.faults import Fault
from handbook.compose.templates.environment import brought_templates
from handbook.languages import record_of
from handbook.model.json_schema.words import field_words, keys_of
from handbook.model.kinds import KINDS, Definition
from handbook.write.spelling import one_line


def scaffold_of(kind: str, language: str, project: Path) -> str:
    """Return the scaffold of a kind: the project's own, else the one that came with the tool."""
    name = Path("new", language, f"{kind}.yml")
    ours = record_of(language).folder / "new" / f"{kind}.yml"
    brought = (folder / name for folder in brought_templates())
    found = (path for path in (project / "templates" / name, ours, *brought) if path.is_file())
    path = next(found, None)
    if path is not None:
        return path.read_text(encoding="utf-8")
    if kind not in KINDS:
        raise Fault("no-scaffold", path=ours)
    return _from_the_model(KINDS[kind], language)


def _from_the_model(kind: type[Definition], language: str) -> str:
    """Return what a kind must say, and in comments what it may, where nobody wrote a scaffold."""
    blank = record_of(language).open_word
    lines = [f"kind: {kind.kind}", "id: $id", "title: $title"]
    for key, field in keys_of(kind).items():
        if key not in keys_of(Definition):
            label = field_words(kind, key, language)["label"]
            is_asked = field.is_required()
            lines.append(f"{key}: {blank}  # {label}" if is_asked else f"# {key}:  # {label}")
    return "\n".join((*lines, ""))


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
