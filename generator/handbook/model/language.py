"""Which language a project speaks, as far as that can be told before it is loaded."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.languages import LANGUAGES, UNNAMED
from handbook.model.special_files import SETTINGS
from handbook.read import FolderTree, read_file
from handbook.read.tree import Unreadable

_LANGUAGE = re.compile(
    rf"^\s*language\s*:\s*[\"']?({'|'.join(map(re.escape, LANGUAGES))})\b".encode(), re.MULTILINE
)


def language_of(project: Path) -> str | None:
    """Return the language that content/handbook.yml names; UNNAMED where it names none.

    None where the file is gone, or so broken that it does not even show a line for it.
    """
    tree = FolderTree(project)
    root, found = read_file(tree, SETTINGS.path)
    language = root.get("language") if isinstance(root, dict) else None
    if language in LANGUAGES:
        return str(language)
    if isinstance(root, dict) and not found and "language" not in root:
        return UNNAMED
    try:
        is_there = tree.entry(SETTINGS.path).kind == "file"
        named = _LANGUAGE.search(tree.read(SETTINGS.path)) if is_there else None
    except Unreadable:
        return None
    return named[1].decode() if named else None
