"""The questions before the meeting: an article's, one after the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout

from focalpoint_app.domain.questionnaire import CLOSING, Article, Question
from focalpoint_app.gui.consultation.meeting.article_box import ArticleBox
from focalpoint_app.gui.controls.buttons import IconButton, push_button
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.rows import HEAD, RowList
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.words import ROLES, article_name, question_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.provisions import written_provision

_QUESTION = Qt.ItemDataRole.UserRole


class Agenda(Ground):
    """Signals:
    turned: another question is before the meeting; its id.
    moved: another article is; ``untoc.5``.
    projected: the question is wanted on the wall.
    """

    turned = Signal(str)
    moved = Signal(str)
    projected = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("card")
        self._session = session
        self.article = ArticleBox()
        self.title = soft_label(wrap=True)
        self.list = RowList()
        self.before = IconButton("up")
        self.after = IconButton("down")
        self.project = push_button(primary=True)
        self._noted: frozenset[str] = frozenset()
        self._build()
        self._offer(session.catalogue)
        self.article.activated.connect(self._move)
        self.list.currentItemChanged.connect(self._turn)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.project.clicked.connect(self.projected)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.project, 1)
        line.addWidget(self.before)
        line.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.article)
        column.addWidget(self.title)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(280)

    @property
    def question(self) -> str:
        """The one before the meeting; empty where an article has none."""
        item = self.list.currentItem()
        return str(item.data(_QUESTION)) if item is not None else ""

    @property
    def place(self) -> str:
        return str(self.article.currentData() or "")

    def show_article(self, article: str) -> None:
        """Its first question comes before the meeting; unknown is the first article."""
        self.article.setCurrentIndex(max(0, self.article.findData(article)))
        self._fill()

    def show_noted(self, questions: frozenset[str]) -> None:
        """Those to which something was said bear it in their row."""
        if questions != self._noted:
            self._noted = questions
            for item in self._items():
                item.setData(HEAD, self._head(str(item.data(_QUESTION))))

    def step(self, by: int) -> None:
        at = self.list.currentRow() + by
        if 0 <= at < self.list.count():
            self.list.setCurrentRow(at)

    def retranslate(self, tr: Catalogue) -> None:
        place, question = self.place, self.question
        self._offer(tr)
        self.article.setCurrentIndex(max(0, self.article.findData(place)))
        self.article.setAccessibleName(tr("Article"))
        self.list.setAccessibleName(tr("Questions before the meeting"))
        self.before.name_it(tr("Previous question"))
        self.after.name_it(tr("Next question"))
        self.project.setText(tr("Show on the wall"))
        self._fill(question)

    def _offer(self, tr: Catalogue) -> None:
        self.article.clear()
        desk = self._session.desk
        for part in desk.questionnaire.parts:
            if part.id not in desk.review.parts:
                continue
            instrument = in_language(part.short_title, tr.language)
            for article in part.articles:
                named = _named(article, tr)
                self.article.add(f"{part.id}.{article.id}", (instrument, *named))

    def _fill(self, current: str = "") -> None:
        """All its questions, those too that no answer calls for yet."""
        tr = self._session.catalogue
        self.title.setText(self.article.title)
        self.list.blockSignals(True)
        self.list.clear()
        for question in self._questions():
            item = QListWidgetItem(in_language(question.text, tr.language), self.list)
            item.setData(_QUESTION, question.id)
            item.setData(HEAD, self._head(question.id))
        rows = [str(each.data(_QUESTION)) for each in self._items()]
        self.list.setCurrentRow(rows.index(current) if current in rows else 0)
        self.list.blockSignals(False)
        self.turned.emit(self.question)

    def _questions(self) -> tuple[Question, ...]:
        part, _, article = self.place.partition(".")
        if not article:
            return ()
        return self._session.desk.questionnaire.article(part, article).questions

    def _head(self, question: str) -> str:
        tr = self._session.catalogue
        asked = self._session.desk.questionnaire.questions[question]
        role = tr(ROLES[asked.role]) if asked.role in ROLES else ""
        noted = tr("noted") if question in self._noted else ""
        parts = dict.fromkeys((question_name(asked, tr), role, noted))
        return " · ".join(each for each in parts if each)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _move(self) -> None:
        self._fill()
        self.moved.emit(self.place)

    def _turn(self) -> None:
        self.turned.emit(self.question)


def _named(article: Article, tr: Catalogue) -> tuple[str, str]:
    """Its number and its title; closing questions have a title alone."""
    if article.id == CLOSING:
        return article_name(article, tr), ""
    number = written_provision(article.id, tr.language, digits=tr.digits)
    return number, in_language(article.title, tr.language)
