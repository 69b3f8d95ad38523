"""Which release of the tool this is."""

from __future__ import annotations

import tomllib
from importlib import metadata
from pathlib import Path

SOURCE_TREE = Path(__file__).resolve().parents[3]


def version() -> str:
    """Return the version as installed; in a source tree, that of its pyproject.toml."""
    try:
        return metadata.version("handbook")
    except metadata.PackageNotFoundError:
        text = (SOURCE_TREE / "pyproject.toml").read_text(encoding="utf-8")
        return str(tomllib.loads(text)["project"]["version"])
