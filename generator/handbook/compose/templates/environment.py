"""The Jinja environment: a project's own templates, the tool's, those of packages."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, StrictUndefined

from handbook.compose.templates.compiled import Compiled
from handbook.compose.templates.faults import Templates, shipped_templates
from handbook.languages import record_of
from handbook.packages import kind_packages
from handbook.paper.style import paper_style

__all__ = ["Environment", "environment", "shipped_templates"]


def brought_templates() -> list[Path]:
    """Return the folders of templates of kinds that packages bring."""
    return [each.folder / "templates" for each in kind_packages()]


def environment(project: Path) -> Environment:
    """Make the environment for a project: everything is escaped, nothing may be undefined."""
    folders = [project / "templates", shipped_templates(), *brought_templates()]
    made = Templates(
        project,
        folders,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=Compiled("composed", project),
    )
    made.globals["paper_style"] = paper_style
    made.globals["record_of"] = record_of
    return made
