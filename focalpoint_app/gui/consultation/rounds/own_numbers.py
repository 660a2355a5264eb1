"""A number of its own for each letter of a round, as the register's book has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.rounds import LONGEST_NUMBER, Outlook


class OwnNumbers(QWidget):
    """Signals:
    changed: a number was written.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, LineField] = {}
        self._rows: dict[str, FormRow] = {}
        self._written: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    @property
    def numbers(self) -> Mapping[str, str]:
        """By institution; of those too that are not asked now, and may be again."""
        return {key: number for key, number in self._written.items() if number}

    def show_numbers(self, numbers: Mapping[str, str]) -> None:
        self._written = dict(numbers)
        for key, line in self.lines.items():
            line.setText(self._written.get(key, ""))

    def show_letters(
        self, outlooks: Iterable[Outlook], usual: str, tr: Catalogue
    ) -> None:
        """A field for each letter; ``usual`` is the number of whoever has none."""
        asked = {e.stakeholder.id: e.stakeholder for e in outlooks if e.questions}
        for key in self.lines.keys() - asked.keys():
            self._drop(key)
        for at, (key, stakeholder) in enumerate(asked.items()):
            if key not in self.lines:
                self._add(key, at)
            self._rows[key].say(institution_name(stakeholder, tr))
            self.lines[key].setPlaceholderText(usual)

    def _add(self, key: str, at: int) -> None:
        line = LineField(self._written.get(key, ""))
        line.setMaxLength(LONGEST_NUMBER)
        line.textEdited.connect(lambda text: self._note(key, text))
        self.lines[key], self._rows[key] = line, FormRow(line)
        self._column.insertWidget(at, self._rows[key])

    def _drop(self, key: str) -> None:
        del self.lines[key]
        row = self._rows.pop(key)
        self._column.removeWidget(row)  # Later ones are counted in without it.
        row.hide()
        row.deleteLater()

    def _note(self, key: str, text: str) -> None:
        self._written[key] = text.strip()
        self.changed.emit()
