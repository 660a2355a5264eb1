"""A submission of the small questionnaire, and what its blocks say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from focalpoint_app.document.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    MachineCode,
    Paragraph,
    Table,
    plain_text,
    walk,
)
from focalpoint_app.document.edition_view import EditionView, SignLine
from focalpoint_app.document.submission import submission
from focalpoint_app.domain.answer import Answer, Row, TableValue
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.language.catalogue import Catalogue
from tests.builders import chosen, questionnaire, written

DIGEST = "0123456789abcdef" * 4
CLEARANCE = "0b9c8f6e-1d2a-4c3b-9e8f-7a6b5c4d3e2f"
EXPLANATION = "untoc.5.1.a.i.explanation"
LAW = Source(
    "law-1",
    SourceKind.LAW,
    {"ar": "قانون مكافحة الجريمة المنظمة", "en": "Organized Crime Act"},
    gazette_number="12",
    sherloc="https://sherloc.unodc.org/cld/law-1",
)
ANSWERS = {
    "untoc.5.1.a.i": chosen("part", "المادة 47"),
    "untoc.5.1.a.i.explanation": written("الجنح غير مشمولة بعد."),
    "untoc.5.figures": Answer(
        TableValue((Row("r1", {"year": Decimal(2023), "note": "not_collected"}),))
    ),
}


def view(**changed: object) -> EditionView:
    given: dict[str, Any] = {
        "questionnaire": questionnaire(),
        "parts": ("untoc", "som"),
        "answers": ANSWERS,
        "sources": (LAW,),
        "state": "XAA",
        "audience": Audience.REVIEWING,
        "digest": DIGEST,
        "cleared": datetime(2026, 11, 22, tzinfo=UTC),
        "clearance": CLEARANCE,
    }
    return EditionView(**{**given, **changed})


def composed(language: str = "ar", **changed: object) -> Document:
    lines = (SignLine("خبير"), SignLine("جهة وصل", seal=True, digital=False))
    return submission(view(**changed), Catalogue(language), lines)


def anchors_of(document: Document) -> set[str]:
    blocks = tuple(walk(document.blocks))
    items = {i.anchor for b in blocks if isinstance(b, ListBlock) for i in b.items}
    own = {getattr(block, "anchor", None) for block in blocks}
    return {f"#{anchor}" for anchor in items | own if anchor}


def links_of(document: Document) -> set[str]:
    paragraphs = (b for b in walk(document.blocks) if isinstance(b, Paragraph))
    links = {run.link for paragraph in paragraphs for run in paragraph.runs}
    return {link for link in links if link and link.startswith("#")}


def said(document: Document) -> str:
    return "\n".join(texts(document.blocks))


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in walk(blocks):
        if isinstance(block, MachineCode):
            yield from texts(block.beside)
        if isinstance(block, Paragraph | Heading):
            yield plain_text(block.runs)
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from (plain_text(p.runs) for p in cell.paragraphs)
