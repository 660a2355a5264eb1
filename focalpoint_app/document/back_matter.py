"""What follows the answers: numbered sources, assistance needed, the sign-off page."""

from __future__ import annotations

from collections.abc import Iterator

from focalpoint_app.document.blocks import (
    Block,
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    SignaturePlace,
    Style,
    Table,
)
from focalpoint_app.document.edition_view import EditionView, SignLine
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.answer import Row, TableValue
from focalpoint_app.domain.questionnaire import CLOSING, Column, Question
from focalpoint_app.domain.source import Source
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date

_WIDTHS = {"priority": 1.1, "type": 1.5, "detail": 2.8, "institution": 1.5}
"""Shares of the assistance table's columns; the others take 1.2."""


def source_list(view: EditionView, wording: Wording) -> Iterator[Block]:
    """Every source the edition's answers cite, numbered as they cite it."""
    known = {source.id: source for source in view.sources}
    numbered = [(number, known[s]) for s, number in view.source_numbers.items()]
    if not numbered:
        return
    yield heading(wording, wording.tr("Sources"), 1, new_page=True)
    yield ListBlock(
        tuple(
            ListItem(
                f"[{number}]",
                (source_paragraph(source, wording),),
                anchor=f"source-{number}",
            )
            for number, source in numbered
        )
    )


def source_paragraph(source: Source, wording: Wording) -> Paragraph:
    """Title, number, gazette and links, as a gazette would be quoted."""
    runs = [Run(wording.of(source.title), wording.language, bold=True)]
    for detail in _details(source, wording):
        runs += [Run(wording.marks.comma, wording.language), Run(detail, isolated=True)]
    for link in filter(None, (source.sherloc, source.url)):
        runs += [Run(" ", wording.language), Run(link, "en", link=link, isolated=True)]
    return Paragraph(tuple(runs), Style.BODY, wording.language)


def _details(source: Source, wording: Wording) -> Iterator[str]:
    tr = wording.tr
    if source.number and source.number not in wording.of(source.title):
        yield _numbered(source, tr)
    if source.date_printed or source.date:
        yield source.date_printed or written_date(source.date, wording.language)
    if source.gazette_number:
        yield tr("official gazette No. {number}", number=source.gazette_number)
    if source.gazette_date:
        yield written_date(source.gazette_date, wording.language)
    if source.amendments:
        yield source.amendments
    if source.territory:
        yield source.territory


def _numbered(source: Source, tr: Catalogue) -> str:
    """A bare number in words; one that the gazette spells out, as it is."""
    if not source.number.isdigit():
        return source.number
    if source.year is None:
        return tr("No. {number}", number=source.number)
    return tr("No. {number} of {year}", number=source.number, year=source.year)


def assistance_table(view: EditionView, wording: Wording) -> Iterator[Block]:
    """All needs of all instruments in one table, most urgent first."""
    needs = [(part, question, row) for part, question, row in _needs(view)]
    if not needs:
        return
    tr = wording.tr
    yield heading(wording, tr("Technical assistance needed"), 1, new_page=True)
    columns = needs[0][1].columns
    head = [tr("Instrument"), *(wording.of(column.text) for column in columns)]
    rows = [
        [wording.of(view.questionnaire.part(part).short_title), *cells]
        for part, cells in (
            (part, _cells(row, columns, wording))
            for part, _, row in sorted(needs, key=lambda need: _urgency(need[2]))
        )
    ]
    widths = (1.2, *(_WIDTHS.get(column.id, 1.2) for column in columns))
    body = tuple(_row(cells, wording, header=False) for cells in rows)
    yield Table(
        (_row(head, wording, header=True), *body), widths, language=wording.language
    )


def _needs(view: EditionView) -> Iterator[tuple[str, Question, Row]]:
    for part in view.parts:
        question = view.questionnaire.questions.get(
            f"{part}.{CLOSING}.assistance.needs"
        )
        if question is None or not view.facts.is_visible(question.id):
            continue
        answer = view.answers.get(question.id)
        if answer is not None and isinstance(answer.value, TableValue):
            for row in answer.value.rows:
                yield part, question, row


def _urgency(row: Row) -> int:
    order = ("high", "medium", "low")
    priority = str(row.cells.get("priority", ""))
    return order.index(priority) if priority in order else len(order)


def _cells(row: Row, columns: tuple[Column, ...], wording: Wording) -> list[str]:
    return [wording.cell(column, row.cells.get(column.id)) for column in columns]


def _row(cells: list[str], wording: Wording, *, header: bool) -> tuple[Cell, ...]:
    return tuple(Cell((wording.paragraph(text),), header=header) for text in cells)


def sign_off(
    view: EditionView, lines: tuple[SignLine, ...], wording: Wording
) -> Iterator[Block]:
    """The page that is signed, in ink or digitally; absent without lines."""
    if not lines:
        return
    tr = wording.tr
    yield heading(wording, tr("Sign-off"), 1, new_page=True)
    yield wording.paragraph(
        tr(
            "The undersigned confirm that the answers in this document are those "
            "cleared for the review, as identified by the digest below."
        )
    )
    if view.digest is not None:
        yield digest_paragraph(view.digest, wording)
    for position, line in enumerate(lines, start=1):
        yield SignaturePlace(
            role=line.role,
            name=line.name,
            title=line.title,
            seal=line.seal,
            field=f"signature-{position}" if line.digital else None,
            language=wording.language,
        )


def digest_paragraph(digest: str, wording: Wording) -> Paragraph:
    """All 64 digits; how they are grouped must stay readable to ``verify``."""
    run = Run(digest, "en", isolated=True)
    return Paragraph((run,), Style.DIGEST, wording.language)


def heading(
    wording: Wording,
    text: str,
    level: int,
    *,
    anchor: str | None = None,
    new_page: bool = False,
) -> Heading:
    runs = (Run(text, wording.language),)
    return Heading(level, runs, wording.language, anchor=anchor, new_page=new_page)
