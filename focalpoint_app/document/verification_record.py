"""A verification on paper: what was found, what was compared, what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from focalpoint_app.document.blocks import (
    Block,
    Cell,
    Document,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Section,
    Style,
    Table,
)
from focalpoint_app.document.frame import framed, heading
from focalpoint_app.document.look import PLAIN
from focalpoint_app.document.wording import Wording
from focalpoint_app.language.catalogue import Catalogue

Fact = tuple[str, str]
"""A label and what it is; figures and names are set apart from the text around."""


@dataclass(frozen=True, slots=True)
class VerificationRecord:
    """Sentences and facts in the record's language, in the order of printing.

    A signature's facts come in groups, each of which stays on one page.
    """

    verdict: tuple[str, ...]
    made: str
    file: tuple[Fact, ...]
    content: tuple[str, ...]
    signatures: tuple[tuple[tuple[Fact, ...], ...], ...]
    compared: tuple[str, ...]


def verification_record(record: VerificationRecord, tr: Catalogue) -> Document:
    wording = Wording(tr)
    title = tr("Verification record")
    return framed(title, "", _blocks(record, wording, title), wording, PLAIN)


def _blocks(
    record: VerificationRecord, wording: Wording, title: str
) -> Iterator[Block]:
    tr = wording.tr
    yield heading(wording, title, 1)
    yield wording.paragraph(record.made, Style.NOTE)
    verdict = (wording.paragraph(each, Style.ANSWER, bold=True)
               for each in record.verdict)  # fmt: skip
    yield Section(tuple(verdict), together=True, boxed=True)
    yield heading(wording, tr("The file"), 2)
    yield facts_table(record.file, wording)
    if record.content:
        yield heading(wording, tr("What it holds"), 2)
        yield from (wording.paragraph(line) for line in record.content)
    for number, groups in enumerate(record.signatures, start=1):
        yield from _signature(tr("Signature {number}", number=number), groups, wording)
    for name, lines in (
        (tr("What was compared"), record.compared),
        (tr("What this record does not say"), tuple(_left_open(tr))),
    ):
        above = heading(wording, name, 2)
        yield Section((above, listed(lines, wording)), together=True)


def _signature(
    name: str, groups: tuple[tuple[Fact, ...], ...], wording: Wording
) -> Iterator[Block]:
    """Whose it is and whether it holds together; the certificate may follow on the
    next page.
    """
    title: tuple[Block, ...] = (heading(wording, name, 2),)
    for facts in filter(None, groups):
        yield Section((*title, facts_table(facts, wording)), together=True)
        title = ()


def _left_open(tr: Catalogue) -> Iterator[str]:
    yield tr("Whether the signer was entitled to sign for the State.")
    yield tr("Whether a certificate was revoked: nothing was asked over any network.")
    yield tr(
        "When it was signed by any other clock than that of the signer's computer."
    )
    yield tr("Whether the answers are right.")


def facts_table(facts: tuple[Fact, ...], wording: Wording) -> Table:
    """Labels beside what they stand for."""
    rows = tuple(
        (
            Cell((wording.label(label),), header=True),
            Cell((Paragraph((Run(value, isolated=True),), Style.BODY),)),
        )
        for label, value in facts
    )
    return Table(rows, (1.0, 2.6), header_rows=0, language=wording.language)


def listed(lines: tuple[str, ...], wording: Wording) -> ListBlock:
    return ListBlock(tuple(ListItem("•", (wording.paragraph(line),)) for line in lines))
