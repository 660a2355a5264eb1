"""Citing: choose a source or describe a new one, and name the provision."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.domain.answer import Cite
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.questionnaire.citing import KINDS, source_words
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.theme.style import PRIMARY
from focalpoint_app.language.digits import latin_digits

_NEW = ""
_SHERLOC = "https://sherloc.unodc.org/"


class CiteDialog(QDialog):
    """Modal to the window; writes nothing before it is accepted."""

    def __init__(
        self, session: Session, question: str, cite: Cite | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._question = question
        self._cite = cite
        self.source = FormRow(QComboBox())
        self.kind = FormRow(QComboBox())
        self.title_ = FormRow(QLineEdit())
        self.number = FormRow(QLineEdit())
        self.year = FormRow(QLineEdit())
        self.sherloc = FormRow(QLineEdit())
        self.provision = FormRow(QLineEdit())
        self._buttons = QDialogButtonBox(_BUTTONS)
        self._build()
        self._fill()
        self._retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(10)
        for row in (self.source, *self._described(), self.provision):
            column.addWidget(row)
        column.addStretch()
        column.addWidget(self._buttons)
        self.setMinimumWidth(480)
        _combo(self.source).currentIndexChanged.connect(self._show_described)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)

    def _described(self) -> tuple[FormRow, ...]:
        return (self.kind, self.title_, self.number, self.year, self.sherloc)

    def _fill(self) -> None:
        tr, desk = self._session.catalogue, self._session.desk
        box = _combo(self.source)
        box.addItem(tr("A new source"), _NEW)
        for source in desk.sources.values():
            box.addItem(source_words(source, tr), source.id)
        for kind in SourceKind:
            _combo(self.kind).addItem(tr(KINDS[kind]), kind.value)
        last = box.count() - 1
        at = box.findData(self._cite.source) if self._cite else last
        box.setCurrentIndex(max(0, at))
        if self._cite:
            _line(self.provision).setText(self._cite.provision)
        self._show_described()

    def _retranslate(self) -> None:
        tr = self._session.catalogue
        self.setWindowTitle(tr("Cite a source"))
        self.source.say(tr("Source"))
        self.kind.say(tr("Kind"))
        self.title_.say(tr("Title as printed"))
        self.number.say(tr("Number as written"))
        self.year.say(tr("Year"))
        self.sherloc.say(tr("Link to it in the SHERLOC portal"))
        _line(self.sherloc).setPlaceholderText(_SHERLOC)
        self.provision.say(tr("Provision, as the source names it"))
        _button(self._buttons, _OK).setText(tr("Cite it"))
        _button(self._buttons, _OK).setProperty(PRIMARY, True)
        _button(self._buttons, _CANCEL).setText(tr("Cancel"))

    def _show_described(self) -> None:
        is_new = _combo(self.source).currentData() == _NEW
        for row in self._described():
            row.setVisible(is_new)
        self.adjustSize()

    def _accept(self) -> None:
        source = self._chosen_source()
        if source is None:
            return
        desk, question = self._session.desk, self._question
        provision = _line(self.provision).text().strip()
        if self._cite is None:
            self._session.act(lambda: desk.cite(question, source, provision), question)
        else:
            cite = replace(self._cite, source=source, provision=provision)
            self._session.act(lambda: desk.recite(question, cite), question)
        self.accept()

    def _chosen_source(self) -> str | None:
        """Its id; None where the described one is not complete or not taken."""
        chosen = str(_combo(self.source).currentData())
        if chosen != _NEW:
            return chosen
        described = self._described_source()
        if described is None:
            return None
        desk = self._session.desk
        self._session.act(lambda: desk.save_source(described))
        self._session.sources_changed.emit()
        return described.id if described.id in desk.sources else None

    def _described_source(self) -> Source | None:
        tr = self._session.catalogue
        title = _line(self.title_).text().strip()
        year = latin_digits(_line(self.year).text().strip())
        self.title_.complain("" if title else tr("Write the title of the source."))
        good_year = not year or (year.isdecimal() and len(year) == 4)
        self.year.complain("" if good_year else tr("Write the year in four digits."))
        if not title or not good_year:
            return None
        return Source(
            id=self._session.desk.new_id(),
            kind=SourceKind(str(_combo(self.kind).currentData())),
            title={self._session.desk.review.languages[0]: title},
            number=_line(self.number).text().strip(),
            year=int(year) if year else None,
            sherloc=_line(self.sherloc).text().strip(),
        )


_OK = QDialogButtonBox.StandardButton.Ok
_CANCEL = QDialogButtonBox.StandardButton.Cancel
_BUTTONS = _OK | _CANCEL


def _combo(row: FormRow) -> QComboBox:
    assert isinstance(row.field, QComboBox)
    return row.field


def _line(row: FormRow) -> QLineEdit:
    assert isinstance(row.field, QLineEdit)
    return row.field


def _button(
    box: QDialogButtonBox, which: QDialogButtonBox.StandardButton
) -> QPushButton:
    return box.button(which)
