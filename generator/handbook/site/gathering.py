"""Load and check the handbook for a build; what is wrong is told one line a problem."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from handbook.languages import tell
from handbook.model.handbook import Handbook
from handbook.opening import Leaking, Opened, UnknownAudience, line, opened, stops, today
from handbook.problems import Place, Problem, problem
from handbook.read import FolderTree
from handbook.read.site_settings import DOCS, PAGES, SITE, SITE_SETTINGS, THEME, misplaced
from handbook.site.order import Order


class HandbookError(PluginError):
    """Errors in the handbook; the message has one line for each."""

    def __init__(self, problems: Iterable[Problem], language: str) -> None:
        self.problems = tuple(problems)
        self.language = language
        super().__init__("\n".join(line(found, language) for found in self.problems))


def gathered(order: Order) -> Opened:
    """Return the handbook of an order and what is worth a warning; HandbookError for errors."""
    found = order.opened or opened(order.project, order.day or _day(), order.memory)
    warnings_among(found.problems, found.language)
    return found


def shown_to(found: Opened, audience: str | None) -> Handbook:
    """Return the handbook as an audience reads it.

    Raises PluginError when there is none such, and HandbookError when what the problems tell of
    would give something away to it.
    """
    try:
        return found.read_by(audience)
    except UnknownAudience as fault:
        told = tell(fault.problem, found.language)
        raise PluginError(" ".join(part for part in told if part)) from None
    except Leaking as fault:
        raise HandbookError(fault.problems, found.language) from None


def require_apart(config: MkDocsConfig, project: Path, language: str) -> None:
    """Raise HandbookError where MkDocs' folders, as they are in the end, touch the sources."""
    folders = {DOCS: config.docs_dir, SITE: config.site_dir, THEME: config.theme.custom_dir}
    found = [
        problem("site-settings", Place(SITE_SETTINGS), hint, key=key, pages=PAGES)
        for key, hint in misplaced(FolderTree(project), folders)
    ]
    if found:
        raise HandbookError(found, language)


def warnings_among(problems: Sequence[Problem], language: str) -> Sequence[Problem]:
    """Return the problems when none is an error; else raise HandbookError."""
    if stops(problems):
        raise HandbookError((each for each in problems if each.severity == "error"), language)
    return problems


def _day() -> datetime.date:
    """Return the day to judge by; MkDocs itself tells of a SOURCE_DATE_EPOCH that is none."""
    try:
        return today()
    except ValueError:
        return datetime.date.today()
