"""The command line: one file a command. A command's file is imported only when the command is run."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import click
from click.shell_completion import CompletionItem

from reviewlint import __version__
from reviewlint.cache.tables import kept_between_runs
from reviewlint.errors import ReviewlintError, let_through, nearest

# name -> module with its `command`, and the line that --help shows without importing it
COMMANDS = {
    "check": ("reviewlint.cli.check", "Check drafts. Runs if you name no command."),
    "accept": ("reviewlint.cli.accept", "Accept a word, so that it is never reported."),
    "ignore": ("reviewlint.cli.ignore", "Turn a rule off, everywhere or in one draft."),
    "explain": ("reviewlint.cli.explain", "Show what a rule finds, and why."),
    "rules": ("reviewlint.cli.rules", "List the rules."),
    "test": ("reviewlint.cli.test", "Run the examples of the built-in rules or your own."),
    "facts": ("reviewlint.cli.facts", "Show facts about a work, or get them from open sources."),
    "baseline": ("reviewlint.cli.baseline", "Keep a file of known findings, to report only new ones."),
    "stats": ("reviewlint.cli.stats", "Count findings by rule, author, month and kind of work."),
    "corpus": ("reviewlint.cli.corpus", "Check millions of reviews, and count the findings."),
    "engine": ("reviewlint.cli.engine", "Install, start and stop LanguageTool and other engines."),
    "lsp": ("reviewlint.cli.lsp", "Show findings in your editor (a language server)."),
    "cache": ("reviewlint.cli.cache", "Show or clear the cache of findings."),
    "config": ("reviewlint.cli.config", "Show the settings that apply to a draft."),
    "serve": ("reviewlint.cli.serve", "Open a page in the browser to write and check drafts."),
    "init": ("reviewlint.cli.init", "Write a configuration file to start from."),
}
_OWN_OPTIONS = ("-h", "--help", "--version")
_INTERRUPTED = 130
_SIGNALLED = 128  # and the number of the signal, as shells have it
# A check leaves few cycles behind; to look for them at the usual rate takes a twentieth of its time.
_SELDOM = (100_000, 50, 100)


class Commands(click.Group):
    """The group of commands, each imported when it is asked for. Paths and options without one are given to `check`."""

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
        if args and args[0] not in COMMANDS and args[0] not in _OWN_OPTIONS:
            if not _is_for_check(args[0]):
                hint = nearest(args[0], COMMANDS) or "`reviewlint --help` lists the commands."
                raise ReviewlintError(f"“{args[0]}” is neither a command nor a file.", hint=hint)
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin so, without importing them; else it is a file."""
        names = [CompletionItem(name, help=line) for name, (_, line) in COMMANDS.items() if name.startswith(incomplete)]
        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        return names or [CompletionItem(incomplete, type="file")]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Run a command and exit with 0, 1 (findings), 2 (trouble) or 130. The one place that prints fatal errors."""
        extra["standalone_mode"] = False
        gc.set_threshold(*_SELDOM)
        _open_streams()
        try:
            with _heeding_signals():
                status = super().main(args, *more, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            status = 2
        except (ReviewlintError, click.ClickException) as error:
            print_error(_as_ours(error))
            status = 2
        except (KeyboardInterrupt, click.Abort):
            click.echo("Interrupted.", err=True)
            status = _INTERRUPTED
        except BaseException as error:
            let_through(error)
            print_error(_unexpected(error))
            status = 2  # 1 would mean findings
        sys.exit(status if isinstance(status, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a reader of our output that has gone, as with `| head`, is no trouble."""
        try:
            with kept_between_runs():
                status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:  # click would end with 1
            close_quietly()
            return 0
        return status


@contextmanager
def _heeding_signals() -> Iterator[None]:
    """Let a signal that ends us be an exit as any other, so that nothing is left behind: processes, half a file.

    One that whoever started us has us ignore, as `nohup` does, stays ignored.
    """
    heeded = []
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            with suppress(ValueError):  # called in a thread that is not the first: there it is somebody else's matter
                signal.signal(number, lambda got, _: sys.exit(_SIGNALLED + got))
                heeded.append(number)
    try:
        yield
    finally:
        for number in heeded:
            signal.signal(number, signal.SIG_DFL)


def _open_streams() -> None:
    """Put something in place of standard streams that whoever started us has closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _unexpected(error: BaseException) -> ReviewlintError:
    """Return what to say of an error that nobody foresaw; print where it came from, unless the output is full."""
    if isinstance(error, FileNotFoundError) and not _is_somewhere():
        return ReviewlintError("The current folder no longer exists.", hint="Change to one that does, and try again.")
    if isinstance(error, OSError) and error.filename is None:
        close_quietly()
        return ReviewlintError(f"Standard output cannot be written: {error.strerror or error}.")
    import traceback

    from reviewlint.cli.terminal import put

    put(traceback.format_exc(), err=True, end=False)
    return ReviewlintError(f"reviewlint itself failed: {error!r}.", hint="Please report this, with the lines above.")


def _is_somewhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109
    except FileNotFoundError:
        return False
    return True


def _is_for_check(word: str) -> bool:
    return word.startswith("-") or any(mark in word for mark in (".", "/", os.sep)) or os.path.lexists(word)


def _as_ours(error: ReviewlintError | click.ClickException) -> ReviewlintError:
    if isinstance(error, ReviewlintError):
        return error
    hint = None
    if isinstance(error, click.UsageError) and error.ctx is not None:
        hint = f"See `{error.ctx.command_path} --help`."
    return ReviewlintError(error.format_message().replace("\n", " "), hint=hint)


def close_quietly() -> None:
    """Send what is still to be printed nowhere."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def print_error(error: ReviewlintError) -> None:
    """Print an error that the user can mend, on standard error."""
    from reviewlint.cli.terminal import put, terminal
    from reviewlint.report.cells import visible

    style, _ = terminal(sys.stderr)
    put(f"{style.colour('error', 'red', 'bold')}: {visible(str(error))}", err=True, colour=style.on)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reviewlint", message="%(prog)s %(version)s")
def main() -> None:
    """Find what an editor would underline in review drafts.

    `reviewlint draft.md` checks a draft, `reviewlint .` a folder. Without a
    command or path, this help is shown.
    """
