"""Verbs that keep a workspace safe: copy it, put a copy back, look it over."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from focalpoint_app.commands import options
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.verbs import Outcome

_AGREED = click.option("--yes", "agreed", is_flag=True)


@click.command()
@options.FILE
@options.OUT_REQUIRED
@click.pass_obj
def backup(tr: Catalogue, file: Path, output: Path) -> Outcome:
    """Write a complete copy, also while the window holds the file."""
    from focalpoint_app.workflow import restoring

    return restoring.back_up(file, output, tr)


@click.command()
@click.argument("copy", type=options.PATH, metavar="BACKUP")
@options.FILE
@_AGREED
@options.JSON
@click.pass_obj
def restore(
    tr: Catalogue, copy: Path, file: Path, agreed: bool, as_json: bool
) -> Outcome:
    """Show what differs, then put a backup in a workspace's place."""
    from focalpoint_app.workflow import restoring

    def agrees(told: str) -> bool:
        return agreed or (not as_json and _asked(told, tr))

    return restoring.restore(copy, file, agrees, tr, as_json=as_json)


@click.command()
@options.FILE
@click.option("--repair", "output", type=options.PATH, metavar="OUT")
@options.JSON
@click.pass_obj
def doctor(tr: Catalogue, file: Path, output: Path | None, as_json: bool) -> Outcome:
    """Look the file over, or save what can be read of it."""
    from focalpoint_app.workflow import doctor as looking

    if output is not None:
        return looking.repair(file, output, tr, as_json=as_json)
    return looking.doctor(file, tr, as_json=as_json)


def _asked(told: str, tr: Catalogue) -> bool:
    """Where nobody can be asked, the answer is no."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    click.echo(told)
    return click.confirm(tr("Put the backup in its place?"))
