"""An article's page: its questions as cards, the first ones at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from focalpoint_app.domain.questionnaire import Article, Part, Question
from focalpoint_app.gui.controls.buttons import IconButton
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
_HOLD = 200  # ms without growth, after which a question shown is free to move
_MARGIN = 34  # px above a question shown
_WHOLE = 1_000  # px: above the first question stands the article's title
_REST = 15  # ms between slices, and after the first paint
_PATIENCE = 400  # ms after which a page goes on that nobody sees


class _Body(QWidget):
    """Signals:
    painted: some of it.
    """

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()


class ArticlePage(QScrollArea):
    """Cards are built from the top in short slices, so that the page shows at once:
    the second comes after the first paint.

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
        self._instrument = soft_label(wrap=True)
        self._title = title_label()
        self.print = IconButton("print")
        self._body = _Body()
        self._held: tuple[str, int] | None = None
        self._holding = QTimer(self, singleShot=True, interval=_HOLD)
        self._holding.timeout.connect(self._let_go_when_built)
        self._column = QVBoxLayout()
        self._slicer = QTimer(self, singleShot=True)
        self._slicer.timeout.connect(self._build_slice)
        self._body.painted.connect(self._go_on)
        self._build()
        self._build_slice(_PATIENCE)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._hold_on)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        self._session.autosave.began.connect(self._let_go)
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
        above = QHBoxLayout()
        above.addWidget(self._instrument, 1)
        above.addWidget(self.print)
        self._column.addLayout(above)
        self._column.addWidget(self._title)
        self.print.clicked.connect(self._print)
        self._column.addStretch()
        self.setWidget(self._body)
        self._say(self._session.catalogue)

    @property
    def questions(self) -> tuple[str, ...]:
        """Ids of the questions that can be answered now, in order."""
        self._build_all()
        return tuple(each for card in self.cards for each in card.shown)

    def block(self, question: str) -> QuestionBlock | None:
        """Its block, built up to there; None where it is not asked here now."""
        while self._waiting and not self._built(question):
            self._waiting.popleft()()
        card = self._built(question)
        if card is None:
            return None
        if question not in card.blocks:
            card.complete()
        is_asked = self._session.desk.is_visible(question)
        return card.blocks.get(question) if is_asked else None

    def show_question(self, question: str, *, focus: bool = True) -> None:
        """Scroll to it and put the focus where one answers."""
        block = self.block(question)
        if block is None:
            return
        is_first = question == self.cards[0].question.id
        self._hold(question, _WHOLE if is_first else _MARGIN)
        if focus:
            block.focus_first()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """F6 comes to the page: the question worked on takes the focus."""
        super().focusInEvent(event)
        block = self.block(self._session.current)
        if block is None and self.questions:
            block = self.block(self.questions[0])
        if block is not None:
            block.focus_first()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._let_go()
        super().wheelEvent(event)

    def mark_current(self, question: str) -> None:
        for card in self.cards:
            card.set_current(question in card.questions)

    def refresh(self, question: str | None = None) -> None:
        """Show again this question, or all; companions anywhere may appear."""
        for card in self.cards:
            self._show_if_asked(card)
            if question is None or question in card.questions:
                card.refresh(question)
            else:
                card.show_companions()

    def show_problems(self) -> None:
        for card in self.cards:
            card.show_problems()

    def retranslate(self, tr: Catalogue) -> None:
        """The question in view stays in view."""
        seen = self._first_seen()
        self._say(tr)
        for card in self.cards:
            card.retranslate(tr)
        if seen is not None:
            self._hold(*seen)

    def _say(self, tr: Catalogue) -> None:
        say(self._instrument, in_language(self.part.short_title, tr.language))
        say(self._title, article_name(self.article, tr))
        self.setAccessibleName(self._title.text())
        self.print.name_it(tr("Print this article…"))

    def _print(self) -> None:
        from focalpoint_app.gui.documents.document_dialog import DocumentDialog
        from focalpoint_app.gui.documents.document_form import ARTICLE

        article = f"{self.part.id}.{self.article.id}"
        DocumentDialog(self._session, ARTICLE, self.window(), article).show()

    def _build_slice(self, rest: int = _REST) -> None:
        started = perf_counter()
        while self._waiting and perf_counter() - started < _SLICE:
            self._waiting.popleft()()
        if self._waiting:
            self._slicer.start(rest)

    def _go_on(self) -> None:
        """What was built is on the screen."""
        if self._slicer.remainingTime() > _REST:
            self._slicer.start(_REST)

    def _build_all(self) -> None:
        while self._waiting:
            self._waiting.popleft()()

    def _add(self, question: Question) -> None:
        card = QuestionCard(self._session, self._judge, question)
        card.entered.connect(self.entered)
        self.cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        self._show_if_asked(card)
        self._waiting.extendleft(reversed(tuple(card.steps())))

    def _show_if_asked(self, card: QuestionCard) -> None:
        card.setVisible(self._session.desk.is_visible(card.question.id))

    def _built(self, question: str) -> QuestionCard | None:
        return next((card for card in self.cards if question in card.questions), None)

    def _first_seen(self) -> tuple[str, int] | None:
        """The uppermost question in view, and how far below the edge it begins."""
        for card in self.cards:
            for key, block in card.blocks.items():
                top = self._top(block)
                if block.isVisible() and top + block.height() > 0:
                    return key, top
        return None

    def _top(self, block: QuestionBlock) -> int:
        return block.mapTo(self.viewport(), block.rect().topLeft()).y()

    def _hold(self, question: str, top: int) -> None:
        """Keep it there until all is built and laid out, or the user scrolls."""
        self._held = (question, top)
        self._holding.start()
        self._keep_held()

    def _hold_on(self) -> None:
        """Something grew, and more may."""
        if self._held is not None:
            self._holding.start()
            self._keep_held()

    def _keep_held(self) -> None:
        if self._held is None:
            return
        question, top = self._held
        card = self._built(question)
        block = card.blocks.get(question) if card is not None else None
        if block is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._top(block) - top)

    def _let_go(self) -> None:
        self._held = None
        self._holding.stop()

    def _let_go_when_built(self) -> None:
        self._keep_held()
        if self._waiting:
            self._holding.start()
        else:
            self._let_go()
