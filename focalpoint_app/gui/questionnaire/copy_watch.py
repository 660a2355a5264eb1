"""Says so when an answer is copied that not everybody may read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QWidget

from focalpoint_app.gui.questionnaire.contributions.verbs import kept_back
from focalpoint_app.gui.session import Session


class CopyWatch(QObject):
    """Follows the clipboard while a field of an answer has the focus.

    What is only selected, as X11 keeps it too, counts as little as what other
    programs copy.
    """

    def __init__(
        self, session: Session, is_answer: Callable[[QWidget], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._is_answer = is_answer
        QApplication.clipboard().changed.connect(self._look)

    def _look(self, mode: QClipboard.Mode) -> None:
        focused = QApplication.focusWidget()  # None while another program is used.
        if mode != QClipboard.Mode.Clipboard or focused is None:
            return
        if not self._is_answer(focused):
            return
        told = self._told()
        if told:
            self._session.told.emit(told)

    def _told(self) -> str:
        """A companion is as confidential and as marked as its parent, or more."""
        from focalpoint_app.workflow.consultation.markings import handling_of

        desk, current = self._session.desk, self._session.current
        if current not in desk.questionnaire.questions:
            return ""
        return kept_back(self._session, *handling_of(desk, current))
