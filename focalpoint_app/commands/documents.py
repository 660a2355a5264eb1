"""Verbs that put a review onto pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from focalpoint_app.commands import options
from focalpoint_app.commands.keys import KEY_OPTIONS, given_key
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow import verbs
from focalpoint_app.workflow.verbs import Outcome, SubmitOrder


@click.command()
@options.FILE
@options.OUT_REQUIRED
@options.LANGUAGE
@options.REVIEW
@click.pass_obj
def draft(
    tr: Catalogue, file: Path, output: Path, language: str, review_id: str | None
) -> Outcome:
    """Write a PDF with DRAFT across each page, unsigned."""
    return verbs.draft(file, output, language, review_id, tr)


@click.command()
@options.FILE
@options.OUT_REQUIRED
@options.P12
@options.TOKEN
@options.TOKEN_LABEL
@options.LANGUAGE
@click.option("--edition", type=click.Choice(["reviewing", "public"]),
              default="reviewing")  # fmt: skip
@options.REVIEW
@click.pass_obj
def submit(tr: Catalogue, /, file: Path, output: Path, **rest: Any) -> Outcome:
    """Clear, export, and sign where a key is given."""
    key = given_key(tr, **{name: rest.pop(name) for name in KEY_OPTIONS})
    order = SubmitOrder(file, output, key, **rest)
    return verbs.submit(order, tr)
