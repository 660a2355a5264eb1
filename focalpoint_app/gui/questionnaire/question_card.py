"""A card: a main question and, under it, the companions that its answer calls for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.controls.surfaces import Card, hairline
from focalpoint_app.gui.judge import Judge
from focalpoint_app.gui.questionnaire.question_block import QuestionBlock
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue


class QuestionCard(Card):
    """Companions are built when first called for, hidden when no longer, and kept.

    Signals:
        entered: the focus came into one of its questions; the id.
    """

    entered = Signal(str)

    def __init__(self, session: Session, judge: Judge, question: Question) -> None:
        super().__init__()
        self.question = question
        self._session = session
        self._judge = judge
        self._companions = tuple(descendants(session, question))
        self.blocks: dict[str, QuestionBlock] = {}
        self._holders: dict[str, QWidget] = {}
        self.column.addWidget(self._block(question))
        self._is_whole = False

    @property
    def questions(self) -> tuple[str, ...]:
        return (self.question.id, *(each.id for each in self._companions))

    @property
    def shown(self) -> tuple[str, ...]:
        """Ids of the questions that can be answered now, in order."""
        is_asked = self._session.desk.is_visible
        return tuple(each for each in self.questions if is_asked(each))

    def steps(self) -> Iterator[Callable[[], None]]:
        """All that ``complete`` does, in pieces of a few milliseconds."""
        for companion in self._companions:
            yield partial(self._build_if_called_for, companion)
        yield self.complete

    def complete(self) -> None:
        """Build what its answer calls for."""
        if not self._is_whole:
            self._is_whole = True
            self.show_companions()
            self.show_problems()

    def refresh(self, question: str | None = None) -> None:
        """Show again one question of the card, or all, and who appears now."""
        for key, block in self.blocks.items():
            if question in (None, key):
                block.refresh()
        self.show_companions()

    def show_companions(self) -> None:
        if not self._is_whole:
            return
        for companion in self._companions:
            self._build_if_called_for(companion)
            if companion.id in self._holders:
                visible = self._session.desk.is_visible(companion.id)
                self._holders[companion.id].setVisible(visible)

    def show_problems(self) -> None:
        for key, block in self.blocks.items():
            block.show_problems(self._judge.by_question.get(key, []))

    def retranslate(self, tr: Catalogue) -> None:
        for block in self.blocks.values():
            block.retranslate(tr)
            block.refresh()
        self.show_problems()

    def _build_if_called_for(self, companion: Question) -> None:
        is_asked = self._session.desk.is_visible(companion.id)
        if is_asked and companion.id not in self._holders:
            self._hold(companion)

    def _hold(self, companion: Question) -> None:
        """In its place among the companions, whichever of them came first."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        column.addWidget(hairline())
        column.addWidget(self._block(companion))
        order = [each.id for each in self._companions]
        earlier = order[: order.index(companion.id)]
        place = 1 + sum(each in self._holders for each in earlier)
        self.column.insertWidget(place, holder)
        self._holders[companion.id] = holder

    def _block(self, question: Question) -> QuestionBlock:
        block = QuestionBlock(self._session, question)
        block.entered.connect(self.entered)
        self.blocks[question.id] = block
        return block


def descendants(session: Session, question: Question) -> Iterator[Question]:
    """Companions and theirs, each after its parent."""
    for child in session.desk.questionnaire.companions.get(question.id, ()):
        yield child
        yield from descendants(session, child)
