"""Remember from one build to the next what was worked out of texts.

The tables of jieba, pypinyin and OpenCC take longer to load than all that a handbook asks of them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from handbook.sheets.keeping import sealed, write_sealed

FILE = ".cache/search.json"
MAKERS = ("jieba", "pypinyin", "opencc-python-reimplemented")
ROOM = 4  # times what a build asks for; beyond, what it did not ask for is forgotten


class Remembered:
    """Answers by the name of what gives them and the text they are for.

    `path` is a file that is read now and written by `keep`; whatever is there instead is taken for
    nothing. Answers of other versions of the packages are not believed, nor those of another
    `source` of our own.
    """

    def __init__(self, path: Path, source: str = "") -> None:
        self._path = path
        self._makers = {name: version(name) for name in MAKERS} | {"own": source}
        self._known = self._read()
        self._asked: dict[str, dict[str, str]] = {}

    def ask(self, work: Callable[..., str], *text: str) -> str:
        """Return `work(*text)`, of none or one text, from memory if it can be."""
        name, of = work.__name__, "".join(text)
        asked = self._asked.setdefault(name, {})
        if of not in asked:
            known = self._known.get(name, {}).get(of)
            asked[of] = work(*text) if known is None else known
        return asked[of]

    def keep(self) -> None:
        """Write down what was asked, if any of it is new; a folder that is read-only stays so."""
        answers = {name: {**self._known.get(name, {}), **now} for name, now in self._asked.items()}
        if answers == self._known:
            return
        if _count(answers) > ROOM * _count(self._asked):
            answers = self._asked
        with contextlib.suppress(OSError):
            write_sealed(self._path, {"makers": self._makers, "answers": answers})
            self._known = answers

    def _read(self) -> dict[str, dict[str, str]]:
        told = sealed(self._path)
        return told["answers"] if told and told["makers"] == self._makers else {}


def _count(answers: dict[str, dict[str, str]]) -> int:
    return sum(len(known) for known in answers.values())
