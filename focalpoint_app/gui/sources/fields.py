"""All that is kept of a source, as fields; what is wrong is said under each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.questionnaire.citing import KINDS
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.digits import latin_digits
from focalpoint_app.language.isolates import direction_of
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
    changed: a field was left changed, and all of them can be kept.
    """

    changed = Signal()

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.kind = QComboBox()
        self.titles = {tag: QLineEdit() for tag in languages}
        self.lines = {name: QLineEdit() for name in _LINES}
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
        for names in _PAIRS:
            row = QHBoxLayout()
            row.setSpacing(12)
            for name in names:
                line = self._rows[self.lines[name]]
                row.addWidget(line, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        for name in _LINKS:
            self.lines[name].setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for each in self._all_lines():
            self._rows[each].label.setWordWrap(True)
            each.editingFinished.connect(self._tell)
            each.textChanged.connect(lambda _text, line=each: _align(line))
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
        """What stands in the fields; None where a field cannot be kept as it is."""
        known = self._source
        if known is None or not self.check():
            return None
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        year = latin_digits(texts.pop("year"))
        texts["date"] = latin_digits(texts["date"])
        return Source(
            id=known.id,
            kind=SourceKind(str(self.kind.currentData())),
            title=self._title(known),
            year=int(year) if year else None,
            **texts,
        )

    def check(self) -> bool:
        """Say under the fields what is wrong with them."""
        tr = self._tr
        if tr is None:
            return False
        year = latin_digits(self.lines["year"].text().strip())
        day = latin_digits(self.lines["date"].text().strip())
        wrong_year = bool(year) and not _YEAR.fullmatch(year)
        wrong_date = bool(day) and not _is_date(day)
        year_said = tr("Write the year in four digits.") if wrong_year else ""
        date_said = tr("Write 2010, 2010-01 or 2010-01-31.") if wrong_date else ""
        self._rows[self.lines["year"]].complain(year_said)
        self._rows[self.lines["date"]].complain(date_said)
        return not wrong_year and not wrong_date

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
            _align(line)

    def _title(self, known: Source) -> dict[str, str]:
        """Titles in languages that are not shown here stay as they were."""
        others = {t: text for t, text in known.title.items() if t not in self.titles}
        shown = {tag: line.text().strip() for tag, line in self.titles.items()}
        return others | {tag: text for tag, text in shown.items() if text}

    def _tell(self) -> None:
        if self.source is not None:
            self.changed.emit()


def _align(line: QLineEdit) -> None:
    """By its own words; digits alone stand where the window's lines begin."""
    direction = direction_of(line.text())
    rtl = line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if direction is not None:
        rtl = direction == "rtl"
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)


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
