"""The Jinja environment: a project's own templates, the tool's, those of packages."""

from __future__ import annotations

from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, StrictUndefined
from jinja2.bccache import Bucket

from handbook.compose.templates.faults import Templates, shipped_templates
from handbook.languages import record_of
from handbook.packages import kind_packages
from handbook.paper.style import paper_style

__all__ = ["Compiled", "Environment", "environment", "shipped_templates"]


class Compiled(BytecodeCache):
    """Keeps what templates were compiled to while the process runs, found by their source.

    A preview makes an environment for each change of the handbook, and its templates change rarely.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where the same source was compiled before."""
        code = self._codes.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = Compiled()


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
        bytecode_cache=_COMPILED,
    )
    made.globals["paper_style"] = paper_style
    made.globals["record_of"] = record_of
    return made
