"""What a run of the command knows of its surroundings: the project and the user's language."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from handbook.cli.faults import Fault
from handbook.languages import FALLBACK, LANGUAGES, record_of

SIGN_OF_A_PROJECT = ("mkdocs.yml", "content/handbook.yml")


@dataclass
class Session:
    """One run. `start` and `debug` are set by the options -C and --debug wherever they stand."""

    start: str | None = None
    debug: bool = False

    @property
    def project(self) -> Path:
        """The project folder; raises Fault when there is none."""
        if self.start is not None:
            folder = Path(self.start).resolve()
            if not folder.is_dir():
                raise Fault("no-folder", path=self.start)
            if (folder / "content").is_dir():
                return folder
        else:
            folder = Path.cwd()
        for candidate in (folder, *folder.parents):
            if any((candidate / sign).is_file() for sign in SIGN_OF_A_PROJECT):
                return candidate
        raise Fault("no-project", path=folder)

    @property
    def language(self) -> str:
        """The handbook's language; that of the user's system where nothing tells it."""
        from handbook.model.language import language_of

        try:
            return language_of(self.project) or self.system_language
        except (Fault, OSError):
            return self.system_language

    @cached_property
    def system_language(self) -> str:
        """What LC_ALL, LC_MESSAGES or LANG ask for, as far as there is a catalogue for it."""
        names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        locale = next((name for name in names if name), "").lower().replace("_", "-")
        beginnings = ((each, tag) for tag in LANGUAGES for each in record_of(tag).tags.systems)
        fitting = [each for each in beginnings if locale.startswith(each[0])]
        return max(fitting, key=lambda each: len(each[0]), default=("", FALLBACK))[1]
