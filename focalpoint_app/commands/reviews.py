"""Verbs of a review: make it, fill it, check it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from focalpoint_app.commands import options
from focalpoint_app.commands.passphrases import CURRENT, new_passphrase
from focalpoint_app.domain.review import PARTS
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.verbs import verbs
from focalpoint_app.workflow.verbs.verbs import Outcome

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@options.FILE
@click.option("--state", required=True)
@click.option("--cluster", type=int, default=1)
@options.LANGUAGE
@click.option(
    "--party",
    type=options.Parts(none_is_all=False),
    metavar=",".join(PARTS),
    default=",".join(PARTS),
)
@click.option("--start", type=_DAY, metavar="YYYY-MM-DD")
@click.option("--encrypt", is_flag=True)
@click.pass_obj
def new(
    tr: Catalogue, /, file: Path, state: str, start: datetime | None, **rest: Any
) -> Outcome:
    """Make a workspace with one review, encrypted if wanted."""
    day = start.date() if start else None
    rest["passphrase"] = ""
    if rest.pop("encrypt"):
        rest["passphrase"] = new_passphrase(CURRENT, file, tr)
    return verbs.new(file, state.upper(), day, tr, **rest)


@click.command()
@options.FILE
@options.LANGUAGE
@click.pass_obj
def sample(tr: Catalogue, file: Path, language: str) -> Outcome:
    """Make the fictional State XAA's filled review."""
    return verbs.sample(file, language, tr)


@click.group(invoke_without_command=True)
@options.JSON
@click.pass_context
def forms(ctx: click.Context, as_json: bool) -> Outcome | None:
    """List the questionnaires."""
    if ctx.invoked_subcommand is None:
        return verbs.forms(ctx.obj, as_json=as_json)
    return None


@forms.command()
@click.argument("form")
@options.JSON
@click.pass_obj
def show(tr: Catalogue, form: str, as_json: bool) -> Outcome:
    """Show a questionnaire's questions."""
    return verbs.show_form(form, tr, as_json=as_json)


@click.group()
def answers() -> None:
    """Take answers out, or in."""


@answers.command("export")
@options.FILE
@options.OUT
@options.REVIEW
def export_answers(file: Path, output: Path | None, review_id: str | None) -> Outcome:
    """Write answers JSON."""
    return verbs.export_answers(file, output, review_id)


@answers.command("import")
@options.FILE
@click.argument("incoming", type=options.PATH)
@click.option("--by")
@options.REVIEW
@click.pass_obj
def import_answers(
    tr: Catalogue, file: Path, incoming: Path, by: str | None, review_id: str | None
) -> Outcome:
    """Take answers JSON in: all of it, or nothing."""
    return verbs.import_answers(file, incoming, by, review_id, tr)


@click.command()
@options.FILE
@options.JSON
@options.REVIEW
@click.pass_obj
def check(tr: Catalogue, file: Path, as_json: bool, review_id: str | None) -> Outcome:
    """Say what still stands between the review and its clearance."""
    return verbs.check(file, review_id, tr, as_json=as_json)
