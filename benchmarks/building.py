"""Measure how long a site takes to build, beside plain MkDocs on the same pages as Markdown.

Ours reads, checks, composes, makes its own index for the search and looks through every file for
what would load from elsewhere. Plain MkDocs is handed the pages that `handbook export --markdown`
wrote: the same theme, navigation and extensions, and Material's own search with jieba. Each way is
a process of its own; seconds are those of its processors, which other programs do not lengthen.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from benchmarks.generate import write_handbook

from handbook.compose.pages.export import export_markdown
from handbook.compose.templates.environment import shipped_templates
from handbook.model.handbook import Handbook
from handbook.model.load import load
from handbook.site import files as handing
from handbook.site.last_build import FILE as LAST_BUILD
from handbook.site.order import Order
from handbook.site.outputs import FOLDER as OUTPUTS
from handbook.site.run import configured, listening
from handbook.site.settings import apply, theme_words

ROOT = Path(__file__).parents[1]
ALLOWED = 1.0  # of plain MkDocs' seconds
SIZES = (300, 1000)  # definitions
OURS = (sys.executable, "-m", "handbook", "-C")
# The theme asks for our words; plain MkDocs finds them in a file beside its configuration.
HOOK = """\
import json, pathlib
from handbook.compose.templates.tight import tighten
from handbook.languages import record_of

def on_env(env, *, config, files):
    tighten(env)
    words = json.loads(pathlib.Path(__file__).with_name("words.json").read_text("utf-8"))
    words["language"] = record_of(words["language"])
    words["desk_scripts"] = {kind: tuple(all) for kind, all in words["desk_scripts"].items()}
    env.globals.update(words, t=words["t"].__getitem__)
"""


@dataclass(frozen=True)
class Taken:
    """What a process took: seconds on the clock, and of the processors."""

    clock: float
    processor: float


@dataclass(frozen=True)
class Building:
    """The best of both ways for one handbook."""

    name: str
    pages: int
    ours: Taken
    plain: Taken

    @property
    def ratio(self) -> float:
        """Ours, of plain MkDocs' processor seconds."""
        return self.ours.processor / self.plain.processor


def report(sizes: Sequence[int] | None, rounds: int, project: Path | None) -> int:
    """Print a row a handbook; with a project, that alone, and its sheets cold and unchanged."""
    print("| handbook | pages | ours, s | plain, s | of plain | allowed | ours, clock | plain |")
    print("| -------: | ----: | ------: | -------: | -------: | ------: | ----------: | ----: |")
    slow = False
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(project, Path(folder)) if project else None
        handbooks = [copy] if copy else [generated(n, Path(folder)) for n in sizes or SIZES]
        for handbook in handbooks:
            found = measure_building(handbook, rounds)
            print(
                f"| {found.name} | {found.pages} | {found.ours.processor:.1f} "
                f"| {found.plain.processor:.1f} | {found.ratio:.2f} | {ALLOWED:.2f} "
                f"| {found.ours.clock:.1f} | {found.plain.clock:.1f} |",
                flush=True,
            )
            slow = slow or found.ratio > ALLOWED
        if copy:
            print("\n| with all sheets | seconds on the clock |\n| :-- | --: |")
            for state in ("cold", "unchanged"):
                print(f"| {state} | {run([*OURS, str(copy), 'build']).clock:.0f} |", flush=True)
    return 1 if slow else 0


def generated(definitions: int, folder: Path) -> Path:
    """Write a handbook of so many definitions, to be built."""
    project = folder / str(definitions)
    write_handbook(project, definitions)
    (project / "content" / "pages").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def copied(source: Path, folder: Path) -> Path:
    """Copy what a handbook is made of, so that its own site stays."""
    project = folder / source.resolve().name
    for name in ("content", "templates"):
        if (source / name).is_dir():
            shutil.copytree(source / name, project / name)
    shutil.copy(source / "mkdocs.yml", project)
    return project


def measure_building(project: Path, rounds: int) -> Building:
    """Build a handbook in both ways, in turn; the best of the rounds counts."""
    plain = plain_project(project, project.with_name(f"{project.name}-plain"))
    ways = dict(zip(("ours", "plain"), ways_of(project, plain), strict=True))
    taken = [{way: run(command) for way, command in ways.items()} for _ in range(rounds)]
    best = {way: min((each[way] for each in taken), key=lambda t: t.processor) for way in ways}
    pages = sum(1 for _ in (project / "site").rglob("*.html"))
    assert pages == sum(1 for _ in (plain / "site").rglob("*.html")), "not the same pages"
    return Building(project.name, pages, best["ours"], best["plain"])


def ways_of(project: Path, plain: Path) -> tuple[list[str], list[str]]:
    """Return how ours is built with nothing made before, and plain MkDocs.

    What is remembered of a project alone stays: the sounds of its titles, its templates.
    """
    made = [str(project / each) for each in (LAST_BUILD, OUTPUTS, "site")]
    ours = ["sh", "-c", 'rm -rf "$1" "$2" "$3"; shift 3; exec "$@"', "ours", *made]
    return (
        [*ours, *OURS, str(project), "build", "--no-pdf"],
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(plain / "mkdocs.yml")],
    )


def plain_project(project: Path, folder: Path) -> Path:
    """Write the pages of a handbook, and what makes plain MkDocs draw them as ours does."""
    handbook = load(project).handbook
    export_markdown(project, handbook, folder / "docs")
    (folder / "mkdocs.yml").write_text(_configuration(project, handbook), encoding="utf-8")
    (folder / "words.py").write_text(HOOK, encoding="utf-8")
    (folder / "words.json").write_text(json.dumps(_words(handbook)), encoding="utf-8")
    return folder


def run(command: list[str]) -> Taken:
    """Run a command and return what it and its children took; it must succeed."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Taken(clock, processor)


def _words(handbook: Handbook) -> dict[str, Any]:
    """Return what our plugin tells the theme, as far as plain MkDocs needs it."""
    words = theme_words(handbook.settings)
    t, language = words.pop("t"), str(handbook.settings.language)
    return {
        **words,
        "language": language,
        "t": {key: t(key) for key in ("written-in", "not-found", "not-found-hint")},
    }


def _configuration(project: Path, handbook: Handbook) -> str:
    """Return the mkdocs.yml by which plain MkDocs makes the same site of the same pages."""
    with listening() as messages:
        config = configured(Order(project=project), messages)
    apply(handbook.settings, config, project)
    written = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    toc = {**config.mdx_configs["toc"], "slugify": "SLUGIFY"}
    by_hand = (path.name for path in (project / "content" / "pages").rglob("*.md"))
    plain = {
        "site_name": str(config.site_name),
        "copyright": str(config.copyright),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {
            **written["theme"], "custom_dir": str(shipped_templates() / "theme"), "font": False,
            "language": config.theme["language"], "palette": config.theme["palette"],
        },
        "plugins": ["search", "offline"],
        "hooks": ["words.py"],
        "markdown_extensions": [
            {name: toc} if name == "toc" else name for name in config.markdown_extensions
        ],
        "extra": dict(config.extra),
        "extra_css": list(config.extra_css),
        "extra_javascript": [str(script) for script in config.extra_javascript],
        "nav": _bare(handing.navigation(handbook, by_hand)),
    }  # fmt: skip
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)
    return text.replace("SLUGIFY", "!!python/name:markdown.extensions.toc.slugify_unicode")


def _bare(nav: Any) -> Any:
    """Return a navigation of nothing but what YAML can write."""
    if isinstance(nav, dict):
        return {str(title): _bare(inner) for title, inner in nav.items()}
    return [_bare(inner) for inner in nav] if isinstance(nav, list) else str(nav)
