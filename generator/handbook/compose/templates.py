"""The Jinja environment: a project's own templates first, then those that came with the tool."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

PACKAGE = Path(__file__).resolve().parent.parent


def shipped_templates() -> Path:
    """Return the folder of the templates that come with the tool (wheel or source tree)."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent.parent / "templates"


def environment(project: Path) -> Environment:
    """Make the environment for a project: everything is escaped, nothing may be undefined."""
    folders = [project / "templates", shipped_templates()]
    return Environment(
        loader=FileSystemLoader([folder for folder in folders if folder.is_dir()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
