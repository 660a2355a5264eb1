"""Whose letter it is, how binding, and what the register notes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.questionnaire.contributions.words import STANDINGS
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.start.date_row import DateRow
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.written_letters import LetterAtWork

_PAUSE = 500  # ms
_LINES = ("signatory", "role", "outgoing", "incoming", "checked_by")
_CHOSEN = (Standing.WORKING, Standing.OFFICIAL, Standing.PERSONAL, Standing.ORAL)


class LetterFields(QWidget):
    """``register`` is laid out by itself: what the mail register notes.

    Signals:
        changed: something was chosen, or typed half a second ago.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._languages: dict[str, str] = {}
        self._anonymous: set[str] = set()
        self.register = QWidget()
        self.institution = QComboBox()
        self.standing = QComboBox()
        self.lines = {name: LineField() for name in _LINES}
        self.date = DateRow()
        self.rows = {name: FormRow(line) for name, line in self.lines.items()}
        self._institution_row = FormRow(self.institution)
        self._standing_row = FormRow(self.standing)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.changed)
        self._build()

    def _build(self) -> None:
        rows = self.rows
        self.setLayout(Abreast((self._institution_row, self._standing_row)))
        pairs = (
            (rows["signatory"], rows["role"]),
            (rows["outgoing"], self.date),
            (rows["incoming"], rows["checked_by"]),
        )
        self.register.setLayout(Abreast(*pairs))
        for standing in _CHOSEN:
            self.standing.addItem("", standing)
        self.institution.activated.connect(self._choose)
        self.standing.activated.connect(lambda _at: self.changed.emit())
        for line in (*self.lines.values(), self.date.line):
            line.textEdited.connect(lambda _text: self._pause.start())

    @property
    def language(self) -> str:
        """Of the chosen institution's letters, empty before one is chosen."""
        return self._languages.get(str(self.institution.currentData() or ""), "")

    @property
    def wanting(self) -> str:
        """What is to be done before a letter can be anybody's; mostly nothing."""
        return self._institution_row.complaint

    def offer(self) -> None:
        """All institutions that are known, by name; the chosen one stays."""
        from focalpoint_app.workflow.consultation.stakeholders import (
            listed_stakeholders,
        )

        chosen = self.institution.currentData()
        self.institution.clear()
        self.institution.addItem(self._session.catalogue("Choose an institution"), "")
        known = listed_stakeholders(self._session.desk)
        for each in known:
            self.institution.addItem(each.name, each.id)
        words = self._session.catalogue("No institution is known yet; add it first.")
        self._institution_row.complain("" if known else words)
        self._languages = {each.id: each.language for each in known}
        self._anonymous = {each.id for each in known if each.is_anonymous}
        self.institution.setCurrentIndex(max(0, self.institution.findData(chosen)))

    def show_letter(self, letter: LetterAtWork) -> None:
        self.offer()
        at = self.institution.findData(letter.stakeholder)
        self.institution.setCurrentIndex(max(0, at))
        self.standing.setCurrentIndex(self.standing.findData(letter.standing))
        for name, line in self.lines.items():
            line.setText(getattr(letter, name))
        self.date.show_date(letter.date)
        self.date.complain()
        self._guard()
        self._show_checked(letter)

    def written(self, letter: LetterAtWork) -> LetterAtWork:
        """The letter with what stands here; a date that is none is left out."""
        said = {name: line.text().strip() for name, line in self.lines.items()}
        self._show_checked(letter)
        return replace(
            letter,
            stakeholder=str(self.institution.currentData() or ""),
            standing=Standing(self.standing.currentData()),
            date=self.date.date or "",
            signatory=said["signatory"],
            role=said["role"],
            outgoing=said["outgoing"],
            incoming=said["incoming"],
            checked_by=said["checked_by"],
        )

    def retranslate(self, tr: Catalogue) -> None:
        self._institution_row.say(tr("Institution"))
        self._standing_row.say(tr("Standing"))
        words = {
            "signatory": tr("Signatory"),
            "role": tr("Signatory's office"),
            "outgoing": tr("Number of their letter"),
            "incoming": tr("Our incoming number"),
            "checked_by": tr("Transcription checked by"),
        }
        for name, said in words.items():
            self.rows[name].say(said)
        self.date.say(tr("Date of the letter"))
        self.institution.setItemText(0, tr("Choose an institution"))
        for at, standing in enumerate(_CHOSEN):
            self.standing.setItemText(at, tr(STANDINGS[standing]))

    def _choose(self) -> None:
        self._guard()
        self.changed.emit()

    def _guard(self) -> None:
        """Of an anonymous contributor nothing is kept that could name them."""
        named = str(self.institution.currentData() or "") not in self._anonymous
        for name in ("signatory", "role", "outgoing", "incoming"):
            self.rows[name].setVisible(named)

    def _show_checked(self, letter: LetterAtWork) -> None:
        """Only what is typed from a picture is to be checked."""
        typed = any(each.is_transcribed for each in letter.passages)
        self.rows["checked_by"].setVisible(typed)
