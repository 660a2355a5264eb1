"""What the office's mail register notes of a letter, as fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from focalpoint_app.domain.consultation import Register
from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.start.date_row import DateRow
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.letter_pages import REGISTER_WORDS
from focalpoint_app.workflow.consultation.markings import national_markings
from focalpoint_app.workflow.consultation.stakeholders import LONGEST_NAME

_PLACES = (
    ("outgoing", "date"), ("file", "urgency"), ("marking", "annexes"), ("copies",),
)  # fmt: skip
_BESIDE = _PLACES[1:]
"""What a letter bears besides its number and date."""


class RegisterFields(QWidget):
    """``number`` is the line that holds the office's own number.

    Signals:
        changed: another text stands in one of them.
        finished: one of them was left, or chosen in.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, number: str = "outgoing", *, beside: bool = False) -> None:
        """``number``: ``outgoing`` for our letters, ``incoming`` for theirs.

        ``beside``: number and date stand elsewhere.
        """
        super().__init__()
        self._number = number
        names = (number, "file", "urgency", "annexes", "copies")
        self.lines = {name: LineField() for name in names}
        self.date = DateRow()
        self.marking = QComboBox()
        self._rows: dict[str, FormRow] = {
            name: FormRow(line) for name, line in self.lines.items()
        }
        self._rows |= {"date": self.date, "marking": FormRow(self.marking)}
        self.marking.setEditable(True)
        for each in ("", *(marking.id for marking in national_markings().known)):
            self.marking.addItem("", each)
        self._build(_BESIDE if beside else _PLACES)
        if beside:
            for row in (self._rows[number], self.date):
                row.setParent(self)
                row.hide()

    def _build(self, places: tuple[tuple[str, ...], ...]) -> None:
        rows = self._rows | {"outgoing": self._rows[self._number]}
        self.setLayout(Abreast(*(tuple(rows[each] for each in row) for row in places)))
        for line in self.lines.values():
            line.setMaxLength(LONGEST_NAME)
            line.textChanged.connect(lambda _text: self.changed.emit())
            line.editingFinished.connect(self.finished)
        self.date.line.textChanged.connect(lambda _text: self.changed.emit())
        self.marking.editTextChanged.connect(lambda _text: self.changed.emit())
        self.marking.activated.connect(lambda _at: self.finished.emit())
        edit = self.marking.lineEdit()
        if edit is not None:
            edit.editingFinished.connect(self.finished)

    @property
    def register(self) -> Register:
        """What stands in the fields; a date that is none is left out."""
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        copies = texts.pop("copies").replace("؛", ";").replace("；", ";").split(";")
        return Register(
            date=self.date.date or "",
            marking=self._chosen_marking(),
            copies=tuple(each.strip() for each in copies if each.strip()),
            **texts,
        )

    def noted_in(self, register: Register) -> Register:
        """With what stands here in place of all but its numbers and its date.

        A marking that means the same stays as it was written.
        """
        mine, rank = self.register, national_markings().rank
        is_other = rank(mine.marking) != rank(register.marking)
        is_own = rank(mine.marking) > len(national_markings().known)
        return replace(
            mine,
            marking=mine.marking if is_other or is_own else register.marking,
            outgoing=register.outgoing,
            incoming=register.incoming,
            date=register.date,
        )

    def check(self, tr: Catalogue) -> bool:
        """Say under the date that it is none."""
        return self.date.check(tr)

    def show_register(self, register: Register) -> None:
        for name, line in self.lines.items():
            value = getattr(register, name)
            line.setText(value if isinstance(value, str) else "; ".join(value))
        self.date.show_date(register.date)
        at = self.marking.findData(register.marking)
        self.marking.setCurrentIndex(max(0, at))
        if at < 0:
            self.marking.setEditText(register.marking)

    def retranslate(self, tr: Catalogue) -> None:
        for name, row in self._rows.items():
            row.say(tr(REGISTER_WORDS[name]))
        edit = self.marking.lineEdit()
        if edit is not None:  # It has the focus in the box's place.
            edit.setAccessibleName(self.marking.accessibleName())
        words = tr("Copies to (parted by semicolons)")
        self._rows["copies"].say(words)
        known, typed = national_markings(), self._chosen_marking()
        for at in range(1, self.marking.count()):
            text = known.printed(str(self.marking.itemData(at)), tr.language)
            self.marking.setItemText(at, text)
        self.marking.setItemText(0, "")
        if self.marking.findData(typed) < 0:
            self.marking.setEditText(typed)

    def _chosen_marking(self) -> str:
        """The known one's id, or the State's own words."""
        text = self.marking.currentText().strip()
        at = self.marking.findText(text)
        return str(self.marking.itemData(at)) if at >= 0 else text
