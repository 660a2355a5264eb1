"""A date in a form: read leniently, kept as ``YYYY-MM-DD``."""

from __future__ import annotations

from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.questionnaire.inputs.typed import read_date
from focalpoint_app.language.catalogue import Catalogue


class DateRow(FormRow):
    def __init__(self) -> None:
        self.line = LineField()
        self.line.setPlaceholderText("YYYY-MM-DD")
        super().__init__(self.line)
        self.line.textEdited.connect(lambda _text: self.complain())

    @property
    def date(self) -> str | None:
        """Empty where nothing is written, None where it is no date."""
        text = self.line.text().strip()
        return read_date(text) if text else ""

    def show_date(self, date: str) -> None:
        self.line.setText(date)

    def check(self, tr: Catalogue) -> bool:
        """Say under the field what is wrong with it."""
        good = self.date is not None
        self.complain("" if good else tr("Write a date as 2010-01-31."))
        if not good:
            self.line.setFocus()
        return good
