"""Verbs that keep a workspace safe: copy it, put a copy back, look it over."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from focalpoint_app.commands import options
from focalpoint_app.commands.harmless import told
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.verbs.verbs import Outcome

_DECIDED = ("reason", "question", "contributions", "clearances", "renew_backups")
_AGREED = click.option("--yes", "agreed", is_flag=True)


@click.command()
@options.FILE
@options.OUT_REQUIRED
@click.pass_obj
def backup(tr: Catalogue, file: Path, output: Path) -> Outcome:
    """Write a complete copy, also while the window holds the file."""
    from focalpoint_app.workflow.safekeeping import restoring

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
    from focalpoint_app.workflow.safekeeping import restoring

    def agrees(shown: str) -> bool:
        return agreed or (
            not as_json and _asked(shown, tr("Put the backup in its place?"))
        )

    return restoring.restore(copy, file, agrees, tr, as_json=as_json)


@click.command()
@options.FILE
@click.option("--repair", "output", type=options.PATH, metavar="OUT")
@options.JSON
@click.pass_obj
def doctor(tr: Catalogue, file: Path, output: Path | None, as_json: bool) -> Outcome:
    """Look the file over, or save what can be read of it."""
    from focalpoint_app.workflow.safekeeping import doctor as looking

    if output is not None:
        return looking.repair(file, output, tr, as_json=as_json)
    return looking.doctor(file, tr, as_json=as_json)


@click.command()
@options.FILE
@click.option("--question")
@click.option("--reason", required=True)
@click.option("--contributions", is_flag=True)
@click.option("--clearances", is_flag=True)
@click.option("--renew-backups", is_flag=True)
@click.option("--record", type=options.PATH)
@options.LANGUAGE
@_AGREED
@options.JSON
@options.REVIEW
@click.pass_obj
def expunge(
    tr: Catalogue, /, file: Path, agreed: bool, as_json: bool, **rest: Any
) -> Outcome:
    """Take a passage out for good; it is asked for, or read from standard input."""
    from focalpoint_app.workflow.safekeeping.expunging import Order
    from focalpoint_app.workflow.verbs import expunging_verbs

    def agrees(shown: str) -> bool:
        return agreed or (not as_json and _asked(shown, tr("Take it out for good?")))

    wanted = {name: rest[name] for name in _DECIDED}
    order = Order(_passage(tr), **wanted)
    into = expunging_verbs.Into(
        file, rest["review_id"], rest["record"], rest["language"]
    )
    return expunging_verbs.expunge_from(into, order, agrees, tr, as_json=as_json)


def _passage(tr: Catalogue) -> str:
    """Never an argument: those stay in the shell's history."""
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        return str(click.prompt(tr("The passage"), default="", show_default=False))
    return sys.stdin.buffer.read().decode("utf-8", "replace")


def _asked(shown: str, question: str) -> bool:
    """Where nobody can be asked, the answer is no."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    told(shown)
    return click.confirm(question)
