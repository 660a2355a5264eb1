"""The contents as a tree: instrument, article, question, each with its standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from focalpoint_app.domain.facts import Standing
from focalpoint_app.domain.questionnaire import Article, Part
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.questionnaire.contents_filters import Keep
from focalpoint_app.gui.questionnaire.heard import Heard
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import beginning, in_language
from focalpoint_app.gui.words import (
    BEGINNING,
    STANDINGS,
    article_name,
    question_row,
)
from focalpoint_app.language.catalogue import Catalogue

QUESTION = Qt.ItemDataRole.UserRole
STANDING = Qt.ItemDataRole.UserRole + 1
LEVEL = Qt.ItemDataRole.UserRole + 2
"""0 an instrument, 1 an article, 2 a question."""
HEARD = Qt.ItemDataRole.UserRole + 3
"""How many contributions a question has, or the companion that has most."""


class ContentsModel(QStandardItemModel):
    """Rows for the main questions in force; companions count with their parents."""

    def __init__(self, session: Session, heard: Heard) -> None:
        super().__init__()
        self._session = session
        self._heard = heard
        self.items: dict[str, QStandardItem] = {}
        self._articles: dict[tuple[str, str], QStandardItem] = {}
        self._parts: dict[str, QStandardItem] = {}
        for part in self._in_force():
            self._add_part(part)
        self.retranslate(session.catalogue)

    def retranslate(self, tr: Catalogue) -> None:
        """One signal for all rows instead of one for each text."""
        self.blockSignals(True)
        self._say(tr)
        self.refresh()
        self.blockSignals(False)
        self.layoutChanged.emit()

    def _say(self, tr: Catalogue) -> None:
        for part in self._in_force():
            words = in_language(part.short_title, tr.language)
            self._parts[part.id].setText(words)
            for article in part.articles:
                name = article_name(article, tr)
                self._articles[part.id, article.id].setText(name)
                self._say_questions(article, tr)

    def refresh(self) -> None:
        """Every row's mark."""
        facts = self._session.desk.facts
        for part in self._in_force():
            self._mark(self._parts[part.id], facts.standing_of(part.questions))
            for article in part.articles:
                item = self._articles[part.id, article.id]
                self._mark(item, facts.standing_of(article.questions))
        for key, item in self.items.items():
            self._count(key, item)
            self._mark(item, facts.standing(key))

    def refresh_around(self, question_id: str) -> None:
        """The marks of one question, its article and its instrument."""
        desk = self._session.desk
        asked = desk.questionnaire.questions[question_id]
        part = desk.questionnaire.part(asked.part)
        article = desk.questionnaire.article(asked.part, asked.article)
        facts = desk.facts
        self._mark(self._parts[part.id], facts.standing_of(part.questions))
        item = self._articles[part.id, article.id]
        self._mark(item, facts.standing_of(article.questions))
        if question_id in self.items:
            self._mark(self.items[question_id], facts.standing(question_id))

    def rows_kept(self, keep: Keep) -> Iterator[tuple[QStandardItem, bool]]:
        """Each question's row, and whether it is asked and the filter keeps it."""
        desk = self._session.desk
        for key, item in self.items.items():
            is_asked = desk.is_visible(key)
            yield item, is_asked and keep(desk.questionnaire.questions[key])

    def _in_force(self) -> Iterator[Part]:
        desk = self._session.desk
        parts = desk.questionnaire.parts
        return (part for part in parts if part.id in desk.review.parts)

    def _add_part(self, part: Part) -> None:
        item = _item(0, next((q.id for q in part.questions), ""))
        self._parts[part.id] = item
        self.appendRow(item)
        for article in part.articles:
            item.appendRow(self._article_item(part, article))

    def _article_item(self, part: Part, article: Article) -> QStandardItem:
        item = _item(1, article.questions[0].id if article.questions else "")
        self._articles[part.id, article.id] = item
        for question in article.questions:
            if question.parent is None:
                self.items[question.id] = _item(2, question.id)
                item.appendRow(self.items[question.id])
        return item

    def _say_questions(self, article: Article, tr: Catalogue) -> None:
        """Several questions on one provision also show how each begins."""
        own = [each for each in article.questions if each.id in self.items]
        shared = Counter(question_row(each, tr) for each in own)
        for question in own:
            row = question_row(question, tr)
            words = in_language(question.text, tr.language)
            item = self.items[question.id]
            item.setText(
                f"{row} · {beginning(words, BEGINNING)}" if shared[row] > 1 else row
            )
            item.setToolTip(plain_tip(words))

    def _count(self, key: str, item: QStandardItem) -> None:
        count = self._heard.around(key)
        if item.data(HEARD) != count:
            item.setData(count, HEARD)

    def _mark(self, item: QStandardItem, standing: Standing) -> None:
        if item.data(STANDING) != standing.value:
            item.setData(standing.value, STANDING)
        tr = self._session.catalogue
        name = f"{item.text()}, {tr(STANDINGS[standing])}"
        count = item.data(HEARD)
        if count:
            said = tr.counted("{n} contribution", "{n} contributions", count)
            name = f"{name}, {said}"
        if item.data(Qt.ItemDataRole.AccessibleTextRole) != name:
            item.setData(name, Qt.ItemDataRole.AccessibleTextRole)


def _item(level: int, question: str) -> QStandardItem:
    item = QStandardItem()
    item.setEditable(False)
    item.setData(level, LEVEL)
    item.setData(question, QUESTION)
    return item
