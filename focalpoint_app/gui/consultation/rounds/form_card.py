"""What the questions are sent as: Word, Excel, or a packet with its lock."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.gui.consultation.rounds.lock_fields import PASSPHRASE, LockFields
from focalpoint_app.gui.controls.options import CheckOption, RadioOption
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.workflow.consultation.request_files import PLAIN_PACKET, PacketLock

_CARRIERS = {
    Carrier.WORD: N_("Word form: narratives, comments, tracked changes"),
    Carrier.EXCEL: N_("Excel sheet: figures and short answers"),
    Carrier.PACKET: N_("Packet: answered in this program, returned as one file"),
}
_INDENT = 32


class FormCard(Section):
    """Signals:
    changed: another kind, another lock, or the draft goes with it or not.
    """

    changed = Signal()

    def __init__(self, told: Told) -> None:
        super().__init__(told, N_("As which file"))
        self.carriers = {each: RadioOption() for each in _CARRIERS}
        self.locks = LockFields(told)
        self.with_draft = CheckOption()
        self._inner = QWidget()
        self._group = QButtonGroup(self)
        self._build(told)
        self._show_lock()

    def _build(self, told: Told) -> None:
        for carrier, option in self.carriers.items():
            self._group.addButton(option)
            told.add(option.setText, _CARRIERS[carrier])
            self.column.addWidget(option)
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(_INDENT, 0, _INDENT, 0)
        inner.addWidget(self.locks)
        self.column.addWidget(self._inner)
        self.column.addWidget(self.with_draft)
        told.add(self.with_draft.setText, N_("Show the draft answers as they stand"))
        self.carriers[Carrier.WORD].setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self._change())
        self.locks.changed.connect(self.changed)
        self.with_draft.toggled.connect(lambda _on: self.changed.emit())

    @property
    def carrier(self) -> Carrier:
        return next(key for key, box in self.carriers.items() if box.isChecked())

    @property
    def lock(self) -> PacketLock:
        """Plain where there is nothing to lock."""
        is_packet = self.carrier is Carrier.PACKET
        return self.locks.lock if is_packet else PLAIN_PACKET

    def choose(self, carrier: Carrier, way: str = PASSPHRASE) -> None:
        self.carriers[carrier].setChecked(True)
        self.locks.choose(way)
        self._change()

    def check(self, tr: Catalogue) -> bool:
        """Say under the fields what a packet still needs."""
        return self.carrier is not Carrier.PACKET or self.locks.check(tr)

    def forget(self) -> None:
        self.locks.forget()

    def retranslate(self, tr: Catalogue) -> None:
        self.locks.retranslate(tr)

    def _change(self) -> None:
        self._show_lock()
        self.changed.emit()

    def _show_lock(self) -> None:
        self._inner.setVisible(self.carrier is Carrier.PACKET)
