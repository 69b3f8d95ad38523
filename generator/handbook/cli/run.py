"""Run the command line; whatever goes wrong ends in one plain sentence."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from handbook.cli.command import Group
from handbook.cli.faults import FAULT, colour, tell
from handbook.cli.session import Session
from handbook.cli.stopping import STOPPING
from handbook.cli.words import words_of

PIPE_CLOSED = 1  # as click itself leaves
COMMANDS = (
    "init", "new", "rename", "move", "retire", "delete", "check", "build", "serve", "print",
    "schema", "export",
)  # fmt: skip


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    session = Session()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a sign shows ? instead
    try:
        code = Group("handbook", COMMANDS).main(
            args,
            prog_name="handbook",
            standalone_mode=False,
            obj=session,
            color=colour(),
        )
        if sys.stdout is not None:
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.message, err=True)
        return FAULT
    except (click.Abort, KeyboardInterrupt):
        if STOPPING.name:
            _tell_at_last(STOPPING.name, session)
        return STOPPING.code
    except BrokenPipeError:
        _drop_what_waits()
        return PIPE_CLOSED
    except Exception as error:  # the last stop: a traceback is no answer to a user
        if STOPPING.name:  # the terminal that would be told of the end is closed
            return STOPPING.code
        if session.debug:
            traceback.print_exception(error)
        tell(error, session.language)
        if isinstance(error, OSError):
            _drop_what_waits()
        return FAULT


def _tell_at_last(signal: str, session: Session) -> None:
    """Say what ended the run, if anybody is still there to hear it."""
    words = words_of(session.language)["report"]
    try:
        click.echo(words["stopped"].format(signal=signal), err=True)
    except OSError:
        _drop_what_waits()


def _drop_what_waits() -> None:
    """Let Python's last flush go nowhere: what could not be written cannot be written then."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
