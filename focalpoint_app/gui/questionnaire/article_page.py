"""An article's page: its questions as cards, the first ones at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from focalpoint_app.domain.questionnaire import Article, Part, Question
from focalpoint_app.gui.controls.labels import say, soft_label, title_label
from focalpoint_app.gui.judge import Judge
from focalpoint_app.gui.questionnaire.question_block import QuestionBlock
from focalpoint_app.gui.questionnaire.question_card import QuestionCard
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.words import article_name
from focalpoint_app.language.catalogue import Catalogue

_WIDEST = 780  # px: under 90 letters of the narrative font a line
_SLICE = 0.02  # s of building before the window may paint again


class ArticlePage(QScrollArea):
    """Cards are built from the top in short slices, so that the page shows at once.

    Signals:
        entered: the focus came into a question; its id.
    """

    entered = Signal(str)

    def __init__(
        self, session: Session, judge: Judge, part: Part, article: Article
    ) -> None:
        super().__init__()
        self.part = part
        self.article = article
        self._session = session
        self._judge = judge
        self.cards: list[QuestionCard] = []
        own = (each for each in article.questions if each.parent is None)
        self._waiting: deque[Callable[[], None]] = deque(
            partial(self._add, each) for each in own
        )
        self._instrument = soft_label()
        self._title = title_label()
        self._body = QWidget()
        self._column = QVBoxLayout()
        self._slicer = QTimer(self, singleShot=True, interval=0)
        self._slicer.timeout.connect(self._build_slice)
        self._build()
        self._build_slice()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        centred = QHBoxLayout(self._body)
        centred.setContentsMargins(22, 22, 22, 34)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        inner.setLayout(self._column)
        centred.addStretch(1)
        centred.addWidget(inner, 100)
        centred.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self._instrument)
        self._column.addWidget(self._title)
        self._column.addStretch()
        self.setWidget(self._body)
        self._say(self._session.catalogue)

    @property
    def questions(self) -> tuple[str, ...]:
        """Ids of the questions that can be answered now, in order."""
        self._build_all()
        return tuple(each for card in self.cards for each in card.shown)

    @property
    def is_complete(self) -> bool:
        return not self._waiting

    def block(self, question: str) -> QuestionBlock | None:
        """Its block, built up to there; None where it is not asked here now."""
        while self._waiting and not self._built(question):
            self._waiting.popleft()()
        card = self._built(question)
        if card is None:
            return None
        card.complete()
        return card.blocks.get(question)

    def show_question(self, question: str, *, focus: bool = True) -> None:
        """Scroll to it and put the focus where one answers."""
        block = self.block(question)
        if block is None:
            return
        self._settle()
        first = self.cards[0].question.id
        top = block.mapTo(self._body, block.rect().topLeft()).y()
        if question == first:
            top = 0
        self.verticalScrollBar().setValue(max(0, top - 34))
        if focus:
            block.focus_first()

    def mark_current(self, question: str) -> None:
        for card in self.cards:
            card.set_current(question in card.questions)

    def refresh(self, question: str | None = None) -> None:
        """Show again this question, or all; companions anywhere may appear."""
        for card in self.cards:
            if question is None or question in card.questions:
                card.refresh(question)
            else:
                card.show_companions()

    def show_problems(self) -> None:
        for card in self.cards:
            card.show_problems()

    def retranslate(self, tr: Catalogue) -> None:
        """The question in view stays in view."""
        self._say(tr)
        for card in self.cards:
            card.retranslate(tr)

    def _say(self, tr: Catalogue) -> None:
        say(self._instrument, in_language(self.part.short_title, tr.language))
        say(self._title, article_name(self.article, tr))
        self.setAccessibleName(self._title.text())

    def _build_slice(self) -> None:
        started = perf_counter()
        while self._waiting and perf_counter() - started < _SLICE:
            self._waiting.popleft()()
        if self._waiting:
            self._slicer.start()

    def _build_all(self) -> None:
        while self._waiting:
            self._waiting.popleft()()

    def _add(self, question: Question) -> None:
        card = QuestionCard(self._session, self._judge, question)
        card.entered.connect(self.entered)
        self.cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        self._waiting.appendleft(card.complete)

    def _built(self, question: str) -> QuestionCard | None:
        return next((card for card in self.cards if question in card.questions), None)

    def _settle(self) -> None:
        """Give every card its height now, so that places are known."""
        for layout in (self._column, self._body.layout()):
            if layout is not None:
                layout.activate()
        self._body.resize(self.viewport().width(), self._body.sizeHint().height())
