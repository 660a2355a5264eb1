"""Instruments, articles and questions to be ticked, with how many are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
)

from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import beginning, in_language
from focalpoint_app.gui.words import article_name, question_row
from focalpoint_app.language.catalogue import Catalogue

_ID = Qt.ItemDataRole.UserRole
_HEIGHT = 330
_BEGINNING = 90
_Check = Qt.CheckState


class QuestionTree(QTreeWidget):
    """A question that a filter hides is not asked, ticked or not.

    Signals:
        changed: others are ticked, or others are in sight.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(_HEIGHT)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        fit = QHeaderView.ResizeMode.ResizeToContents
        self.header().setSectionResizeMode(1, fit)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._tell)
        self._fill()
        self.itemChanged.connect(lambda *_: self._later.start())

    @property
    def ticked(self) -> frozenset[str]:
        """Ids of the questions to be asked."""
        return frozenset(
            key
            for key, item in self._items.items()
            if item.checkState(0) == _Check.Checked and not item.isHidden()
        )

    @property
    def in_sight(self) -> tuple[str, ...]:
        return tuple(key for key, item in self._items.items() if not item.isHidden())

    def tick(self, questions: Iterable[str]) -> None:
        """These and no others."""
        wanted = set(questions)
        for key, item in self._items.items():
            item.setCheckState(0, _Check.Checked if key in wanted else _Check.Unchecked)
        self._tell()

    def tick_articles(self, articles: Iterable[str]) -> None:
        """``untoc.5`` and so on: all their questions in sight, and no others."""
        wanted = set(articles)
        questions = self._session.desk.questionnaire.questions
        self.tick(
            key
            for key in self.in_sight
            if f"{questions[key].part}.{questions[key].article}" in wanted
        )

    def show_only(self, keeps: Callable[[Question], bool]) -> None:
        """Hide the others, and what holds nothing else."""
        questions = self._session.desk.questionnaire.questions
        for key, item in self._items.items():
            item.setHidden(not keeps(questions[key]))
        for part in self._tops():
            articles = _children(part)
            for article in articles:
                article.setHidden(not _in_sight(article))
            part.setHidden(all(each.isHidden() for each in articles))
        self._tell()

    def retranslate(self, tr: Catalogue) -> None:
        self.setAccessibleName(tr("Questions"))
        desk = self._session.desk
        for at, part_id in enumerate(desk.review.parts):
            part, top = desk.questionnaire.part(part_id), self._top(at)
            top.setText(0, in_language(part.title, tr.language))
            for branch, article in zip(_children(top), part.articles, strict=True):
                branch.setText(0, article_name(article, tr))
        for key, item in self._items.items():
            question = desk.questionnaire.questions[key]
            text = in_language(question.text, tr.language)
            item.setText(0, f"{question_row(question, tr)} · {_short(text)}")
            item.setToolTip(0, plain_tip(text))
        self._count()

    def _fill(self) -> None:
        desk = self._session.desk
        for part_id in desk.review.parts:
            top = _item(self)
            for article in desk.questionnaire.part(part_id).articles:
                branch = _item(top)
                for question in article.questions:
                    leaf = _item(branch)
                    leaf.setData(0, _ID, question.id)
                    self._items[question.id] = leaf
            top.setExpanded(True)

    def _top(self, at: int) -> QTreeWidgetItem:
        item = self.topLevelItem(at)
        assert item is not None
        return item

    def _tops(self) -> Iterator[QTreeWidgetItem]:
        return map(self._top, range(self.topLevelItemCount()))

    def _tell(self) -> None:
        self._later.stop()
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        """How many are ticked of those in sight, article by article."""
        self.blockSignals(True)
        ticked, tr = self.ticked, self._session.catalogue
        for part in self._tops():
            sums = [0, 0]
            for article in _children(part):
                leaves = [each.data(0, _ID) for each in _in_sight(article)]
                counts = sum(each in ticked for each in leaves), len(leaves)
                article.setText(1, _share(counts, tr))
                sums = [sums[0] + counts[0], sums[1] + counts[1]]
            part.setText(1, _share((sums[0], sums[1]), tr))
        self.blockSignals(False)


def _item(parent: QTreeWidget | QTreeWidgetItem) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent)
    flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
    item.setFlags(flags | Qt.ItemFlag.ItemIsAutoTristate)
    item.setCheckState(0, _Check.Unchecked)
    return item


def _children(branch: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (branch.child(at) for at in range(branch.childCount()))
    return [each for each in found if each is not None]


def _in_sight(branch: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [leaf for leaf in _children(branch) if not leaf.isHidden()]


def _share(counts: tuple[int, int], tr: Catalogue) -> str:
    ticked, of = counts
    return tr("{answered} of {of}", answered=ticked, of=of)


def _short(text: str) -> str:
    return beginning(" ".join(text.split()), _BEGINNING)
