"""Load and check the handbook for a build; what is wrong is told one line a problem."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from handbook.check.consistency.bare_names import leaks
from handbook.check.known import Judged
from handbook.compose.pages.judging import judge_with_links
from handbook.compose.setting.readers import read_by
from handbook.languages import tell
from handbook.model.handbook import Handbook
from handbook.model.load import load
from handbook.model.memory import Memory
from handbook.model.nearest import nearest
from handbook.model.special_files import SETTINGS
from handbook.problems import Place, Problem, names_of, problem
from handbook.read import FolderTree
from handbook.read.site_settings import DOCS, PAGES, SITE, SITE_SETTINGS, THEME, misplaced


class HandbookError(PluginError):
    """Errors in the handbook; the message has one line for each."""

    def __init__(self, problems: Iterable[Problem], language: str) -> None:
        self.problems = tuple(problems)
        self.language = language
        super().__init__("\n".join(line(found, language) for found in self.problems))


Gathered = tuple[Handbook, Judged]  # a handbook without errors, and what is worth a warning


def gather(project: Path, memory: Memory | None = None) -> Gathered:
    """Return the handbook and what is worth a warning; raise HandbookError for errors."""
    loaded = load(project, memory)
    judged = judge_with_links(project, loaded, today())
    warnings_among(list(judged.problems), str(loaded.handbook.settings.language))
    return loaded.handbook, judged


def shown_to(handbook: Handbook, judged: Judged, audience: str | None) -> Handbook:
    """Return the handbook as an audience reads it.

    Raises PluginError when there is none such, and HandbookError when what the problems tell of
    would give something away to it.
    """
    if audience is None:
        return handbook
    language = str(handbook.settings.language)
    known = handbook.settings.audiences
    if audience not in known:
        near = nearest(audience, known)
        found = problem(
            "unknown-audience", Place(SETTINGS.path), "nearest" if near else "known",
            audience=audience, nearest=near, known=names_of(known),
        )  # fmt: skip
        raise PluginError(" ".join(part for part in tell(found, language) if part))
    leaking = leaks(judged.problems, handbook, audience)
    if leaking:
        raise HandbookError(leaking, language)
    return read_by(handbook, audience)


def require_apart(config: MkDocsConfig, project: Path, language: str) -> None:
    """Raise HandbookError where MkDocs' folders, as they are in the end, touch the sources."""
    folders = {DOCS: config.docs_dir, SITE: config.site_dir, THEME: config.theme.custom_dir}
    found = [
        problem("site-settings", Place(SITE_SETTINGS), hint, key=key, pages=PAGES)
        for key, hint in misplaced(FolderTree(project), folders)
    ]
    if found:
        raise HandbookError(found, language)


def warnings_among(problems: list[Problem], language: str) -> list[Problem]:
    """Return the problems when none is an error; else raise HandbookError."""
    errors = [found for found in problems if found.severity == "error"]
    if errors:
        raise HandbookError(errors, language)
    return problems


def line(found: Problem, language: str) -> str:
    """Tell a problem in one line: path:line:column: message [rule]."""
    message, _ = tell(found, language)
    return f"{found.place}: {' '.join(message.split())} [{found.rule}]"


def today() -> datetime.date:
    """Return the day to judge by: SOURCE_DATE_EPOCH where it is set, so that builds repeat."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    return datetime.date.today()
