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

    Lines of ``addressee`` and ``signatory`` and paragraphs of ``body``, the closing
    its last, are parted by line breaks.
    """

    subject: str
    addressee: str
    body: str
    signatory: str = ""
    copies: str = ""
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
    yield from _names(text.addressee, wording, Style.PART)
    subject = wording.paragraph(text.subject, Style.PART, bold=True)
    yield replace(subject, keep_with_next=True)
    *before, closing = _lines(text.body) or [""]
    for paragraph in before:
        yield wording.paragraph(paragraph)
    yield replace(wording.paragraph(closing), keep_with_next=bool(text.signatory))
    yield from _names(text.signatory, wording, Style.SIGNED)
    if text.copies:
        yield wording.paragraph(text.copies, Style.NOTE)


def _names(text: str, wording: Wording, first: Style) -> Iterator[Paragraph]:
    """Each on a line that stays with the next; *A. B.* keeps its last stop where it
    is in a letter of another direction."""
    lines = _lines(text)
    for place, line in enumerate(lines):
        run = Run(line, wording.language, bold=True, isolated=True)
        yield Paragraph(
            (run,),
            Style.BODY if place else first,
            wording.language,
            keep_with_next=place + 1 < len(lines),
        )


def _lines(text: str) -> list[str]:
    return [*filter(None, text.split("\n"))]


def _fact(name: str, value: str, wording: Wording) -> Paragraph:
    runs = (
        Run(f"{name}{wording.marks.colon}", wording.language),
        Run(value, wording.language, isolated=True),
    )
    return Paragraph(runs, Style.NOTE, wording.language)
