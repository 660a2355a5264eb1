"""One table question over all instruments, as a card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from focalpoint_app.domain.answer import Row, TableValue
from focalpoint_app.domain.questionnaire import CLOSING, Column, Kind, Question
from focalpoint_app.gui.assistance.gathered_table import GatheredTable
from focalpoint_app.gui.assistance.records import INSTRUMENT, GatheredRecords
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.problem_rows import go_to
from focalpoint_app.gui.texts import in_language
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

URGENCY = ("high", "medium", "low")
_WIDE = 3
_USUAL = 2


@dataclass(frozen=True, slots=True)
class Gathering:
    """``suffix`` ends the question's id after the closing page's; words for ``tr``."""

    suffix: str
    heading: str
    none: str


NEEDED = Gathering(
    "assistance.needs",
    N_("Technical assistance needed"),
    N_(
        "No need is described yet. Say on an instrument's closing page that assistance"
        " is needed; its rows then appear here."
    ),
)
RECEIVED = Gathering(
    "received.list",
    N_("Technical assistance received"),
    N_("No assistance received is described yet."),
)


class GatheredCard(Section):
    """Rows by priority where they have one, then by instrument."""

    def __init__(self, session: Session, told: Told, gathering: Gathering) -> None:
        super().__init__(told, gathering.heading)
        self._session = session
        self._suffix = gathering.suffix
        columns = next((each.columns for each in self._questions()), ())
        self.records = GatheredRecords(columns)
        self.table = GatheredTable(self.records, _shares(self.records.columns))
        self.notice = Notice()
        self.jump = push_button()
        self.remove = push_button(quiet=True)
        self._none = soft_label(wrap=True)
        told.add(self._none.setText, gathering.none)
        told.add(self.jump.setText, N_("Open the closing page"))
        told.add(self.remove.setText, N_("Remove the row"))
        told.add(self.table.setAccessibleName, gathering.heading)
        for widget in (self._none, self.table, self.notice):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.jump, self.remove))
        self.records.edited.connect(self._put)
        self.records.wrong.connect(self._complain)
        self.table.moved.connect(self._offer)
        self.jump.clicked.connect(self.go_to_page)
        self.remove.clicked.connect(self._remove)

    def refresh(self, tr: Catalogue) -> None:
        """Read the rows again; the one worked on stays current."""
        current, column = self.table.current, self.table.currentIndex().column()
        found = sorted(self._gathered(tr), key=lambda each: _urgency(each[1]))
        questions = {row.id: question for question, row in found}
        rows = tuple(row for _, row in found)
        self.records.show_gathered(rows, questions)
        ids = [row.id for row in rows]
        if current in ids:
            place = self.records.index(ids.index(current), column)
            self.table.setCurrentIndex(place)
        for widget in (self.table, self.jump, self.remove):
            widget.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.table.fit()
        self._offer()

    def retranslate(self, tr: Catalogue) -> None:
        self.records.heading = tr("Instrument")
        self.records.retranslate(tr)
        self.notice.retranslate(tr)
        if self.isVisible():  # Elsewhere ``enter`` of the place tells it anew.
            self.refresh(tr)

    def go_to_page(self) -> None:
        """The question that the current row belongs to."""
        current = self.table.current
        if current:
            go_to(self._session, self.records.question(current))

    def _questions(self) -> Iterator[Question]:
        desk = self._session.desk
        for part in desk.review.parts:
            asked = desk.questionnaire.questions.get(f"{part}.{CLOSING}.{self._suffix}")
            if asked is not None and asked.kind is Kind.TABLE:
                yield asked

    def _gathered(self, tr: Catalogue) -> Iterator[tuple[str, Row]]:
        desk = self._session.desk
        for question in self._questions():
            value = desk.answer(question.id).value
            if not desk.is_visible(question.id) or not isinstance(value, TableValue):
                continue
            part = desk.questionnaire.part(question.part)
            name = in_language(part.short_title, tr.language)
            for row in value.rows:
                yield question.id, Row(row.id, {INSTRUMENT: name, **row.cells})

    def _put(self, row: Row) -> None:
        self.notice.be_quiet()
        desk, question = self._session.desk, self.records.question(row.id)
        if row.cells:
            self._session.act(lambda: desk.put_row(question, row), question)
        else:
            self._session.act(lambda: desk.remove_row(question, row.id), question)

    def _remove(self) -> None:
        row = self.table.current
        if not row:
            return
        desk, question = self._session.desk, self.records.question(row)
        self._session.act(lambda: desk.remove_row(question, row), question)

    def _complain(self, column: Column, text: str) -> None:
        def lines(tr: Catalogue) -> tuple[str, ...]:
            words = in_language(column.text, tr.language)
            return (tr("{column}: {text} is not a number.", column=words, text=text),)

        self.notice.tell(Mood.WRONG, lines, self._session.catalogue)

    def _offer(self) -> None:
        widgets: tuple[QWidget, ...] = (self.jump, self.remove)
        for widget in widgets:
            widget.setEnabled(bool(self.table.current))


def _urgency(row: Row) -> int:
    priority = str(row.cells.get("priority", ""))
    return URGENCY.index(priority) if priority in URGENCY else len(URGENCY)


def _shares(columns: tuple[Column, ...]) -> tuple[int, ...]:
    """Free text takes more of the width than numbers and short choices."""
    return tuple(_share(column) for column in columns)


def _share(column: Column) -> int:
    if column.id in ("detail", "what"):
        return 2 * _WIDE
    if column.id == "priority" or column.kind is Kind.NUMBER:
        return _USUAL
    return _WIDE
