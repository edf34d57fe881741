"""Options of `reviewlint check` that do not go together."""

from __future__ import annotations

import click

STDIN = "-"


def refuse_contradictions(ctx: click.Context) -> None:
    """Raise click.UsageError for options that do not go together."""
    given = ctx.params
    paths, report = given["paths"], given["statistics"] or given["form"] != "text"
    since = given["diff_base"] is not None or given["staged"]
    piped = STDIN in paths or given["stdin_filename"] is not None
    for wrong, message in (
        (given["unsafe_fixes"] and not (given["fix"] or given["diff"]), "--unsafe-fixes needs --fix or --diff."),
        (
            given["statistics"] and given["form"] != "text",
            "--statistics is for --format text; JSON has it all to count.",
        ),
        (given["ask"] and not given["fix"], "--ask needs --fix."),
        (given["ask"] and given["diff"], "--diff changes nothing, so there is nothing to --ask."),
        (given["backup"] and not given["fix"], "--backup needs --fix."),
        (given["ask"] and piped, "Standard input holds the draft, so nobody can answer: --ask is for files."),
        (given["backup"] and piped, "Standard input has no file to keep: --backup is for files."),
        (
            since and given["diff"],
            "--diff is for whole drafts: it does without --diff-base. --fix fixes what added lines brought.",
        ),
        (
            given["fix"] and (given["staged"] or ".." in (given["diff_base"] or "")),
            "Fixes go into files, not into git: --fix does without --staged and A..B.",
        ),
        (since and piped, "Standard input has no history: --diff-base and --staged are for files."),
        (given["earlier"] and given["form"] != "html", "--earlier is for --format html."),
        (given["diff"] and report, "--diff prints a diff, and nothing else."),
        (piped and given["watching"], "Standard input cannot be watched."),
        (piped and given["baseline"] is not None, "--baseline is for files, not for standard input."),
        (piped and paths not in ((), (STDIN,)), "Standard input is checked alone: give “-” and no other path."),
        ("" in paths, "A path is empty. Is a variable not set?"),
        (given["diff_base"] == "", "The commit for --diff-base is empty. Is a variable not set?"),
    ):
        if wrong:
            raise click.UsageError(message, ctx)
