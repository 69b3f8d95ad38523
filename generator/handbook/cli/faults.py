"""What ends a run with exit code 2: wrong usage and faults of the machine, each as one sentence."""

from __future__ import annotations

import errno
import os

import click

from handbook.cli.words import words_of
from handbook.languages import listed
from handbook.languages.filling import fill
from handbook.model.nearest import nearest
from handbook.problems import names_of

FAULT = 2
KNOWN_ERRNOS = {
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EISDIR: "is-folder",
    errno.EEXIST: "exists",
    errno.ENOSPC: "full",
    errno.EROFS: "read-only",
    errno.EADDRINUSE: "port-taken",
}


class Fault(Exception):
    """Something the user or the machine must put right; `key` names its sentence in cli.toml."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.details = details


def tell(error: Exception, language: str) -> None:
    """Write an exception to stderr as one plain sentence."""
    words = words_of(language)["report"]
    label = click.style(words["label"].format(word=words["error"]), fg="red", bold=True)
    click.echo(label + sentence(error, language), err=True, color=colour())


def colour() -> bool | None:
    """Return False where the user wants no colours, None where click may look at the terminal."""
    return False if os.environ.get("NO_COLOR") else None


def sentence(error: Exception, language: str) -> str:
    """Tell an exception in one plain sentence."""
    if hasattr(error, "told"):  # an earlier stage knows better what to say
        told: str = error.told(language)
        return told
    words = words_of(language)["faults"]
    if isinstance(error, Fault):
        key, details = error.key, error.details
    elif isinstance(error, click.ClickException):
        key, details = _usage(error)
    elif isinstance(error, OSError):
        key, details = _of_the_machine(error, words["reasons"])
    elif isinstance(error, MemoryError):
        key, details = "memory", {}
    else:
        key, details = "unforeseen", {"error": _one_line(error)}
    return fill(words[key], {name: _listed(each, language) for name, each in details.items()})


def _listed(detail: object, language: str) -> object:
    return listed(detail, language) if isinstance(detail, str) else detail


def _usage(error: click.ClickException) -> tuple[str, dict[str, object]]:
    """Put click's exceptions into our words."""
    details: dict[str, object]
    match error:
        case click.NoSuchOption():
            near = next(iter(error.possibilities or ()), None)
            details = {"name": error.option_name, "nearest": near}
            return ("no-such-option-nearest" if near else "no-such-option"), details
        case click.NoSuchCommand(ctx=click.Context(command=click.Group() as group) as ctx):
            commands = group.list_commands(ctx)
            near = nearest(error.command_name, commands)
            key = "no-such-command-nearest" if near else "no-such-command"
            details = {"name": error.command_name, "nearest": near}
            return key, details | {"commands": names_of(commands)}
        case click.MissingParameter(param=click.Parameter() as param, ctx=click.Context() as ctx):
            return "missing-parameter", {"name": param.make_metavar(ctx)}
        case click.BadParameter(param=click.Option(type=click.Choice() as choice) as option):
            return "not-a-choice", {"name": option.opts[-1], "choices": names_of(choice.choices)}
        case click.BadParameter(param=click.Option(type=click.IntRange() as range_) as option):
            details = {"name": option.opts[-1], "least": range_.min, "most": range_.max}
            return "not-in-range", details
        case click.BadParameter(param=click.Option() as option):
            return "bad-value", {"name": option.opts[-1], "reason": error.message}
        case click.BadOptionUsage():
            return "option-without-value", {"name": error.option_name}
        case _:
            return "usage", {"reason": error.format_message()}


def _of_the_machine(error: OSError, reasons: dict[str, str]) -> tuple[str, dict[str, object]]:
    known = KNOWN_ERRNOS.get(error.errno or 0)
    reason = reasons[known] if known else error.strerror or _one_line(error)
    if error.filename is None:
        return "machine", {"reason": reason}
    return "machine-file", {"path": error.filename2 or error.filename, "reason": reason}


def _one_line(error: Exception) -> str:
    first = next(iter(str(error).splitlines()), "")
    return f"{type(error).__name__}: {first}"[:300].rstrip(": ")
