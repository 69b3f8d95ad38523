"""Which language a project speaks, as far as that can be told before it is loaded."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.model.settings import LANGUAGES
from handbook.model.special_files import SETTINGS
from handbook.read import read_file

_LANGUAGE = re.compile(rb"^\s*language\s*:\s*[\"']?(zh-CN|zh-TW|en)\b", re.MULTILINE)


def language_of(project: Path) -> str | None:
    """Return the language that content/handbook.yml names; Chinese where it names none.

    None where the file is gone, or so broken that it does not even show a line for it.
    """
    root, found = read_file(project, SETTINGS.path)
    language = root.get("language") if isinstance(root, dict) else None
    if language in LANGUAGES:
        return str(language)
    if isinstance(root, dict) and not found and "language" not in root:
        return LANGUAGES[0]
    file = project / SETTINGS.path
    named = _LANGUAGE.search(file.read_bytes()) if file.is_file() else None
    return named[1].decode() if named else None
