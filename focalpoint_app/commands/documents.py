"""Verbs that put a review onto pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from focalpoint_app.commands import options
from focalpoint_app.commands.harmless import told
from focalpoint_app.commands.keys import KEY_OPTIONS, given_key
from focalpoint_app.domain.review import PARTS
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.verbs import document_verbs, verbs
from focalpoint_app.workflow.verbs.document_verbs import PaperOrder, PrintOrder
from focalpoint_app.workflow.verbs.verbs import DraftOrder, Outcome


@click.command()
@options.FILE
@options.OUT_REQUIRED
@options.LANGUAGE
@options.BESIDE
@options.RECORD
@options.REVIEW
@click.pass_obj
def draft(tr: Catalogue, /, **order: Any) -> Outcome:
    """Write a PDF with DRAFT across each page, unsigned."""
    return verbs.draft(DraftOrder(**order), tr)


@click.command()
@options.FILE
@options.OUT_REQUIRED
@options.P12
@options.TOKEN
@options.TOKEN_LABEL
@options.TIMESTAMP
@options.LANGUAGE
@options.BESIDE
@click.option("--edition", type=click.Choice(["reviewing", "public"]),
              default="reviewing")  # fmt: skip
@options.RECORD
@options.REVIEW
@click.pass_obj
def submit(tr: Catalogue, /, file: Path, output: Path, **rest: Any) -> Outcome:
    """Clear, export, and sign where a key is given."""
    from focalpoint_app.workflow.verbs import signing_verbs

    key = given_key(tr, **{name: rest.pop(name) for name in KEY_OPTIONS})
    order = signing_verbs.SubmitOrder(file, output, key, **rest)
    return signing_verbs.submit(order, tr, partial(told, as_error=True))


@click.command("print")
@click.argument("kind", type=click.Choice(["blank", "article", "sources",
                                           "assistance", "register"]))  # fmt: skip
@click.argument("file", type=options.PATH, required=False)
@options.OUT_REQUIRED
@click.option("--questionnaire", default="")
@click.option("--article", default="", metavar="untoc.5")
@click.option("--part", "parts", type=options.Parts(none_is_all=True), default="",
              metavar=",".join(PARTS))  # fmt: skip
@options.LANGUAGE
@options.BESIDE
@options.REVIEW
@click.pass_obj
def print_document(tr: Catalogue, /, **order: Any) -> Outcome:
    """Write a blank questionnaire, an article, sources, assistance, the register."""
    wanted = PrintOrder(**order)
    if (wanted.file is None) != bool(wanted.questionnaire):
        raise options.OneOfError("FILE", "--questionnaire")
    if wanted.file is None and wanted.kind != "blank":
        raise options.missing("file")
    if wanted.kind == "article" and not wanted.article:
        raise options.missing("article")
    return document_verbs.print_document(wanted, tr)


@click.command()
@options.FILE
@click.option("--line", "lines", multiple=True, metavar="TEXT")
@click.option("--picture", type=options.PATH)
@click.option("--marking", metavar="TEXT")
@options.LANGUAGE
@click.option("--clear", is_flag=True)
@options.REVIEW
@click.pass_obj
def letterhead(
    tr: Catalogue, /, file: Path, review_id: str | None, **order: Any
) -> Outcome:
    """Set what every document is printed on, or show it."""
    return document_verbs.letterhead(file, PaperOrder(**order), review_id, tr)
