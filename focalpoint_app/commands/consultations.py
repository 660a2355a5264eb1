"""Verbs of a consultation: whom one asks, what comes back, two files made one."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from focalpoint_app.commands import options
from focalpoint_app.commands.keys import secret
from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.stakeholder import Category
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.verbs import consultation_verbs as verbs
from focalpoint_app.workflow.verbs import contribution_verbs as replies
from focalpoint_app.workflow.verbs.verbs import Outcome

_FILES = (Carrier.WORD, Carrier.EXCEL, Carrier.PACKET)
_CATEGORIES = click.Choice([each.value for each in Category])
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@options.FILE
@click.option("--add", "name", metavar="NAME")
@click.option("--category", type=_CATEGORIES, default=Category.GOVERNMENT.value)
@click.option("--csv", "incoming", type=options.PATH, metavar="IN.csv")
@options.OUT
@options.JSON
@options.REVIEW
@click.pass_obj
def stakeholders(
    tr: Catalogue, /, name: str | None, category: str, as_json: bool, **rest: Any
) -> Outcome:
    """List who may be asked; add one, take a list in, write it as CSV."""
    added = None if name is None else (name, category)
    order = verbs.StakeholderOrder(added=added, **rest)
    return verbs.stakeholders(order, tr, as_json=as_json)


@click.command()
@options.FILE
@click.option("--to", required=True, metavar="NAME")
@click.option("--questions", default="*", metavar="GLOB")
@click.option(
    "--as", "carrier", type=click.Choice([each.value for each in _FILES]),
    default=Carrier.WORD.value,
)  # fmt: skip
@options.OUT_REQUIRED
@click.option("--due", type=_DAY, metavar="YYYY-MM-DD")
@click.option("--plain", is_flag=True)
@click.option("--draft", "with_draft", is_flag=True)
@options.REVIEW
@click.pass_obj
def request(
    tr: Catalogue, /, carrier: str, due: datetime | None, **rest: Any
) -> Outcome:
    """Write a stakeholder's questions as a Word form, an Excel sheet or a packet."""
    day = due.date().isoformat() if due else ""
    order = verbs.RequestOrder(carrier=Carrier(carrier), due=day, **rest)
    return verbs.request(order, _passphrase(tr), tr)


@click.command()
@click.argument("packet", type=options.PATH)
@click.argument("answers", type=options.PATH)
@options.OUT_REQUIRED
@click.pass_obj
def reply(tr: Catalogue, packet: Path, answers: Path, output: Path) -> Outcome:
    """Answer a packet with answers JSON: the contributor's side."""
    return verbs.reply(packet, answers, output, _passphrase(tr), tr)


@click.command()
@options.FILE
@click.argument("incoming", type=options.PATH, nargs=-1, required=True)
@options.JSON
@options.REVIEW
@click.pass_obj
def receive(
    tr: Catalogue,
    file: Path,
    incoming: tuple[Path, ...],
    as_json: bool,
    review_id: str | None,
) -> Outcome:
    """Take replies in, whatever files they are."""
    into = replies.Incoming(file, incoming, review_id)
    return replies.receive(into, _given_passphrase(), tr, as_json=as_json)


@click.command()
@options.FILE
@options.JSON
@click.option("--record", type=options.PATH, metavar="OUT.pdf")
@options.LANGUAGE
@options.REVIEW
@click.pass_obj
def contributions(
    tr: Catalogue, /, file: Path, as_json: bool, record: Path | None, **rest: Any
) -> Outcome:
    """List what was contributed to each question, or write the record of it all."""
    if record is not None:
        return replies.record(file, record, rest["language"], rest["review_id"], tr)
    return replies.contributions(file, rest["review_id"], tr, as_json=as_json)


@click.command()
@options.FILE
@click.argument("other", type=options.PATH)
@options.JSON
@options.REVIEW
@click.pass_obj
def reconcile(
    tr: Catalogue, file: Path, other: Path, as_json: bool, review_id: str | None
) -> Outcome:
    """Take in what another copy of the file holds; list what is to be settled."""
    return replies.reconcile(file, other, review_id, tr, as_json=as_json)


@click.command()
@options.FILE
@options.OUT_REQUIRED
@options.LANGUAGE
@options.RECORD
@options.REVIEW
@click.pass_obj
def publish(tr: Catalogue, /, **order: Any) -> Outcome:
    """Clear, and write the public edition, proved free of restricted text."""
    return replies.publish(replies.PublicOrder(**order), tr)


def _passphrase(tr: Catalogue) -> Callable[[], str | None]:
    """From FOCALPOINT_PACKET_PASSPHRASE, else from a prompt; never an argument."""
    prompt = tr("Passphrase of the packet")
    return lambda: secret("FOCALPOINT_PACKET_PASSPHRASE", prompt) or None


def _given_passphrase() -> str | None:
    """Replies are locked with the round's own key as a rule: nobody is asked."""
    return os.environ.get("FOCALPOINT_PACKET_PASSPHRASE") or None
