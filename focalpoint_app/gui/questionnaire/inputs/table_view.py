"""The table editor: add and remove records, mark a figure as not collected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from focalpoint_app.domain.answer import NOT_COLLECTED, Answer, Row, TableValue
from focalpoint_app.domain.questionnaire import Column, Kind, Question
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.complaint import Complaint
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.questionnaire.inputs.base import Input
from focalpoint_app.gui.questionnaire.inputs.cells import TRIGGERS, CellDelegate
from focalpoint_app.gui.questionnaire.inputs.table import Records
from focalpoint_app.gui.questionnaire.inputs.table_look import TitleHeader
from focalpoint_app.gui.questionnaire.inputs.typed import two_numbers
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.punctuation import punctuation

_MANY = 4
"""More columns than this do not fit beside each other with their titles."""
_RECORD_WIDTH = 112


class TableInput(Input):
    """Rows are saved cell by cell; a row's first cell makes the row."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self._turned = len(question.columns) > _MANY
        self.records = Records(question.columns, turned=self._turned)
        self.view = QTableView()
        self._wrong = Complaint()
        self._add = push_button()
        self._remove = push_button(quiet=True)
        self._uncollected = push_button(quiet=True)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self._build()
        self._connect()

    def _build(self) -> None:
        view = self.view
        view.setModel(self.records)
        view.setItemDelegate(CellDelegate(self.records, view))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False)  # Arrows go from cell to cell.
        view.setShowGrid(False)  # cells draw their lines in the scheme's colour
        view.setEditTriggers(TRIGGERS)
        view.installEventFilter(self)
        _shape_headers(view, turned=self._turned)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self._add, self._remove, self._uncollected):
            row.addWidget(button)
        for widget in (view, self._wrong, buttons):
            self.column.addWidget(widget)
        self._wrong.hide()

    def _connect(self) -> None:
        self.records.edited.connect(self._put)
        self.records.wrong.connect(self._complain)
        self._add.clicked.connect(self.add_row)
        self._remove.clicked.connect(self.remove_row)
        self._uncollected.clicked.connect(self.mark_uncollected)
        self.view.selectionModel().currentChanged.connect(self._offer)

    def show_answer(self, answer: Answer) -> None:
        value = answer.value
        rows = value.rows if isinstance(value, TableValue) else ()
        pending = [row for row in self.records.rows if not row.cells]
        known = {row.id for row in rows}
        kept = tuple(row for row in pending if row.id not in known)
        self.records.show_rows(tuple(rows) + kept)
        self._fit()
        self._offer()

    def retranslate(self, tr: Catalogue) -> None:
        self.records.retranslate(tr)
        self.view.setAccessibleName(tr("Table"))
        self._add.setText(tr("Add a column") if self._turned else tr("Add a row"))
        self._remove.setText(
            tr("Remove the column") if self._turned else tr("Remove the row")
        )
        self._uncollected.setText(tr("Not collected"))
        self._fit()

    def focus_first(self) -> None:
        if not self.records.rows:
            self._add.setFocus()
            return
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.records.index(0, 0))

    def add_row(self) -> None:
        """An empty record; it reaches the desk with its first cell."""
        row = Row(self.session.desk.new_id(), {})
        self.records.show_rows((*self.records.rows, row))
        self._fit()
        last = len(self.records.rows) - 1
        index = self.records.index(*((0, last) if self._turned else (last, 0)))
        self.view.setFocus()
        self.view.setCurrentIndex(index)
        self._offer()

    def remove_row(self) -> None:
        row = self._current()[0]
        desk, question = self.session.desk, self.question.id
        left = tuple(each for each in self.records.rows if each.id != row.id)
        if row.cells:
            self.session.act(lambda: desk.remove_row(question, row.id), question)
        self.records.show_rows(left)
        self._fit()
        self._offer()

    def mark_uncollected(self) -> None:
        """A second press takes it back."""
        row, column = self._current()
        again = row.cells.get(column.id) == NOT_COLLECTED
        self.records.put(row, column, None if again else NOT_COLLECTED)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Once the view has its new width, its columns and then its rows follow."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif isinstance(event, QResizeEvent) and _is_other_width(event):
            self._later.start()
        return False

    def _current(self) -> tuple[Row, Column]:
        return self.records.place(self.view.currentIndex())

    def _put(self, row: Row) -> None:
        self._wrong.say("")
        desk, question = self.session.desk, self.question.id
        if row.cells:
            self.session.act(lambda: desk.put_row(question, row), question)
        else:
            self.session.act(lambda: desk.remove_row(question, row.id), question)
        self.show_answer(desk.answer(question))

    def _complain(self, column: Column, text: str) -> None:
        tr = self.session.catalogue
        words = in_language(column.text, tr.language)
        sentence = tr("{column}: {text} is not a number.", column=words, text=text)
        if column.kind is Kind.DATE:
            sentence = tr("{column}: {text} is not a date.", column=words, text=text)
        elif either := two_numbers(text, tr):
            sentence = f"{words}{punctuation(tr.language).colon}{either}"
        self._wrong.say(sentence)

    def _offer(self, *_: object) -> None:
        chosen = self.view.currentIndex().isValid()
        self._remove.setEnabled(chosen)
        number = chosen and self._current()[1].kind is Kind.NUMBER
        self._uncollected.setEnabled(number)

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, not the table."""
        view, header = self.view, self.view.horizontalHeader()
        has_rows = bool(self.records.rows)
        view.setVisible(has_rows)
        if isinstance(header, TitleHeader):
            header.keep_words_whole()
        view.resizeRowsToContents()
        heights = view.verticalHeader().length()
        least = header.minimumSectionSize() * header.count()
        scrolls = self._turned or least > view.viewport().width()
        bar = 14 if scrolls else 2
        view.setFixedHeight(heights + header.sizeHint().height() + bar)


def _is_other_width(event: QResizeEvent) -> bool:
    return event.oldSize().width() != event.size().width()


def _shape_headers(view: QTableView, *, turned: bool) -> None:
    view.setHorizontalHeader(TitleHeader(Qt.Orientation.Horizontal, view))
    view.setVerticalHeader(TitleHeader(Qt.Orientation.Vertical, view))
    across, down = view.horizontalHeader(), view.verticalHeader()
    across.setDefaultSectionSize(_RECORD_WIDTH)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    if not turned:
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
