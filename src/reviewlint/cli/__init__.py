"""The command line: one file a command. A command's file is imported only when the command is run."""

from __future__ import annotations

import importlib
import os
import sys

import click

from reviewlint import __version__
from reviewlint.errors import ReviewlintError

# name -> module, and the line that --help shows without importing it
COMMANDS = {
    "check": ("reviewlint.cli.check", "Check drafts (the command that runs if none is named)."),
    "explain": ("reviewlint.cli.explain", "Say what a rule finds, and why."),
    "rules": ("reviewlint.cli.rules", "List the rules."),
    "test": ("reviewlint.cli.test", "Run the examples of rules, built-in or your own."),
    "facts": ("reviewlint.cli.facts", "Show what is known of the work that a draft reviews."),
    "config": ("reviewlint.cli.config", "Show the configuration of a draft."),
    "init": ("reviewlint.cli.init", "Write a configuration file to start from."),
}


class Commands(click.Group):
    """The group of commands, each imported when it is asked for; words that name none are given to `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None if there is no such name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the words; `reviewlint draft.md` means `reviewlint check draft.md`."""
        own = {"--help", "--version", "-h"}
        if args and args[0] not in COMMANDS and args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reviewlint")
def cli() -> None:
    """Find what an editor would underline in review drafts.

    `reviewlint draft.md` checks a draft, `reviewlint .` a folder.
    """


def main() -> None:
    """Run the command line: the one place that prints errors. The exit status is 0, 1 (findings) or 2 (trouble)."""
    try:
        status = cli.main(standalone_mode=False)
    except ReviewlintError as error:
        print_error(error)
        status = 2
    except click.ClickException as error:
        error.show()
        status = 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        status = 130
    except BrokenPipeError:  # the reader of our output has gone, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status if isinstance(status, int) else 0)


def print_error(error: ReviewlintError) -> None:
    """Print an error that the user can mend."""
    click.echo(f"{click.style('error', fg='red', bold=True)}: {error}", err=True)
