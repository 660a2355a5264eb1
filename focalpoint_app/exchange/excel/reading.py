"""An Excel workbook that came back, as a reply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.consultation import (
    Asked,
    Carrier,
    Flaw,
    Given,
    Reply,
    Request,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.answer_given import (
    Filled,
    FlawedAnswerError,
    Reading,
    flaw_of,
)
from focalpoint_app.exchange.archive import Archive
from focalpoint_app.exchange.carriers import carrier_of
from focalpoint_app.exchange.excel.finding import Found, find
from focalpoint_app.exchange.excel.sheets import Book
from focalpoint_app.exchange.kept import kept_texts
from focalpoint_app.exchange.office_files import refuse_macros, request_named
from focalpoint_app.exchange.request_digest import reply_id
from focalpoint_app.exchange.respondents import register_of, respondent_of, uncounted

_INSERTED = ("xl/media/", "xl/embeddings/")
"""Where pictures and objects lie that somebody put into a sheet."""


def read_excel(content: bytes, known: Mapping[str, Request]) -> Reply:
    """What an .xlsx brings back; ``known`` are requests by id.

    Rows and columns may stand in any order and some may be missing.  Of a formula
    its last result is taken and flagged.

    Raises:
        AppError: ``reply.*`` for what costs the whole file.
    """
    if carrier_of(content) is not Carrier.EXCEL:
        raise AppError("reply.unknown_kind")
    archive = Archive(content)
    refuse_macros(archive)
    book = Book(archive)
    request = request_named("\n".join(_texts(book)), known)
    taking = _Taking(find(book, request), Reading(request.language, reply_id(content)))
    given = tuple(filter(None, map(taking.given, request.questions)))
    if any(each.startswith(_INSERTED) for each in archive.names):
        taking.flaws.append(Flaw("reply.loose_picture"))
    fields = taking.found.fields
    counts = uncounted(fields, request.language)
    return Reply(
        id=reply_id(content),
        request=request.id,
        carrier=Carrier.EXCEL,
        given=given,
        unassigned=kept_texts((*taking.found.unassigned, *counts, *book.notes)),
        flaws=tuple(taking.flaws),
        respondent=respondent_of(fields, request.language),
        register=register_of(fields),
        digest=sha256_hex(content),
    )


def _texts(book: Book) -> Iterator[str]:
    for sheet in book.sheets:
        for row in sheet.rows:
            yield from (cell.text for cell in row.values())


@dataclass(slots=True)
class _Taking:
    found: Found
    reading: Reading
    flaws: list[Flaw] = field(default_factory=list)

    def given(self, asked: Asked) -> Given | None:
        filled = self.found.filled.get(asked.id, Filled())
        if asked.id in self.found.calculated:
            self.flaws.append(flaw_of("reply.formula", asked))
        if asked.id in self.found.broken:
            self.flaws.append(flaw_of("reply.no_result", asked))
        if asked.id in self.found.merged:
            self.flaws.append(flaw_of("reply.merged_cells", asked))
        try:
            entry = self.reading.entry(asked, filled)
            self._refuse_spoiled(asked, entry)
        except FlawedAnswerError as exc:
            self.flaws.append(exc.flaw)
            self.found.unassigned.append(filled.words)
            return None
        return Given(asked.id, entry) if entry else None

    def _refuse_spoiled(self, asked: Asked, entry: object) -> None:
        if entry and asked.id in self.found.spoiled:
            raise FlawedAnswerError(flaw_of("reply.spoiled_question", asked))
