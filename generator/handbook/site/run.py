"""Run MkDocs from our own commands: our options, its messages as lines, one kind of failure."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands import build as mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from handbook.problems import Place, Problem, problem
from handbook.read.site_settings import PAGES, SITE_SETTINGS
from handbook.site.config import PLUGIN
from handbook.site.foreign import in_our_words, is_ours, missing, raised
from handbook.site.gathering import HandbookError
from handbook.site.order import Order
from handbook.site.overheard import LOGGER, told_by

CONFIG = "mkdocs.yml"
# Material tells of its successor on every run; who wants to hear it runs `mkdocs build`.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

Tell = Callable[[str], None]
Cause = Callable[[], Exception | None]
_PLACED = re.compile(r"(?P<path>[^:\n]+):(?P<line>\d+): (?P<said>.*)")


class BuildFailed(Exception):
    """A build that wrote nothing: its problems, or else the sentences that stopped it.

    `kept` is how many problems more there are, which those who look at it may not see;
    `is_of_warnings` that only strictness stopped it.
    """

    def __init__(
        self,
        message: str,
        problems: tuple[Problem, ...] = (),
        language: str | None = None,
        kept: int = 0,
        *,
        is_of_warnings: bool = False,
    ) -> None:
        super().__init__(message)
        self.problems = problems
        self.language = language
        self.kept = kept
        self.is_of_warnings = is_of_warnings


class Messages(logging.Handler):
    """Collects what MkDocs and its plugins warn of, and passes it on."""

    def __init__(self, project: Path, tell: Tell | None) -> None:
        super().__init__(logging.WARNING)
        self.project = project
        self.tell = tell
        self.lines: list[str] = []
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = told_by(record, self.project)
        self.lines.append(line)
        if record.levelno >= logging.ERROR:
            self.errors.append(line)
        if self.tell and record.levelno < logging.ERROR:  # an error is raised as well
            self.tell(line)


@contextmanager
def listening(project: Path = Path(), tell: Tell | None = None) -> Iterator[Messages]:
    """Take MkDocs' messages for as long as the block runs; nothing is printed by itself."""
    logger = logging.getLogger(LOGGER)
    messages = Messages(project, tell)
    before = logger.propagate, logger.level
    logger.addHandler(messages)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield messages
    finally:
        logger.removeHandler(messages)
        logger.propagate, level = before
        logger.setLevel(level)


def configured(order: Order, messages: Messages) -> MkDocsConfig:
    """Load mkdocs.yml for an order; raises BuildFailed."""
    project = order.project
    path = project / CONFIG
    if not path.is_file():
        raise BuildFailed(missing("missing", project))
    # git keeps no empty folder: without one there are no pages written by hand, which is no fault.
    if (project / PAGES).parent.is_dir():
        (project / PAGES).mkdir(exist_ok=True)
    config = _settings(project, messages, order.overrides)
    if PLUGIN not in config.plugins:
        raise BuildFailed(missing("no-handbook", project))
    return config


def faults_of_settings(project: Path, *, names_pages: bool) -> tuple[Problem, ...]:
    """Return what in mkdocs.yml stops a build, as MkDocs finds it; nothing is written or run.

    Hooks are the project's own code: only a build loads them. `names_pages` tells that docs_dir is
    as it should be; the folder may be missing all the same.
    """
    pages = project / PAGES
    overrides: dict[str, Any] = {"hooks": []}
    if names_pages and not pages.is_dir():
        overrides["docs_dir"] = str(pages.parent)  # the build makes the folder
    with listening(project) as messages:
        try:
            _settings(project, messages, overrides)
        except BuildFailed as failure:
            return failure.problems
    return ()


def is_listening() -> bool:
    """Tell whether one of our own commands takes what MkDocs says."""
    return any(isinstance(each, Messages) for each in logging.getLogger(LOGGER).handlers)


def _settings(project: Path, messages: Messages, overrides: dict[str, Any]) -> MkDocsConfig:
    """Load mkdocs.yml; raises BuildFailed with the problems of what cannot be used."""
    try:
        with failing(project, lambda: None, messages.lines):
            return load_config(str(project / CONFIG), **overrides)
    except BuildFailed as failure:
        if messages.lines and not messages.errors:
            raise  # warnings, in strict mode
        said = messages.errors or str(failure).splitlines()
        raise BuildFailed(str(failure), tuple(map(_as_problem, said))) from failure


def _as_problem(line: str) -> Problem:
    """Return what is wrong with the settings as a problem at the place that the line names."""
    found = _PLACED.fullmatch(line)
    if found is None:
        return problem("site-settings", Place(SITE_SETTINGS), "said", said=line)
    place = Place(found["path"], int(found["line"]))
    return problem("site-settings", place, "said", said=found["said"])


def run(
    config: MkDocsConfig,
    messages: Messages,
    command: Literal["build", "serve"],
    cause: Cause,
    url: str | None = None,
) -> None:
    """Let MkDocs build; raises BuildFailed. `cause` is what MkDocs hides behind its Abort."""
    with failing(messages.project, cause, messages.lines):
        config.plugins.on_startup(command=command, dirty=False)
        try:
            mkdocs.build(config, serve_url=url)
        finally:
            config.plugins.on_shutdown()


@contextmanager
def failing(project: Path, cause: Cause, lines: list[str]) -> Iterator[None]:
    """Turn what MkDocs raises into BuildFailed; `cause` is what it hides behind its Abort."""
    try:
        yield
    except (Abort, BuildError, ConfigurationError) as error:
        raise _failed(project, cause() or error, lines) from error
    except Exception as error:
        sentence = raised(error, project)
        if sentence is None:
            raise
        raise BuildFailed(sentence) from error


def _failed(project: Path, error: BaseException, lines: list[str]) -> BuildFailed:
    if isinstance(error, HandbookError):
        return BuildFailed(str(error), error.problems, error.language)
    if isinstance(error, Abort):
        # In strict mode the warnings are what is wrong; else it is what was logged as an error.
        sentences = "\n".join(lines) or in_our_words(str(error), project)
        return BuildFailed(sentences, is_of_warnings=bool(lines))
    told = raised(error, project)
    if told is None:
        told = str(error) if is_ours(error) else in_our_words(str(error), project)
    return BuildFailed(told)
