"""An expunging on paper: what was decided, where it took effect, what it left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from focalpoint_app.document.blocks import Block, Document, Style
from focalpoint_app.document.frame import framed, heading
from focalpoint_app.document.look import Paper
from focalpoint_app.document.verification_record import Fact, facts_table, listed
from focalpoint_app.document.wording import Wording
from focalpoint_app.language.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class ExpungingRecord:
    """Facts and sentences in the record's language, in the order of printing.

    ``left``: what still holds the passage, by decision or since it is a copy.
    """

    decision: tuple[Fact, ...]
    effect: tuple[Fact, ...]
    left: tuple[str, ...]


def expunging_record(record: ExpungingRecord, tr: Catalogue, paper: Paper) -> Document:
    wording = Wording(tr)
    title = tr("Record of an expunging")
    return framed(title, "", _blocks(record, wording, title), wording, paper)


def _blocks(record: ExpungingRecord, wording: Wording, title: str) -> Iterator[Block]:
    tr = wording.tr
    yield heading(wording, title, 1)
    yield wording.paragraph(
        tr(
            "By this decision a passage was taken out of the workspace for good. It is"
            " not repeated here; a mark stands in its place."
        ),
        Style.NOTE,
    )
    yield heading(wording, tr("The decision"), 2)
    yield facts_table(record.decision, wording)
    yield heading(wording, tr("Where it was taken out"), 2)
    yield facts_table(record.effect, wording)
    yield heading(wording, tr("What still holds it"), 2)
    nothing = tr("Nothing that the program knows of.")
    yield listed(record.left or (nothing,), wording)
    yield heading(wording, tr("What this record does not say"), 2)
    yield listed(tuple(_left_open(tr)), wording)


def _left_open(tr: Catalogue) -> Iterator[str]:
    yield tr(
        "What copies that were given to others, submissions, letters and printed pages"
        " still say."
    )
    yield tr("What scans that are kept beside a clearance show.")
    yield tr("What the disk itself keeps of files that were overwritten.")
