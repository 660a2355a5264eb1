"""One instrument in the State profile: in force or not, dates, acts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.profile import Membership
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.start.date_row import DateRow
from focalpoint_app.gui.start.texts import TextRow
from focalpoint_app.gui.theme.icons import icon
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

INSTRUMENTS = {
    "untoc": N_("Convention against Transnational Organized Crime"),
    "tip": N_("Trafficking in Persons Protocol"),
    "som": N_("Smuggling of Migrants Protocol"),
    "firearms": N_("Firearms Protocol"),
}
_DATES = {
    "signature": N_("Signature"),
    "ratification": N_("Ratification or accession"),
    "entry_into_force": N_("Entry into force for the State"),
}
_ACTS = {
    "reservations": N_("Reservations"),
    "declarations": N_("Declarations"),
    "notifications": N_("Notifications"),
}


class MembershipForm(QWidget):
    """Its texts open on demand: few States have them for every instrument.

    Signals:
        ticked: whether the instrument is in force was changed.
    """

    ticked = Signal()

    def __init__(self, part: str, language: str) -> None:
        super().__init__()
        self.part = part
        self.tick = CheckOption()
        self.dates = {name: DateRow() for name in _DATES}
        self.acts = {name: TextRow(language) for name in _ACTS}
        self.more = push_button(quiet=True)
        self._told = Told()
        self._details = QWidget()
        self._texts = QWidget()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tick)
        column.addWidget(self._details)
        self._lay_details()
        font = self.tick.font()
        font.setBold(True)
        self.tick.setFont(font)
        self._told.add(self.tick.setText, INSTRUMENTS[self.part])
        self._told.add(
            self.more.setText, N_("Reservations, declarations, notifications")
        )
        self.tick.setChecked(True)
        self.tick.toggled.connect(self._show_details)
        self.more.clicked.connect(lambda: self.unfold(not self._texts.isVisible()))
        self._texts.hide()

    def _lay_details(self) -> None:
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, date in self.dates.items():
            row.addWidget(date, 1)  # Fields in line, whatever their labels take.
            self._told.add(date.say, _DATES[name])
        column.addLayout(row)
        line = QHBoxLayout()
        line.addWidget(self.more)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._texts)
        texts = QVBoxLayout(self._texts)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(8)
        for name, act in self.acts.items():
            texts.addWidget(act)
            self._told.add(act.say, _ACTS[name])

    @property
    def is_in_force(self) -> bool:
        return self.tick.isChecked()

    def show_membership(self, membership: Membership) -> None:
        for name, date in self.dates.items():
            date.show_date(getattr(membership, name))
        for name, act in self.acts.items():
            act.show_text(getattr(membership, name))
        self.unfold(any(act.text for act in self.acts.values()))

    def membership(self) -> Membership:
        """What stands in the fields; dates as far as they are dates."""
        dates = {name: date.date or "" for name, date in self.dates.items()}
        acts = {name: act.text for name, act in self.acts.items()}
        return Membership(**dates, **acts)

    def check(self, tr: Catalogue) -> bool:
        good = [date.check(tr) for date in self.dates.values()]  # every one says so
        return all(good)

    def unfold(self, unfolded: bool = True) -> None:
        self._texts.setVisible(unfolded)
        self._draw_arrow()

    def fix(self) -> None:
        """The tick can be read and no longer changed."""
        self.tick.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        for act in self.acts.values():
            act.retranslate(tr)
        self._draw_arrow()

    def _draw_arrow(self) -> None:
        name = "up" if self._texts.isVisibleTo(self._details) else "down"
        self.more.setIcon(icon(name, tokens().color("soft_ink")))

    def _show_details(self) -> None:
        self._details.setVisible(self.is_in_force)
        self.ticked.emit()
