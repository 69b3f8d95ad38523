"""Change a handbook as a command plans it: show the differences, ask, write all or nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from handbook.cli.diff import diff_of
from handbook.cli.faults import FAULT, Fault, tell
from handbook.cli.loading import PROBLEMS_FOUND
from handbook.cli.session import Session
from handbook.cli.today import today
from handbook.cli.words import say
from handbook.model.handbook import Handbook
from handbook.model.memory import Memory
from handbook.opening import line, opened
from handbook.problems import Problem
from handbook.read import FolderTree, Tree
from handbook.revise import CannotRevise, Changes, Standing, Told
from handbook.write import put_in_place

MOST = 20  # places that are shown of why something cannot be
F = TypeVar("F", bound=Callable[..., object])


def changing_options(function: F) -> F:
    """Give a command --dry-run and --yes."""
    for name in ("--yes", "--dry-run"):
        function = click.option(name, is_flag=True)(function)
    return function


def standing_in(project: Path) -> Standing:
    """Open the handbook of a project, to plan changes of it."""
    memory, day = Memory(), today()

    def judge(tree: Tree) -> tuple[Handbook, tuple[Problem, ...]]:
        found = opened(project, day, memory, tree)
        return found.handbook, found.problems

    return Standing.of(FolderTree(project), judge)


def carry_out(
    session: Session, plan: Callable[[Standing], Changes], *, dry_run: bool, yes: bool
) -> None:
    """Plan a change, show it, and write it where nobody objects; leave where it cannot be made."""
    project, language = session.project, session.language
    try:
        changes = plan(standing_in(project))
    except CannotRevise as refused:
        _show(map(partial(line, language=language), refused.problems), language)
        _show((_told(each, language) for each in refused.reasons), language)
        tell(refused, language)
        code = FAULT if refused.is_usage else PROBLEMS_FOUND
        raise click.exceptions.Exit(code) from None
    show_and_write(project, language, changes, dry_run=dry_run, yes=yes)


def show_and_write(
    project: Path, language: str, changes: Changes, *, dry_run: bool, yes: bool, err: bool = False
) -> None:
    """Show what a change does to each file (`err`: on stderr), ask on a terminal, and write."""
    click.echo(diff_of(FolderTree(project), changes, language), nl=False, err=err)
    _show((_told(each, language) for each in changes.told), language)
    _show(map(partial(line, language=language), changes.brought), language)
    if dry_run:
        click.echo(say(language, "changing.dry-run"), err=True)
        return
    before = _contents(project, changes)
    if not yes:
        _ask(language)
    if _contents(project, changes) != before:
        raise Fault("changed-meanwhile")
    put_in_place({project / path: content for path, content in changes.files.items()})
    number = len({changes.moved.get(path, path) for path in changes.files})
    key = "wrote-git" if _is_in_git(project) else "wrote"
    click.echo(say(language, f"changing.{key}", files=number), err=True)


def _contents(project: Path, changes: Changes) -> dict[str, bytes | None]:
    """Return what now stands in the files that change."""
    paths = {*changes.files, *changes.moved.values()}
    return {
        path: (project / path).read_bytes() if (project / path).is_file() else None
        for path in paths
    }


def _ask(language: str) -> None:
    """Ask whether to write; leave when the answer is no, or when nobody is there to answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Fault("nobody-to-ask")
    if not click.confirm(say(language, "changing.ask"), err=True):
        click.echo(say(language, "changing.left"), err=True)
        raise click.exceptions.Exit(PROBLEMS_FOUND)


def _show(lines: Iterable[str], language: str) -> None:
    shown = list(lines)
    for each in shown[:MOST]:
        click.echo(each, err=True)
    if len(shown) > MOST:
        click.echo(say(language, "changing.more", number=len(shown) - MOST), err=True)


def _told(told: Told, language: str) -> str:
    said = told.told(language)
    return f"{told.place}: {said}" if told.place else said


def _is_in_git(project: Path) -> bool:
    return any((folder / ".git").exists() for folder in (project, *project.parents))
