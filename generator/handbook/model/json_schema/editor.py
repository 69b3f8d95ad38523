"""Write the schemas and the settings by which VS Code binds them to content/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.json_schema.files import DEFINITIONS, schemas
from handbook.model.special_files import SPECIAL
from handbook.read.entries import CONTENT
from handbook.read.site_settings import PAGES
from handbook.write import write_whole

FOLDER = ".schema"
SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"
# A pattern after "!" takes files out again; the extension puts **/ in front of each.
BOUND = {
    f"{FOLDER}/{DEFINITIONS}": [
        f"{CONTENT}/**/*.yml",
        f"{CONTENT}/**/*.yaml",
        *(f"!{each.pattern}" for each in SPECIAL),
        f"!{PAGES}/**",
    ],
    **{
        f"{FOLDER}/{each.schema}": [each.pattern, *([f"!{PAGES}/**"] if each.in_sections else [])]
        for each in SPECIAL
    },
}
EXTENSION = "redhat.vscode-yaml"


def write_schemas(project: Path, handbook: Handbook) -> list[Path]:
    """Write .schema/ and the settings of VS Code; return the files that are new or changed.

    Each file appears whole or not at all. Settings of the user's own stay; a settings file that is
    not plain JSON is not touched: see `left_alone`.
    """
    files = {f"{FOLDER}/{name}": _as_text(schema) for name, schema in schemas(handbook).items()}
    for path in (SETTINGS, EXTENSIONS):
        settings = _settings(project / path)
        if settings is not None:
            files[path] = _as_text(_merged(settings, path), indent=2)
    return [project / path for path, text in files.items() if _write(project / path, text)]


def left_alone(project: Path) -> dict[str, str]:
    """Return the settings files that are not touched, each with the text that belongs there."""
    return {
        path: _as_text(_merged({}, path), indent=2).strip()
        for path in (SETTINGS, EXTENSIONS)
        if _settings(project / path) is None
    }


def _settings(path: Path) -> dict[str, Any] | None:
    """Return what stands in a settings file; None when it is not the plain JSON we can write."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError):
        return None
    try:
        settings = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return None
    fits = isinstance(settings, dict) and all(
        isinstance(settings.get(key, kind()), kind)
        for key, kind in (("yaml.schemas", dict), ("recommendations", list))
    )
    return settings if fits else None


def _merged(settings: dict[str, Any], path: str) -> dict[str, Any]:
    """Return settings with ours among them."""
    if path == EXTENSIONS:
        recommended = settings.get("recommendations", [])
        ours = [] if EXTENSION in recommended else [EXTENSION]
        return settings | {"recommendations": [*recommended, *ours]}
    return settings | {"yaml.schemas": settings.get("yaml.schemas", {}) | BOUND}


def _as_text(content: Any, indent: int | None = None) -> str:
    return json.dumps(content, ensure_ascii=False, indent=indent) + "\n"


def _write(path: Path, text: str) -> bool:
    """Write a file whole; False when it stands there already."""
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode(), rights=0o644)
    return True
