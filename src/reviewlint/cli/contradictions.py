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
            "--statistics works only with --format text. Use `reviewlint stats --format json` for numbers.",
        ),
        (
            str(given["output"] or "").lower().endswith(".docx") and (report or given["diff"] or given["backup"]),
            "A .docx is a copy of the draft with comments, so it cannot be used with --format, --diff or --backup.",
        ),
        (given["ask"] and not given["fix"], "--ask needs --fix."),
        (given["ask"] and given["diff"], "--diff changes nothing, so it cannot be used with --ask."),
        (given["backup"] and not given["fix"], "--backup needs --fix."),
        (given["ask"] and piped, "--ask needs files: standard input is the draft, so you could not answer."),
        (given["backup"] and piped, "--backup needs files; standard input has none to copy."),
        (
            since and given["diff"],
            "--diff works on whole drafts, so it cannot be used with --diff-base or --staged.",
        ),
        (
            given["fix"] and (given["staged"] or ".." in (given["diff_base"] or "")),
            "--fix writes to files, so it cannot be used with --staged or A..B.",
        ),
        (since and piped, "--diff-base and --staged need files; standard input has no history."),
        (given["earlier"] and given["form"] != "html", "--earlier needs --format html."),
        (given["diff"] and report, "--diff prints only a diff, so it cannot be used with --format or --statistics."),
        (piped and given["watching"], "--watch needs files; standard input cannot be watched."),
        (piped and given["baseline"] is not None, "--baseline needs files, not standard input."),
        (piped and paths not in ((), (STDIN,)), "Standard input is checked on its own: give “-” and no other path."),
        ("" in paths, "A path is empty. Is a variable not set?"),
        (given["diff_base"] == "", "The commit for --diff-base is empty. Is a variable not set?"),
    ):
        if wrong:
            raise click.UsageError(message, ctx)
