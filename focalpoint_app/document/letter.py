"""An office's letter on its letterhead: for signature, or to go with a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from focalpoint_app.document.blocks import Block, Document, Paragraph, Run, Style
from focalpoint_app.document.frame import framed
from focalpoint_app.document.look import PLAIN, Paper
from focalpoint_app.document.wording import Wording
from focalpoint_app.language.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class LetterText:
    """Its words, in one language; ``facts`` are what the register notes of it.

    Lines of ``addressee`` and paragraphs of ``body`` are parted by line breaks.
    """

    subject: str
    addressee: str
    body: str
    signatory: str = ""
    facts: tuple[tuple[str, str], ...] = ()


def letter_page(
    text: LetterText, state: str, tr: Catalogue, paper: Paper = PLAIN
) -> Document:
    """``state`` is an ISO 3166 code; the subject is the document's name."""
    wording = Wording(tr)
    document = framed(text.subject, state, _blocks(text, wording), wording, paper)
    return replace(document, head="")


def _blocks(text: LetterText, wording: Wording) -> Iterator[Block]:
    for name, value in text.facts:
        yield _fact(name, value, wording)
    for line in filter(None, text.addressee.split("\n")):
        yield wording.paragraph(line, bold=True)
    yield wording.paragraph(text.subject, Style.QUESTION, bold=True)
    for paragraph in filter(None, text.body.split("\n")):
        yield wording.paragraph(paragraph)
    for line in filter(None, text.signatory.split("\n")):
        yield wording.paragraph(line, bold=True)


def _fact(name: str, value: str, wording: Wording) -> Paragraph:
    runs = (
        Run(f"{name}{wording.marks.colon}", wording.language),
        Run(value, wording.language, isolated=True),
    )
    return Paragraph(runs, Style.NOTE, wording.language)
