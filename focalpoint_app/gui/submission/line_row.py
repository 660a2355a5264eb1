"""One line of the sign-off page: role, name, title, seal, ink or digital."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.language.catalogue import Catalogue

_INK, _DIGITAL = "ink", "digital"
_HOW_WIDTH = 130


class LineRow(QWidget):
    """Signals:
    changed: something in it was changed by the user.
    removed: the line goes.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, line: SignLine) -> None:
        super().__init__()
        self.role = LineField(line.role)
        self.name = LineField(line.name)
        self.title = LineField(line.title)
        self.how = QComboBox()
        self.seal = CheckOption()
        self.cross = IconButton("remove")
        self._rows = {
            field: FormRow(field)
            for field in (self.role, self.name, self.title, self.how)
        }
        self.how.addItem("", _DIGITAL)
        self.how.addItem("", _INK)
        self.how.setCurrentIndex(self.how.findData(_DIGITAL if line.digital else _INK))
        self.seal.setChecked(line.seal)
        self.how.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.how.setMinimumWidth(_HOW_WIDTH)
        self._build()
        self._connect()

    def _build(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(12)
        for field in (self.role, self.name):
            above.addWidget(self._rows[field], 1)
        above.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignBottom)
        below.addWidget(self._rows[self.title], 1)
        below.addWidget(self._rows[self.how])
        below.addWidget(self.seal, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        column.addLayout(below)

    def _connect(self) -> None:
        for field in (self.role, self.name, self.title):
            field.editingFinished.connect(self.changed)
        self.how.activated.connect(self.changed)
        self.seal.clicked.connect(self.changed)
        self.cross.clicked.connect(self.removed)

    @property
    def line(self) -> SignLine:
        return SignLine(
            role=self.role.text().strip(),
            name=self.name.text().strip(),
            title=self.title.text().strip(),
            seal=self.seal.isChecked(),
            digital=self.how.currentData() == _DIGITAL,
        )

    def retranslate(self, tr: Catalogue) -> None:
        for field, words in (
            (self.role, tr("Role")),
            (self.name, tr("Name")),
            (self.title, tr("Title")),
            (self.how, tr("Signature")),
        ):
            self._rows[field].say(words)
        self.how.setItemText(0, tr("Digital"))
        self.how.setItemText(1, tr("In ink"))
        self.seal.setText(tr("Place for a seal"))
        self.cross.name_it(tr("Remove the line"))
