"""Who attends: institution, person, office, woman or man."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import IconButton, push_button
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.meetings import Attendee

_PAUSE = 500  # ms
_GENDER_WIDTH = 124
_AS_WIDE_AS_ASKED = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class AttendanceCard(Section):
    """Signals:
    changed: somebody was added, removed or described otherwise.
    """

    changed = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("Attendees"))
        self._session = session
        self.rows: list[AttendeeRow] = []
        self.add = push_button()
        self.count = soft_label(wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._change)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.count)
        self.column.addLayout(beside(self.add))
        told.add(self.add.setText, N_("Add an attendee"))
        self.add.clicked.connect(self.add_row)

    @property
    def attendees(self) -> tuple[Attendee, ...]:
        return tuple(row.attendee for row in self.rows)

    def show_attendees(self, attendees: tuple[Attendee, ...]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for each in attendees:
            self._put(each)
        self._say_count()

    def add_row(self) -> None:
        """Of the same institution as the last one: they come in delegations."""
        from focalpoint_app.workflow.consultation.meetings import Attendee

        last = self.rows[-1].attendee.stakeholder if self.rows else ""
        row = self._put(Attendee(self._session.desk.new_id(), last))
        row.institution.setFocus()
        self._change()

    def retranslate(self, tr: Catalogue) -> None:
        for row in self.rows:
            row.retranslate(tr)
        self._say_count()

    def _put(self, attendee: Attendee) -> AttendeeRow:
        row = AttendeeRow(self._session, attendee)
        row.retranslate(self._session.catalogue)
        row.cross.clicked.connect(partial(self._remove, row))
        for box in (row.institution, row.gender):
            box.activated.connect(self._change)
        for line in (row.name, row.role):
            line.textEdited.connect(lambda _text: self._pause.start())
        self.rows.append(row)
        self._rows.addWidget(row)
        return row

    def _remove(self, row: AttendeeRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._change()

    def _change(self) -> None:
        self._say_count()
        self.changed.emit()

    def _say_count(self) -> None:
        from focalpoint_app.workflow.consultation.meetings import MAN, WOMAN

        tr = self._session.catalogue
        genders = [each.gender for each in self.attendees]
        women, men = genders.count(WOMAN), genders.count(MAN)
        self.count.setText(
            tr("Women: {women}, men: {men}", women=women, men=men) if genders else ""
        )
        self.count.setVisible(bool(genders))


class AttendeeRow(QWidget):
    def __init__(self, session: Session, attendee: Attendee) -> None:
        from focalpoint_app.workflow.consultation.meetings import MAN, WOMAN
        from focalpoint_app.workflow.consultation.stakeholders import (
            listed_stakeholders,
        )

        super().__init__()
        self._attendee = attendee
        self.institution = QComboBox()
        self.name = LineField(attendee.name)
        self.role = LineField(attendee.role)
        self.gender = QComboBox()
        self.cross = IconButton("remove")
        self.institution.addItem("", "")
        for each in listed_stakeholders(session.desk):
            self.institution.addItem(each.name, each.id)
        for gender in ("", WOMAN, MAN):
            self.gender.addItem("", gender)
        at = self.institution.findData(attendee.stakeholder)
        self.institution.setCurrentIndex(max(0, at))
        self.gender.setCurrentIndex(max(0, self.gender.findData(attendee.gender)))
        self._build()

    def _build(self) -> None:
        """Two lines: a pane is narrower than an institution, a name and an office."""
        for box in (self.institution, self.gender):
            box.setSizeAdjustPolicy(_AS_WIDE_AS_ASKED)
        self.gender.setMinimumWidth(_GENDER_WIDTH)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.institution, 1)
        above.addWidget(self.cross)
        for widget in (self.name, self.role):
            below.addWidget(widget, 1)
        below.addWidget(self.gender)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        for line in (above, below):
            line.setSpacing(8)
            column.addLayout(line)

    @property
    def attendee(self) -> Attendee:
        return replace(
            self._attendee,
            stakeholder=str(self.institution.currentData() or ""),
            name=self.name.text().strip(),
            role=self.role.text().strip(),
            gender=str(self.gender.currentData() or ""),
        )

    def retranslate(self, tr: Catalogue) -> None:
        self.institution.setItemText(0, tr("Guest"))
        self.institution.setAccessibleName(tr("Institution"))
        for line, words in ((self.name, tr("Name")), (self.role, tr("Position"))):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
        for at, words in enumerate(("—", tr("Woman"), tr("Man"))):
            self.gender.setItemText(at, words)
        self.gender.setAccessibleName(tr("Woman or man"))
        self.cross.name_it(tr("Remove the attendee"))
