"""Over a sentence of an answer: where it comes from, as a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.contributions.origin_passages import (
    OriginPassages,
    Passage,
)
from focalpoint_app.gui.session import Session


class OriginHover(QObject):
    """Asks once after each change, and only of answers that took some over."""

    def __init__(
        self, session: Session, question: str, language: str, area: TextArea
    ) -> None:
        super().__init__(area)
        self._session = session
        self._question = question
        self._language = language
        self._area = area
        self._told: tuple[Passage, ...] | None = None
        self._working = OriginPassages(session)
        area.viewport().installEventFilter(self)
        session.answered.connect(self._forget)
        session.refreshed.connect(self._forget)
        session.translator.changed.connect(self._forget)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        words = self.origin_at(self._area.cursorForPosition(event.pos()).position())
        if not words:
            QToolTip.hideText()
            return False
        QToolTip.showText(event.globalPos(), words, self._area)
        return True

    def origin_at(self, position: int) -> str:
        """Of the sentence there, in words; ``position`` as Qt counts, UTF-16 units.

        Empty the first time where a long history is to be worked out first.
        """
        if self._session.autosave.holds(self._question, self._language):
            return ""
        if self._told is None:
            self._session.read(self._ask, None)
        end = 0
        for passage in self._told or ():
            end += len(passage.text.encode("utf-16-le")) // 2
            if position < end:
                return passage.origin
        return ""

    def _ask(self) -> None:
        """None at all for an answer that took nothing over."""
        desk = self._session.desk
        if desk.workspace.uses(desk.review.id, self._question):
            self._working.tell(self._question, (self._language,), self._hear)
        if self._told is None:
            self._told = ()

    def _hear(self, passages: tuple[Passage, ...]) -> None:
        self._told = passages

    def _forget(self, question: str = "") -> None:
        if question in ("", self._question):
            self._told = None
            self._working.forget()
