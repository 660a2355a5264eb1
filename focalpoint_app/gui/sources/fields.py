"""All that is kept of a source, as fields; what is wrong is said under each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from focalpoint_app.domain.source import Source, SourceKind, read_link
from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.questionnaire.citing import KINDS, NO_LINK
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.digits import latin_digits
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import language_name

_LINES: Mapping[str, str] = {
    "number": N_("Number as written"),
    "year": N_("Year"),
    "date": N_("Date (year, year-month or year-month-day)"),
    "date_printed": N_("Date as printed, in its own calendar"),
    "gazette_number": N_("Number of the official gazette"),
    "gazette_date": N_("Date of the gazette as printed"),
    "article_word": N_("What it calls its articles"),
    "territory": N_("Territory: federation or unit"),
    "amendments": N_("Amendments"),
    "sherloc": N_("Link to it in the SHERLOC portal"),
    "url": N_("Another link"),
}
_PAIRS = (
    ("number", "year"),
    ("date", "date_printed"),
    ("gazette_number", "gazette_date"),
    ("article_word", "territory"),
    ("amendments",),
    ("sherloc",),
    ("url",),
)
_LINKS = ("sherloc", "url")
_YEAR = re.compile(r"\d{4}")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class SourceFields(QWidget):
    """Signals:
    changed: a field was left.
    """

    changed = Signal()

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.kind = QComboBox()
        self.titles = {tag: LineField() for tag in languages}
        self.lines = {name: LineField() for name in _LINES}
        self._tr: Catalogue | None = None
        self._source: Source | None = None
        self._kind = FormRow(self.kind)
        self._rows = {line: FormRow(line) for line in self._all_lines()}
        for kind in SourceKind:
            self.kind.addItem("", kind.value)
        self.kind.setMaximumWidth(260)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._kind)
        for title in self.titles.values():
            column.addWidget(self._rows[title])
        rows = (
            tuple(self._rows[self.lines[name]] for name in names) for names in _PAIRS
        )
        column.addLayout(Abreast(*rows))
        for name in _LINKS:
            self.lines[name].setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for each in self._all_lines():
            each.editingFinished.connect(self._tell)
        self.kind.activated.connect(self._tell)

    def _all_lines(self) -> tuple[QLineEdit, ...]:
        return (*self.titles.values(), *self.lines.values())

    def show_source(self, source: Source) -> None:
        self._source = source
        self.kind.setCurrentIndex(self.kind.findData(source.kind.value))
        for tag, line in self.titles.items():
            line.setText(source.title.get(tag, ""))
        for name, line in self.lines.items():
            line.setText(str(getattr(source, name) or ""))
        for row in self._rows.values():
            row.complain()

    @property
    def source(self) -> Source | None:
        """What stands in the fields; one that cannot be kept so stays as it was."""
        known, tr = self._source, self._tr
        if known is None or tr is None:
            return None
        wrong = self._wrong(tr)
        read: dict[str, Any] = {
            name: getattr(known, name) if name in wrong else self._read(name)
            for name in self.lines
        }
        return Source(
            id=known.id,
            kind=SourceKind(str(self.kind.currentData())),
            title=self._title(known),
            **read,
        )

    def check(self) -> None:
        """Say under the fields what is wrong with them."""
        if self._tr is None:
            return
        wrong = self._wrong(self._tr)
        for name, line in self.lines.items():
            self._rows[line].complain(wrong.get(name, ""))

    def _wrong(self, tr: Catalogue) -> dict[str, str]:
        """What is to be said of each field that cannot be kept."""
        year, day = self._typed("year"), self._typed("date")
        wrong: dict[str, str] = {}
        if year and not _YEAR.fullmatch(year):
            wrong["year"] = tr("Write the year in four digits.")
        if day and not _is_date(day):
            wrong["date"] = tr("Write 2010, 2010-01 or 2010-01-31.")
        for name in _LINKS:
            if read_link(self._typed(name)) is None:
                wrong[name] = tr(NO_LINK)
        return wrong

    def _typed(self, name: str) -> str:
        text = self.lines[name].text().strip()
        return latin_digits(text) if name in ("year", "date") else text

    def _read(self, name: str) -> str | int | None:
        text = self._typed(name)
        if name == "year":
            return int(text) if text else None
        return (read_link(text) or "") if name in _LINKS else text

    def complaint(self, name: str) -> str:
        """What is said to be wrong with a field of this name."""
        return self._rows[self.lines[name]].complaint

    def retranslate(self, tr: Catalogue) -> None:
        self._tr = tr
        self._kind.say(tr("Kind"))
        for position, kind in enumerate(SourceKind):
            self.kind.setItemText(position, tr(KINDS[kind]))
        for tag, line in self.titles.items():
            words = tr("Title as printed ({language})", language=language_name(tag))
            self._rows[line].say(words)
        for name, line in self.lines.items():
            self._rows[line].say(tr(_LINES[name]))

    def _title(self, known: Source) -> dict[str, str]:
        """Titles in languages that are not shown here stay as they were."""
        others = {t: text for t, text in known.title.items() if t not in self.titles}
        shown = {tag: line.text().strip() for tag, line in self.titles.items()}
        return others | {tag: text for tag, text in shown.items() if text}

    def _tell(self) -> None:
        self.check()
        self.changed.emit()


def _is_date(text: str) -> bool:
    """Such a year, month or day exists."""
    if not _DATE.fullmatch(text):
        return False
    year, month, day = [int(part) for part in [*text.split("-"), "1", "1"][:3]]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
