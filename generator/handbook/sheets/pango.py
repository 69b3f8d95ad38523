"""Say in one sentence what to install where WeasyPrint cannot find Pango."""

from __future__ import annotations

import platform
from collections.abc import Mapping

from handbook.languages import FALLBACK, catalogue

FAMILIES = {"debian": "debian", "ubuntu": "debian", "fedora": "fedora", "rhel": "fedora"}


class PangoMissing(RuntimeError):
    """WeasyPrint cannot load Pango; nothing can be printed on this machine as it is."""

    def __str__(self) -> str:
        return self.told(FALLBACK)

    def told(self, language: str) -> str:
        """Return the sentence in a language, with the command of the system at hand."""
        words: Mapping[str, str] = catalogue(language, "paper")
        return words["no-pango"].format(advice=words[f"no-pango-{system()}"])


def system() -> str:
    """Name the system as the advice knows it: debian, fedora, macos, windows or other."""
    name = platform.system()
    if name in ("Darwin", "Windows"):
        return "macos" if name == "Darwin" else "windows"
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return "other"
    likes = (release.get("ID", ""), *release.get("ID_LIKE", "").split())
    return next((FAMILIES[like] for like in likes if like in FAMILIES), "other")
