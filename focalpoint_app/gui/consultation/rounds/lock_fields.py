"""How a packet is locked: with a passphrase, for a key, or, after a warning, not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from focalpoint_app.domain.passphrase import is_empty
from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.options import RadioOption
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.workflow.consultation.request_files import PacketLock

PASSPHRASE, RECIPIENT, PLAIN = "passphrase", "recipient", "plain"
_WAYS = {
    PASSPHRASE: N_("Encrypted with a passphrase"),
    RECIPIENT: N_("Encrypted for the recipient's key (age)"),
    PLAIN: N_("Not encrypted"),
}


class LockFields(QWidget):
    """The passphrase is kept nowhere.

    Signals:
        changed: another way of locking was chosen.
    """

    changed = Signal()

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.ways = {each: RadioOption() for each in _WAYS}
        self.passphrase = LineField()
        self.again = LineField()
        self.recipient = LineField()
        self.warning = Notice()
        self._rows = {
            "words": FormRow(self.passphrase),
            "again": FormRow(self.again),
            "key": FormRow(self.recipient),
        }
        self._group = QButtonGroup(self)
        self._name(told)
        self._build()
        self._show_way()

    def _name(self, told: Told) -> None:
        for way, option in self.ways.items():
            self._group.addButton(option)
            told.add(option.setText, _WAYS[way])
        told.add(self._rows["words"].say, N_("Passphrase of the packet"))
        told.add(self._rows["again"].say, N_("The same once more"))
        key = N_("The recipient's key, which begins with age1")
        told.add(self._rows["key"].say, key)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for option in self.ways.values():
            column.addWidget(option)
        column.addLayout(Abreast((self._rows["words"], self._rows["again"])))
        column.addWidget(self._rows["key"])
        column.addWidget(self.warning)
        self.ways[PASSPHRASE].setChecked(True)
        self.recipient.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for line in (self.passphrase, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
        for line in (self.passphrase, self.again, self.recipient):
            line.textChanged.connect(lambda _text: self._complain({}))
        self._group.buttonClicked.connect(lambda _button: self._change())

    @property
    def way(self) -> str:
        return next(key for key, box in self.ways.items() if box.isChecked())

    @property
    def lock(self) -> PacketLock:
        if self.way == PLAIN:
            return PacketLock(plain=True)
        if self.way == RECIPIENT:
            return PacketLock(recipients=(self.recipient.text().strip(),))
        return PacketLock(passphrase=self.passphrase.text())

    def choose(self, way: str) -> None:
        self.ways[way].setChecked(True)
        self._change()

    def check(self, tr: Catalogue) -> bool:
        """Say under the fields what is still needed."""
        wrong: dict[str, str] = {}
        is_key = self.recipient.text().strip().startswith("age1")
        if self.way == PASSPHRASE and is_empty(self.passphrase.text()):
            wrong["words"] = tr("Write a passphrase.")
        elif self.way == PASSPHRASE and self.passphrase.text() != self.again.text():
            wrong["again"] = tr("The two passphrases differ.")
        elif self.way == RECIPIENT and not is_key:
            wrong["key"] = tr("Write the key that the recipient gave you.")
        self._complain(wrong)
        return not wrong

    def forget(self) -> None:
        """The files are written: the passphrase need not stay."""
        self.passphrase.clear()
        self.again.clear()

    def retranslate(self, tr: Catalogue) -> None:
        self.warning.tell(Mood.CARE, _warning, tr)
        self._show_way()

    def _complain(self, wrong: dict[str, str]) -> None:
        for name, row in self._rows.items():
            row.complain(wrong.get(name, ""))

    def _change(self) -> None:
        self._show_way()
        self.changed.emit()

    def _show_way(self) -> None:
        for name in ("words", "again"):
            self._rows[name].setVisible(self.way == PASSPHRASE)
        self._rows["key"].setVisible(self.way == RECIPIENT)
        self.warning.setVisible(self.way == PLAIN)


def _warning(tr: Catalogue) -> tuple[str, ...]:
    return (
        tr("The packet is not encrypted: whoever has the file can read it."),
        tr("Its reply will not be encrypted either."),
    )
