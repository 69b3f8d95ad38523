"""Let the theme's templates write no indentation: a quarter of every page would be blanks."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment
from jinja2.ext import Extension

from handbook.compose.templates.compiled import Compiled

_INDENTATION = re.compile(r"^[ \t]+", re.M)


class Unindented(Extension):
    """Reads templates without the blanks their lines begin with."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source of a template as it is compiled."""
        return _INDENTATION.sub("", source)


def tighten(env: Environment, project: Path | None = None) -> None:
    """Change an environment that has not compiled any template yet; its codes stay in a project."""
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(Unindented)
    env.bytecode_cache = Compiled("theme", project)
