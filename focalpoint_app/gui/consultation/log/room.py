"""The register's room: what went out and what came in, and both as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.consultation.figures import Figure, FigureTable, Heading, Line
from focalpoint_app.gui.consultation.log.printing_card import PrintingCard
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.sheet import Section, Sheet
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.room import Room
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_
from focalpoint_app.workflow.consultation.registering import register_of

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.registering import Entry

_WIDEST = 1200
_NONE = "–"
_DATE = 4
"""Shares that a date in words takes in two lines, in Spanish too."""


class RegisterRoom(Room):
    def __init__(self, session: Session, dialogs: FileDialogs | None = None) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self.outgoing = FigureTable()
        self.incoming = FigureTable()
        self.printing = PrintingCard(session, self._told, dialogs or FileDialogs())
        self._nothing = (soft_label(wrap=True), soft_label(wrap=True))
        self._build()

    def _build(self) -> None:
        sheet = Sheet(_WIDEST)
        for at, (heading, table, nothing) in enumerate(
            (
                (N_("Outgoing"), self.outgoing, N_("Nothing has gone out yet.")),
                (N_("Incoming"), self.incoming, N_("Nothing has come in yet.")),
            )
        ):
            card = Section(self._told, heading)
            self._told.add(table.setAccessibleName, heading)
            self._told.add(self._nothing[at].setText, nothing)
            card.column.addWidget(self._nothing[at])
            card.column.addWidget(table)
            sheet.column.addWidget(card)
        sheet.column.addWidget(self.printing)
        sheet.finish()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    def enter(self) -> None:
        self._show(self._session.catalogue)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.printing.retranslate(tr)
        if self.isVisible():  # Elsewhere ``enter`` of the place tells it anew.
            self._show(tr)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.outgoing, self.incoming, self.printing.output.save)

    def _show(self, tr: Catalogue) -> None:
        book = register_of(self._session.desk, tr, self._session.requests)
        headings = _outgoing_headings(tr), _incoming_headings(tr)
        self.outgoing.show_lines(headings[0], [_sent(e, tr) for e in book.outgoing])
        self.incoming.show_lines(headings[1], [_came(e, tr) for e in book.incoming])
        self._nothing[0].setVisible(not book.outgoing)
        self._nothing[1].setVisible(not book.incoming)


def _outgoing_headings(tr: Catalogue) -> tuple[Heading, ...]:
    return (
        Heading(tr("Outgoing number"), 3),
        Heading(tr("Date"), _DATE),
        Heading(tr("Sent to"), 5),
        Heading(tr("Subject"), 5),
        Heading(tr("Due on"), _DATE),
        Heading(tr("File number"), 3),
        Heading(tr("Urgency"), 2),
        Heading(tr("Marking"), 3),
    )


def _incoming_headings(tr: Catalogue) -> tuple[Heading, ...]:
    return (
        Heading(tr("Incoming number"), 3),
        Heading(tr("Received on"), _DATE),
        Heading(tr("Received from"), 5),
        Heading(tr("Their number"), 3),
        Heading(tr("Date of their letter"), _DATE),
        Heading(tr("In reply to"), 5),
        Heading(tr("Standing"), 3),
        Heading(tr("Marking"), 3),
    )


def _sent(entry: Entry, tr: Catalogue) -> Line:
    return _line(
        entry.number,
        _date(entry.date, tr),
        entry.party or tr("Anonymous contributor"),
        "\n".join(filter(None, (entry.subject, entry.withdrawn))),
        "" if entry.withdrawn else _date(entry.due, tr),
        entry.file,
        entry.urgency,
        entry.marking,
    )


def _came(entry: Entry, tr: Catalogue) -> Line:
    return _line(
        entry.number,
        _date(entry.date, tr),
        entry.party or tr("Anonymous contributor"),
        entry.theirs[0],
        _date(entry.theirs[1], tr),
        entry.subject,
        entry.standing,
        entry.marking,
    )


def _line(*texts: str) -> Line:
    return Line("", tuple(Figure(text or _NONE) for text in texts))


def _date(text: str, tr: Catalogue) -> str:
    return written_date(text, tr.language, tr.digits) if text else ""
