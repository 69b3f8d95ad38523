"""Measure building beside other programs on the same pages, each in one run.

All but ours are handed the Markdown of `handbook export --markdown`. Plain MkDocs draws what ours
draws. Zensical draws it with its own look, Hugo with a bare frame around the words: the limit.
Either is left out where it is not installed. Nothing is read, checked or composed but by ours.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from benchmarks.building import Taken, copied, generated, plain_project, run, ways_of

SIZES = (300,)
# What Zensical would not draw as MkDocs does, or has no place for.
_NOT_TAKEN = ("hooks", "plugins", "extra")
_FRAME = "<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n"
_HUGO = 'baseURL = "/"\ntitle = "handbook"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
_HUGO += "[markup.goldmark.renderer]\nunsafe = true\n"


def report(sizes: Sequence[int] | None, rounds: int, project: Path | None) -> int:
    """Print a table a handbook: seconds of the processor, and how many times plain MkDocs'."""
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(project, Path(folder)) if project else None
        for each in [copy] if copy else [generated(n, Path(folder)) for n in sizes or SIZES]:
            print(f"\n{each.name}\n\n| way | seconds | of plain MkDocs | on the clock |")
            print("| :-- | --: | --: | --: |")
            taken = measure(each, rounds)
            for way, best in taken.items():
                ratio = best.processor / taken["plain MkDocs"].processor
                print(
                    f"| {way} | {best.processor:.1f} | {ratio:.2f} | {best.clock:.1f} |", flush=True
                )
    return 0


def measure(project: Path, rounds: int) -> dict[str, Taken]:
    """Build in every way in turn; the best of the rounds counts."""
    plain = plain_project(project, project.with_name(f"{project.name}-plain"))
    ours, theirs = ways_of(project, plain)
    ways = {"ours": ours, "plain MkDocs": theirs, **_others(plain)}
    taken: dict[str, list[Taken]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way, command in ways.items():
            taken[way].append(run(command))
    return {way: min(each, key=lambda one: one.processor) for way, each in taken.items()}


def _others(plain: Path) -> Mapping[str, list[str]]:
    """Return how the programs that are installed are called; ZENSICAL and HUGO name them."""
    found = {}
    zensical = shutil.which(os.environ.get("ZENSICAL", "zensical"))
    if zensical:
        found["Zensical"] = [zensical, "build", "--clean", "-f", str(_for_zensical(plain))]
    hugo = shutil.which(os.environ.get("HUGO", "hugo"))
    if hugo:
        found["Hugo"] = [hugo, "--quiet", "--source", str(_for_hugo(plain))]
    return found


def _for_zensical(plain: Path) -> Path:
    folder = plain.with_name(f"{plain.name}-zensical")
    shutil.copytree(plain / "docs", folder / "docs")
    text = (plain / "mkdocs.yml").read_text(encoding="utf-8")
    settings = yaml.safe_load(text.replace("!!python/name:", ""))
    for key in _NOT_TAKEN:
        settings.pop(key, None)
    for key in ("extra_css", "extra_javascript"):
        settings.pop(key, None)
    settings["theme"].pop("custom_dir")
    settings["markdown_extensions"] = ["attr_list", "tables", "admonition", "toc"]
    written = folder / "mkdocs.yml"
    written.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), "utf-8")
    return written


def _for_hugo(plain: Path) -> Path:
    folder = plain.with_name(f"{plain.name}-hugo")
    shutil.copytree(plain / "docs", folder / "content")
    for index in (folder / "content").rglob("index.md"):
        index.rename(index.with_name("_index.md"))  # else all beside it is no page there
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(_FRAME, encoding="utf-8")
    (layouts.parent / "index.html").write_text(_FRAME, encoding="utf-8")
    (folder / "config.toml").write_text(_HUGO, encoding="utf-8")
    return folder
