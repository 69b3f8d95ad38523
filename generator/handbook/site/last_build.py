"""Tell whether a build would make what stands there already: what the last one was made of.

A build that was ordered with the same words, by the same program, of the same files, makes the same
site; where that site still stands as it was put there, nothing has to be made. Whatever else is
found in place of what was remembered, or cannot be told for sure, is taken for nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handbook.opening import EPOCH, Opened
from handbook.read.site_settings import INHERIT, OURS, SITE_SETTINGS, SOURCES
from handbook.sheets.keeping import content_of, sealed, write_sealed
from handbook.site.program import program
from handbook.site.stock import hash_of, stock_of

if TYPE_CHECKING:  # a build that makes nothing does without
    from mkdocs.config.defaults import MkDocsConfig

DAY = (b"build_date", b"update_date")  # what a template of the project's own may write of the day
FILE = ".cache/last-build.json"
# Those of Markdown that read no file.
_EXTENSION = re.compile(
    r"(?:markdown\.extensions\.)?(?:abbr|admonition|attr_list|def_list|extra|fenced_code|footnotes|"
    r"md_in_html|meta|nl2br|sane_lists|smarty|tables|toc)|"
    r"pymdownx\.(?:betterem|caret|details|highlight|keys|mark|superfences|tabbed|tasklist|tilde)"
)
_TAG = re.compile(rb"(?:^|[\s\[{,])![^\s=]")  # of YAML: as !ENV, whose value stands elsewhere


@dataclass(frozen=True)
class Built:
    """What a build made, and how long it took."""

    site: Path
    pages: int
    sheets: int
    rendered: int  # of the sheets; the others came out of the cache
    seconds: float
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Basis:
    """What a build is made of: a hash of it, taken before any of it was read."""

    project: Path
    sources: str

    def judged(self, found: Opened, options: Mapping[str, object]) -> Basis:
        """Return the basis with what was found, and with the options of the build."""
        told = json.dumps([self.sources, repr(found.judged), dict(options)])
        return Basis(self.project, hashlib.sha256(told.encode("utf-8", "replace")).hexdigest())


def basis_of(project: Path) -> Basis:
    """Return the hash of a project's sources, and of what makes a site of them."""
    sources = (hash_of(project / name) for name in (*SOURCES, SITE_SETTINGS))
    told = (os.path.realpath(project), os.environ.get(EPOCH), *program(), *sources)
    return Basis(project, hashlib.sha256(json.dumps(told).encode()).hexdigest())


def last_build(basis: Basis) -> Built | None:
    """Return the last build when it was made of the same, and its site stands; else None."""
    start = time.monotonic()
    told = sealed(basis.project / FILE, basis.sources)
    if told is None:
        return None
    theme, day, site = told["theme"], told["day"], Path(told["site"])
    if day not in (None, _day()) or (theme and hash_of(Path(theme[0])) != theme[1]):
        return None
    if stock_of(site) != told["stock"]:
        return None
    seconds = time.monotonic() - start
    return Built(site, told["pages"], told["sheets"], 0, seconds, tuple(told["lines"]))


def remember(basis: Basis, built: Built, stock: str, theme: object, *, has_days: bool) -> None:
    """Write down a build; a folder that is read-only stays so."""
    told = {
        "site": str(built.site),
        "pages": built.pages,
        "sheets": built.sheets,
        "lines": built.warnings,
        "stock": stock,
        "theme": theme,
        "day": _day() if has_days else None,  # where something on the site tells it
    }
    with suppress(OSError):
        write_sealed(basis.project / FILE, told, basis.sources)


def stands_alone(config: MkDocsConfig, project: Path) -> bool:
    """Tell whether all that a configuration makes use of is among the basis.

    Not so what other plugins, hooks and extensions may read, and what YAML takes from elsewhere.
    """
    text = content_of(project / SITE_SETTINGS) or b"!"
    search = (config.plugins[name].config for name in OURS.intersection(config.plugins))
    return (
        OURS.issuperset(config.plugins)
        and not config.hooks
        and all(_EXTENSION.fullmatch(each) for each in config.markdown_extensions)
        and not any(each.get(key) for each in search for key in ("jieba_dict", "jieba_dict_user"))
        and INHERIT.encode() not in text
        and _TAG.search(text) is None
    )


def templates_of(config: MkDocsConfig, project: Path) -> list[Path]:
    """Return the folders of the templates that a project has of its own."""
    custom = config.theme.custom_dir
    return [project / "templates", *([Path(custom)] if custom else [])]


def tells_the_day(folders: Iterable[Path]) -> bool:
    """Tell whether a template in some folders writes on which day a page was made."""
    found = (each for folder in folders if folder.is_dir() for each in folder.rglob("*"))
    contents = (content_of(each) or b"" for each in found if each.is_file())
    return any(word in content for content in contents for word in DAY)


def _day() -> str | None:
    """Return the day that MkDocs writes into a sitemap; None where it is told to it."""
    return None if os.environ.get(EPOCH) else datetime.now(UTC).date().isoformat()


def theme_of(custom: Any) -> tuple[str, str] | None:
    """Return a theme's own folder and the hash of what lies in it; None without one."""
    return (str(custom), hash_of(Path(custom))) if custom else None
