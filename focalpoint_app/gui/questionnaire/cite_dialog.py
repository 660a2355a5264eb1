"""Citing: choose a source or describe a new one, and name the provision."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.domain.answer import Cite
from focalpoint_app.domain.source import Source, SourceKind, read_link
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.questionnaire.citing import (
    KINDS,
    NO_LINK,
    in_order,
    source_words,
)
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
        self.source_box = QComboBox()
        self.kind_box = QComboBox()
        self.title_field = LineField()
        self.number_field = LineField()
        self.year_field = LineField()
        self.sherloc_field = LineField()
        self.provision_field = LineField()
        self._rows: dict[QWidget, FormRow] = {}
        self._buttons = QDialogButtonBox(_OK | _CANCEL)
        self._build()
        self._fill()
        self._tell()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(10)
        for field in (self.source_box, *self._described(), self.provision_field):
            self._rows[field] = FormRow(field)
            column.addWidget(self._rows[field])
        column.addStretch()
        column.addWidget(self._buttons)
        self.setMinimumWidth(480)
        self.source_box.currentIndexChanged.connect(self._show_described)
        self._buttons.accepted.connect(self.accept_citation)
        self._buttons.rejected.connect(self.reject)

    def _described(self) -> tuple[QWidget, ...]:
        """Fields that describe a new source."""
        return (
            self.kind_box,
            self.title_field,
            self.number_field,
            self.year_field,
            self.sherloc_field,
        )

    def _fill(self) -> None:
        tr, desk = self._session.catalogue, self._session.desk
        box = self.source_box
        box.addItem(tr("A new source"), _NEW)
        for source in in_order(desk.sources.values(), tr):
            box.addItem(source_words(source, tr), source.id)
        for kind in SourceKind:
            self.kind_box.addItem(tr(KINDS[kind]), kind.value)
        last = box.count() - 1
        at = box.findData(self._cite.source) if self._cite else last
        box.setCurrentIndex(max(0, at))
        if self._cite:
            self.provision_field.setText(self._cite.provision)
        self._show_described()

    def _tell(self) -> None:
        tr = self._session.catalogue
        self.setWindowTitle(tr("Cite a source"))
        for field, words in (
            (self.source_box, tr("Source")),
            (self.kind_box, tr("Kind")),
            (self.title_field, tr("Title as printed")),
            (self.number_field, tr("Number as written")),
            (self.year_field, tr("Year")),
            (self.sherloc_field, tr("Link to it in the SHERLOC portal")),
            (self.provision_field, tr("Provision, as the source names it")),
        ):
            self._rows[field].say(words)
        self.sherloc_field.setPlaceholderText(_SHERLOC)
        self._buttons.button(_OK).setText(tr("Cite it"))
        self._buttons.button(_OK).setProperty(PRIMARY, True)
        self._buttons.button(_CANCEL).setText(tr("Cancel"))

    def _show_described(self) -> None:
        is_new = self.source_box.currentData() == _NEW
        for field in self._described():
            self._rows[field].setVisible(is_new)
        self.adjustSize()

    def accept_citation(self) -> None:
        """Make the source where it is new, cite it, and close once it is cited."""
        source = self._chosen_source()
        if source is None:
            return
        desk, question = self._session.desk, self._question
        provision = self.provision_field.text().strip()
        known = self._cite or Cite(desk.new_id(), source, provision)
        cite = replace(known, source=source, provision=provision)
        if self._session.act(lambda: desk.recite(question, cite), question):
            self.accept()

    def _chosen_source(self) -> str | None:
        """Its id; None where the described one is not complete or not taken."""
        chosen = str(self.source_box.currentData())
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
        title = self.title_field.text().strip()
        year = latin_digits(self.year_field.text().strip())
        if not self._is_complete(title, year):
            return None
        return Source(
            id=self._session.desk.new_id(),
            kind=SourceKind(str(self.kind_box.currentData())),
            title={self._session.desk.review.languages[0]: title},
            number=self.number_field.text().strip(),
            year=int(year) if year else None,
            sherloc=read_link(self.sherloc_field.text()) or "",
        )

    def _is_complete(self, title: str, year: str) -> bool:
        """Says under each field what is wrong with it."""
        tr = self._session.catalogue
        no_title = "" if title else tr("Write the title of the source.")
        self._rows[self.title_field].complain(no_title)
        is_year = not year or (year.isdecimal() and len(year) == 4)
        no_year = "" if is_year else tr("Write the year in four digits.")
        self._rows[self.year_field].complain(no_year)
        is_link = read_link(self.sherloc_field.text()) is not None
        self._rows[self.sherloc_field].complain("" if is_link else tr(NO_LINK))
        return not no_title and not no_year and is_link


_OK = QDialogButtonBox.StandardButton.Ok
_CANCEL = QDialogButtonBox.StandardButton.Cancel
