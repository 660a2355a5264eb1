"""Verbs of a submission that is there: sign it, judge it, take its data out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from focalpoint_app.commands import options
from focalpoint_app.commands.keys import demanded_key
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.submitting import judging
from focalpoint_app.workflow.verbs import verbs
from focalpoint_app.workflow.verbs.verbs import Outcome


@click.command()
@options.PDF
@options.P12
@options.TOKEN
@options.TOKEN_LABEL
@options.TIMESTAMP
@options.OUT
@click.pass_obj
def sign(
    tr: Catalogue, /, pdf: Path, output: Path | None, timestamp: str, **key: Any
) -> Outcome:
    """Add the next signature."""
    from focalpoint_app.workflow.verbs import signing_verbs

    return signing_verbs.sign(pdf, output, demanded_key(tr, **key), timestamp, tr)


@click.command()
@options.PDF
@options.JSON
@click.option("--trust", type=options.PATH, multiple=True)
@click.option("--record", type=options.PATH)
@options.LANGUAGE
@click.pass_obj
def verify(tr: Catalogue, /, pdf: Path, as_json: bool, **rest: Any) -> Outcome:
    """Say whether the file is what was signed."""
    record = (rest["record"], rest["language"]) if rest["record"] else None
    return judging.verify(pdf, rest["trust"], record, tr, as_json=as_json)


@click.group()
def trust() -> None:
    """Keep the certificates whose signers you know."""


@trust.command("list")
@options.JSON
@click.pass_obj
def list_trusted(tr: Catalogue, as_json: bool) -> Outcome:
    """List them."""
    return judging.list_trusted(tr, as_json=as_json)


@trust.command("add")
@click.argument("certificate", type=options.PATH)
@options.JSON
@click.pass_obj
def add_trusted(tr: Catalogue, certificate: Path, as_json: bool) -> Outcome:
    """Add an authority or a signer (PEM or DER)."""
    return judging.add_trusted(certificate, tr, as_json=as_json)


@trust.command("remove")
@click.argument("fingerprint")
@options.JSON
@click.pass_obj
def remove_trusted(tr: Catalogue, fingerprint: str, as_json: bool) -> Outcome:
    """Remove the one with this fingerprint, or with these first digits of it."""
    return judging.remove_trusted(fingerprint, tr, as_json=as_json)


@click.command()
@click.argument("scan", type=options.PATH)
@options.PDF
@options.JSON
@click.pass_obj
def match(tr: Catalogue, scan: Path, pdf: Path, as_json: bool) -> Outcome:
    """Say whether a scanned, hand-signed page belongs to a submission."""
    return judging.match(scan, pdf, tr, as_json=as_json)


@click.command()
@options.PDF
@options.OUT
def extract(pdf: Path, output: Path | None) -> Outcome:
    """Take out the data inside a submission, byte for byte."""
    return verbs.extract(pdf, output)
