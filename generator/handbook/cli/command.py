"""Our kind of click command: loaded when it is called, its help in the user's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from textwrap import fill as fill_lines
from typing import Any

import click

from handbook.cli.faults import Fault
from handbook.cli.session import Session
from handbook.cli.words import words_of
from handbook.languages import listed
from handbook.languages.filling import fill
from handbook.problems import names_of

WIDTH_OF_HELP = 78


def _note(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """Make a callback that hands an option's value to the session."""

    def note(ctx: click.Context, _: click.Parameter, value: Any) -> None:
        if value:
            setattr(session_of(ctx), name, value)

    return note


def session_of(ctx: click.Context) -> Session:
    """Return the session of a run, which its group has made."""
    session = ctx.find_object(Session)
    assert session is not None
    return session


def common_options() -> list[click.Option]:
    """Make -C and --debug, which may stand before or after the name of the command."""
    return [
        click.Option(
            ["-C", "start"], metavar="DIR", callback=_note("start"),
            expose_value=False, is_eager=True,
        ),
        click.Option(
            ["--debug"], is_flag=True, callback=_note("debug"), expose_value=False, is_eager=True
        ),
    ]  # fmt: skip


class Worded(click.Command):
    """A command whose help texts stand in cli.toml: [commands.<name>] and [options]."""

    named: Mapping[str, Iterable[str]] = {}  # names that its help lists, each on lines of its own

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = _words(ctx)["help"]
        pieces = [words["options"], *self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), words["usage"])

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            language = session_of(ctx).language
            for line in _help(self, language).strip().splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{line}".rstrip() + "\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = _words(ctx)
        known = words["options"] | words["commands"][self.name].get("options", {})
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        shown = ((each, each.get_help_record(ctx)) for each in options)
        rows = [(record[0], known[_key(each)]) for each, record in shown if record]
        _section(formatter, words["help"]["options-title"], rows)


class Command(Worded):
    """One command; it takes -C and --debug too."""

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest | {"options_metavar": None})
        self.params += common_options()
        self.context_settings["allow_extra_args"] = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        extra = super().parse_args(ctx, args)
        if extra:
            raise Fault("extra-arguments", command=ctx.command_path, words=" ".join(extra))
        return extra


class Group(Worded, click.Group):
    """`handbook`: finds a command in the module of its name, imported when it is wanted."""

    def __init__(self, name: str, commands: Sequence[str]) -> None:
        super().__init__(name, no_args_is_help=True, options_metavar=None,
                         subcommand_metavar="COMMAND …")  # fmt: skip
        self.names = tuple(commands)
        self.params += [
            *common_options(),
            click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False,
                         callback=_show_version),
        ]  # fmt: skip

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.names:
            return None
        command = import_module(f"handbook.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = _words(ctx)
        rows = [(name, words["commands"][name]["short"]) for name in self.names]
        _section(formatter, words["help"]["commands-title"], rows)
        super().format_options(ctx, formatter)


def define(name: str, **named: Iterable[str]) -> Callable[[Callable[..., Any]], Command]:
    """Turn a function that takes a Session first into the command of this name.

    `named` are names that its help lists, where its words have their key in braces.
    """

    def make(function: Callable[..., Any]) -> Command:
        command = click.command(name, cls=Command)(click.pass_obj(function))
        command.named = named
        return command

    return make


def _help(command: Worded, language: str) -> str:
    """Return the help of a command, with the names that it lists."""
    lists = {
        key: fill_lines(listed(names_of(names), language), WIDTH_OF_HELP)
        for key, names in command.named.items()
    }
    return fill(words_of(language)["commands"][command.name]["help"], lists)


def _words(ctx: click.Context) -> Any:
    return words_of(session_of(ctx).language)


def _section(formatter: click.HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    """Write a heading and its rows; click's own heading ends in a half-width colon."""
    formatter.write(f"\n{title}\n")
    with formatter.indentation():
        formatter.write_dl(rows)


def _key(option: click.Option) -> str:
    """Name an option as the catalogue does: --no-pdf is no-pdf."""
    return option.opts[0].lstrip("-")


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from handbook.cli.version import version

        click.echo(f"handbook {version()}")
        ctx.exit()
