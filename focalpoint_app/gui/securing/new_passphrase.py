"""A new passphrase, typed twice, and how long it would hold."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.passphrase import is_empty
from focalpoint_app.domain.strength import Holds, holds, proposal
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.labels import plain_label, soft_label
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.securing.secret_line import SecretLine
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

_VERDICTS = {
    Holds.DAY: N_("Weak: it would be found within a day."),
    Holds.YEAR: N_("Not strong: it would be found within a year."),
    Holds.LIFE: N_("Good: it would hold for years."),
    Holds.LONGER: N_("Strong, if it was chosen at random: it would outlast a life."),
}
_JUDGED = N_(
    "Judged against somebody who has the file and makes a million guesses a second."
    " The program cannot know whether it is used elsewhere, or is a quotation."
)


class NewPassphrase(QWidget):
    """Signals:
    entered: Enter was pressed in the last field.
    """

    entered = Signal()

    def __init__(self, told: Told, tr: Catalogue) -> None:
        super().__init__()
        self._tr = tr
        self.first, self.again = SecretLine(), SecretLine()
        self.strength = plain_label(wrap=True)
        self.shown = CheckOption()
        self.suggest = push_button()
        self.rows = (FormRow(self.first), FormRow(self.again))
        self._build(told)
        self.first.textChanged.connect(self._judge)
        self.again.textChanged.connect(self._judge)
        self.again.returnPressed.connect(self.entered)
        self.shown.toggled.connect(self._show)
        self.suggest.clicked.connect(self._suggest)
        self._judge()

    def _build(self, told: Told) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        judged = soft_label(wrap=True)
        for widget in (*self.rows, self.strength, judged):
            column.addWidget(widget)
        column.addLayout(beside(self.suggest, self.shown))
        for row, words in zip(self.rows, (_NEW, _AGAIN), strict=True):
            told.add(row.say, words)
        told.add(judged.setText, _JUDGED)
        told.add(self.suggest.setText, N_("Suggest twenty digits"))
        told.add(self.shown.setText, N_("Show what is typed"))

    @property
    def passphrase(self) -> str:
        return self.first.text()

    def check(self) -> bool:
        """Say under the fields what is wrong with them."""
        tr, typed = self._tr, self.first.text()
        empty = tr("Type a passphrase.") if is_empty(typed) else ""
        self.rows[0].complain(empty)
        unlike = "" if typed == self.again.text() else tr("The two entries differ.")
        self.rows[1].complain("" if empty else unlike)
        return not empty and not unlike

    def forget(self) -> None:
        """It need not stay in sight, nor in the fields."""
        for field in (self.first, self.again):
            field.clear()
        self.shown.setChecked(False)

    def retranslate(self, tr: Catalogue) -> None:
        self._tr = tr
        self._judge()

    def _judge(self) -> None:
        for row in self.rows:
            row.complain()
        typed = self.first.text()
        self.strength.setVisible(bool(typed))
        self.strength.setText(self._tr(_VERDICTS[holds(typed)]))

    def _show(self, is_shown: bool) -> None:
        for field in (self.first, self.again):
            field.show_text(is_shown=is_shown)

    def _suggest(self) -> None:
        """Shown, so that it can be written down before it is set."""
        self.shown.setChecked(True)
        words = proposal(secrets.randbelow)
        for field in (self.first, self.again):
            field.setText(words)


_NEW, _AGAIN = N_("New passphrase"), N_("The same once more")
