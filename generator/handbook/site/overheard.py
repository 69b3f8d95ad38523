"""Put what MkDocs logs into our words: for our own commands, and where MkDocs itself is run."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from handbook.site.foreign import in_our_words, is_known

LOGGER = "mkdocs"
STAYS = re.compile(r"Page skipped: '.*'\. Generated empty output\.")  # see on_post_page
OURS = "mkdocs.plugins.handbook"  # what it logs is told in our words already


def told_by(record: logging.LogRecord, project: Path) -> str:
    """Return what a record says, in our words."""
    said = record.getMessage()
    is_told = record.name == OURS or hasattr(record, "is_told")
    return said if is_told else in_our_words(said, project)


class InOurWords(logging.Filter):
    """Lets a handler of MkDocs say the same in our words; what it is busy with it says itself."""

    def __init__(self, project: Path) -> None:
        super().__init__()
        self.project = project

    def filter(self, record: logging.LogRecord) -> bool:
        """Change what a record says; that a page stays as it is would be told of as empty."""
        if record.levelno < logging.WARNING and STAYS.fullmatch(record.getMessage()):
            return False
        if record.levelno >= logging.WARNING or is_known(record.getMessage()):
            record.msg, record.args = told_by(record, self.project), ()
            record.is_told = True
        return True


def speak_for_mkdocs(project: Path) -> None:
    """Put our words into what MkDocs has set up to write to a terminal."""
    be_silent()
    for handler in logging.getLogger(LOGGER).handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.addFilter(InOurWords(project))


def be_silent() -> None:
    """Let MkDocs speak for itself again."""
    for handler in logging.getLogger(LOGGER).handlers:
        for each in [each for each in handler.filters if isinstance(each, InOurWords)]:
            handler.removeFilter(each)
