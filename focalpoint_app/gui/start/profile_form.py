"""The State profile as a form: instruments, legal system, gazette, calendar."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from focalpoint_app.domain.profile import Membership, StateProfile
from focalpoint_app.domain.review import PARTS
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.options import RadioOption
from focalpoint_app.gui.controls.sheet import Line, Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.start.membership_form import MembershipForm
from focalpoint_app.gui.start.texts import TextRow
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

CALENDARS = {"gregorian": N_("Gregorian"), "hijri": N_("Hijri")}
_TEXTS = {
    "legal_system": N_("Legal system in a few sentences"),
    "place_of_treaties": N_("Place of treaties in the legal order"),
}


class ProfileForm(QWidget):
    """Two cards; the State itself is chosen elsewhere.

    Signals:
        parts_changed: another set of instruments is in force.
    """

    parts_changed = Signal()

    def __init__(self, language: str, explanation: str) -> None:
        """``language``: that of the State's own texts; ``explanation`` for ``tr``."""
        super().__init__()
        self._told = Told()
        self.parts = {part: MembershipForm(part, language) for part in PARTS}
        self.texts = {name: TextRow(language) for name in _TEXTS}
        self.gazette = FormRow(LineField())
        self.units = TextRow(language)
        self.calendars = {name: RadioOption() for name in CALENDARS}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._instruments(explanation))
        column.addWidget(self._legal_order())
        self.calendars["gregorian"].setChecked(True)

    def _instruments(self, explanation: str) -> Section:
        section = Section(self._told, N_("Instruments in force"), explanation)
        for position, form in enumerate(self.parts.values()):
            if position:
                section.column.addWidget(Line())
            section.column.addWidget(form)
            form.ticked.connect(self.parts_changed)
        return section

    def _legal_order(self) -> Section:
        section = Section(self._told, N_("Legal order"))
        for name, row in self.texts.items():
            section.column.addWidget(row)
            self._told.add(row.say, _TEXTS[name])
        section.column.addWidget(self.gazette)
        self._told.add(self.gazette.say, N_("Name of the official gazette"))
        for name, option in self.calendars.items():
            self._group.addButton(option)
            self._told.add(option.setText, CALENDARS[name])
        self._calendar = FormRow(_row(*self.calendars.values()))
        self._told.add(
            self._calendar.say, N_("Calendar in which the gazette dates its texts")
        )
        section.column.addWidget(self._calendar)
        section.column.addWidget(self.units)
        self._told.add(
            self.units.say, N_("Constituent units, one a line (federations)")
        )
        return section

    @property
    def in_force(self) -> tuple[str, ...]:
        return tuple(part for part, form in self.parts.items() if form.is_in_force)

    def show_profile(self, profile: StateProfile, in_force: tuple[str, ...]) -> None:
        for part, form in self.parts.items():
            form.tick.setChecked(part in in_force)
            form.show_membership(profile.memberships.get(part, Membership()))
        for name, row in self.texts.items():
            row.show_text(getattr(profile, name))
        self._gazette_line().setText(profile.gazette)
        self.units.show_text("\n".join(profile.constituent_units))
        for name, option in self.calendars.items():
            option.setChecked(name == profile.calendar)

    def profile(self, profile: StateProfile) -> StateProfile:
        """``profile`` with what stands in the fields."""
        memberships = {part: form.membership() for part, form in self.parts.items()}
        units = (unit.strip() for unit in self.units.text.split("\n"))
        return replace(
            profile,
            memberships={p: m for p, m in memberships.items() if m != Membership()},
            constituent_units=tuple(unit for unit in units if unit),
            gazette=self._gazette_line().text().strip(),
            calendar=next(n for n, o in self.calendars.items() if o.isChecked()),
            **{name: row.text for name, row in self.texts.items()},
        )

    def check(self, tr: Catalogue) -> bool:
        """Every date is a date; what is wrong is said under its field."""
        good = [form.check(tr) for form in self.parts.values()]
        return all(good)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        for part in self.parts.values():
            part.retranslate(tr)
        for row in (*self.texts.values(), self.units):
            row.retranslate(tr)

    def _gazette_line(self) -> QLineEdit:
        assert isinstance(self.gazette.field, QLineEdit)
        return self.gazette.field


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = beside(*widgets)
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    return holder
