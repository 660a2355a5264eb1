"""The contents pane: search, filters, and the tree of articles and questions."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
)

from focalpoint_app.gui.controls.buttons import ChoiceMenu
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.judge import Judge
from focalpoint_app.gui.questionnaire.contents_filters import Filters
from focalpoint_app.gui.questionnaire.contents_model import QUESTION, ContentsModel
from focalpoint_app.gui.questionnaire.contents_row import ContentsRow
from focalpoint_app.gui.questionnaire.found import Found
from focalpoint_app.gui.questionnaire.heard import Heard
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.theme.icons import icon
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue


class Contents(Ground):
    """Signals:
    chosen: a row or a search result was activated; the question's id.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, judge: Judge, heard: Heard) -> None:
        super().__init__("card")
        self._session = session
        self._filters = Filters(session, judge, heard)
        self._filter = ""
        self.search = LineField()
        self.menu = ChoiceMenu("filter")
        self.model = ContentsModel(session, heard)
        self.tree = _Tree()
        self._none = soft_label(wrap=True)
        self.found = Found(session)
        self._stack = QStackedWidget()
        self._build()
        self._connect(judge, heard)

    def _build(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(ContentsRow(self.tree))
        for row in range(self.model.rowCount()):
            self.tree.expand(self.model.index(row, 0))
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.found)
        line = QHBoxLayout()
        line.addWidget(self.menu)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addLayout(line)
        column.addWidget(self._none)
        column.addWidget(self._stack, 1)
        self.search.setClearButtonEnabled(True)
        self.setMinimumWidth(230)
        self._none.hide()

    def _connect(self, judge: Judge, heard: Heard) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self.found.activate_first)
        self.menu.chosen.connect(self.filter_by)
        self.tree.selectionModel().currentChanged.connect(self._select)
        self.tree.clicked.connect(self._choose)
        self.found.chosen.connect(self.chosen)
        self._session.answered.connect(self.model.refresh_around)
        heard.changed.connect(self.model.refresh)  # as everything was refreshed
        judge.judged.connect(self._apply_filter)

    def show_question(self, question: str) -> None:
        """Select its row without jumping there again."""
        item = self.model.items.get(self._main_of(question))
        if item is None or self.tree.currentIndex() == item.index():
            return
        selection = self.tree.selectionModel()
        selection.blockSignals(True)
        self.tree.setCurrentIndex(item.index())
        selection.blockSignals(False)
        self.tree.scrollTo(item.index())
        self.tree.viewport().update()

    def filter_by(self, key: str) -> None:
        """A key of ``contents_filters.FILTERS``; empty for all."""
        self._filter = key
        self.menu.show_choice(key)
        self._apply_filter()
        if key:
            self.tree.expandAll()

    def retranslate(self, tr: Catalogue) -> None:
        self.search.setPlaceholderText(tr("Search"))
        self.search.setToolTip(tr("Search questions, answers, sources"))
        self.search.setAccessibleName(tr("Search questions, answers, sources"))
        self.tree.setAccessibleName(tr("Contents"))
        self._none.setText(tr("No question matches this filter."))
        self.menu.offer(tr("Filter"), self._filters.entries(tr))
        self.menu.show_choice(self._filter)
        self.menu.setIcon(icon("filter", tokens().color("soft_ink")))
        self.model.retranslate(tr)
        self.found.retranslate(tr)
        self.tree.scheduleDelayedItemsLayout()

    def _main_of(self, question: str) -> str:
        questions = self._session.desk.questionnaire.questions
        parent = questions[question].parent if question in questions else None
        return self._main_of(parent) if parent else question

    def _search(self, text: str) -> None:
        self.found.search(text)
        self._stack.setCurrentWidget(self.found if text.strip() else self.tree)

    def _select(self, index: QModelIndex) -> None:
        if self.tree.hasFocus():
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        question = index.data(QUESTION)
        if question:
            self.chosen.emit(question)

    def _apply_filter(self) -> None:
        keep = self._filters.keep(self._filter)
        kept = 0
        for item, is_kept in self.model.rows_kept(keep):
            _set_hidden(self.tree, item, hidden=not is_kept)
            kept += is_kept
        for row in range(self.model.rowCount()):
            self._hide_if_empty(self.model.item(row))
        self._none.setVisible(kept == 0)

    def _hide_if_empty(self, item: QStandardItem) -> bool:
        """Whether nothing under it is left to show."""
        if not item.hasChildren():
            return self.tree.isRowHidden(item.row(), _parent(item))
        children = [item.child(row) for row in range(item.rowCount())]
        kept = [child for child in children if not self._hide_if_empty(child)]
        empty = not kept
        _set_hidden(self.tree, item, hidden=empty)
        return empty


class _Tree(QTreeView):
    """Rows take new heights when the pane takes a new width."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(12)
        self.setMouseTracking(True)
        self.setUniformRowHeights(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()


def _parent(item: QStandardItem) -> QModelIndex:
    return item.index().parent()


def _set_hidden(tree: QTreeView, item: QStandardItem, *, hidden: bool) -> None:
    if tree.isRowHidden(item.row(), _parent(item)) != hidden:
        tree.setRowHidden(item.row(), _parent(item), hidden)
