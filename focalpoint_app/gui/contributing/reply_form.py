"""What an office says of its reply: who signs it, how it binds, in which letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.start.date_row import DateRow
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.digits import POINT
from focalpoint_app.language.markers import N_
from focalpoint_app.language.numbers import numbers_meant

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.returning import ReplyLetter

_PAUSE = 500  # ms
_MOST = 1_000_000
STANDINGS = {
    Standing.WORKING: N_("At working level"),
    Standing.OFFICIAL: N_("Official, with a letter that is signed and sealed"),
    Standing.PERSONAL: N_("The personal view of whoever signs"),
}


class ReplyForm(QWidget):
    """Signals:
    changed: something was typed or chosen half a second ago, and may be kept.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = LineField()
        self.role = LineField()
        self.standing = QComboBox()
        self.outgoing = LineField()
        self.date = DateRow()
        self.women = LineField()
        self.men = LineField()
        self._rows: dict[QWidget, FormRow] = {
            field: FormRow(field)
            for field in (self.name, self.role, self.standing, self.outgoing,
                          self.women, self.men)
        }  # fmt: skip
        self._mark = POINT
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.changed)
        self._build()

    def _build(self) -> None:
        rows = self._rows
        lines = Abreast(
            (rows[self.name], rows[self.role]),
            (rows[self.standing],),
            (rows[self.outgoing], self.date),
            (rows[self.women], rows[self.men]),
        )
        self.setLayout(lines)
        for standing in STANDINGS:
            self.standing.addItem("", standing)
        for line in (self.name, self.role, self.outgoing, self.date.line,
                     self.women, self.men):  # fmt: skip
            line.textEdited.connect(lambda _text: self._pause.start())
        self.standing.activated.connect(lambda _at: self.changed.emit())

    def show_letter(self, letter: ReplyLetter) -> None:
        self.name.setText(letter.name)
        self.role.setText(letter.role)
        self.standing.setCurrentIndex(self.standing.findData(letter.standing))
        self.outgoing.setText(letter.outgoing)
        self.date.show_date(letter.date)
        for line, number in ((self.women, letter.women), (self.men, letter.men)):
            line.setText("" if number is None else str(number))

    @property
    def letter(self) -> ReplyLetter:
        """What cannot be read as a date or a number is left out of it."""
        from focalpoint_app.workflow.consultation.returning import ReplyLetter

        return ReplyLetter(
            self.name.text(),
            self.role.text(),
            Standing(self.standing.currentData()),
            self.outgoing.text(),
            self.date.date or "",
            _heads(self.women.text(), self._mark),
            _heads(self.men.text(), self._mark),
        )

    def check(self, tr: Catalogue) -> bool:
        """Say under each field what is wrong with it."""
        good = self.date.check(tr)
        for line in (self.women, self.men):
            text = line.text().strip()
            fine = not text or _heads(text, tr.mark) is not None
            words = tr("Write a number of people.")
            self._rows[line].complain("" if fine else words)
            good = good and fine
        return good

    def retranslate(self, tr: Catalogue) -> None:
        self._mark = tr.mark
        words = {
            self.name: tr("Who signs the reply"),
            self.role: tr("Position"),
            self.standing: tr("What the reply is"),
            self.outgoing: tr("Outgoing number of the letter"),
            self.women: tr("Women who took part"),
            self.men: tr("Men who took part"),
        }
        for field, said in words.items():
            self._rows[field].say(said)
        self.date.say(tr("Date of the letter"))
        for at, sentence in enumerate(STANDINGS.values()):
            self.standing.setItemText(at, tr(sentence))


def _heads(text: str, mark: str) -> int | None:
    """``1.250`` can be no fraction of people."""
    whole = {int(each) for each in numbers_meant(text, mark) if each == int(each)}
    number = whole.pop() if len(whole) == 1 else -1
    return number if 0 <= number < _MOST else None
