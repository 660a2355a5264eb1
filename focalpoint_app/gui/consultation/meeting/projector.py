"""One question in large type, in a window of its own, for a wall or a second screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.consultation.meeting.draft_words import draft_words
from focalpoint_app.gui.controls.labels import plain_label, say
from focalpoint_app.gui.controls.screens import size_on_screen
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.theme.fonts import sized_font
from focalpoint_app.gui.words import question_name
from focalpoint_app.language.catalogue import Catalogue

_SMALLEST, _LARGEST = 18, 72
_STEPS: Mapping[int, int] = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Backspace: -1,
}
_SIDES: Mapping[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ROLLS: Mapping[int, int] = {Qt.Key.Key_Down: 80, Qt.Key.Key_Up: -80}
_WIDEST = 1500


class Projector(Ground):
    """Keys: left and right and those of a presenter's remote step, up and down roll a
    long text, plus and minus change its size, D shows the draft, F11 fills the screen,
    Escape leaves it.

    Signals:
        stepped: 1 for the next question, -1 for the one before.
        closed: the window is gone.
    """

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__("ground", parent)
        self._session = session
        self._question: Question | None = None
        self._size = 34
        self._shows_draft = True
        self._scroll = QScrollArea()
        self.provision = plain_label(wrap=True)
        self.question = plain_label(wrap=True)
        self.guidance = plain_label(wrap=True)
        self.draft = plain_label(wrap=True)
        self._build()
        self.setWindowFlag(Qt.WindowType.Window)
        size_on_screen(self, 1280, 760)
        self.retranslate(session.catalogue)

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(64, 48, 64, 48)
        column.setSpacing(28)
        for label in (self.provision, self.question, self.guidance, self.draft):
            column.addWidget(label)
        column.addStretch(1)
        scroll = self._scroll
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._set_size(self._size)

    def show_question(self, question: str) -> None:
        self._question = self._session.desk.questionnaire.questions.get(question)
        self._show()
        self._scroll.verticalScrollBar().setValue(0)

    def retranslate(self, tr: Catalogue) -> None:
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if tr.is_rtl
            else Qt.LayoutDirection.LeftToRight
        )
        self.setWindowTitle(tr("The question on the wall"))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left is onwards where one reads from the right."""
        key = event.key()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = _SIDES.get(key, 0) * (-1 if rtl else 1)
        step = _STEPS.get(key, side)
        if step:
            self.stepped.emit(step)
        elif key in _ROLLS:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + _ROLLS[key])
        elif key == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key == Qt.Key.Key_F11:
            self.showNormal() if self.isFullScreen() else self.showFullScreen()
        elif not self._changes_look(key):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _changes_look(self, key: int) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._set_size(self._size + 4)
        elif key == Qt.Key.Key_Minus:
            self._set_size(self._size - 4)
        elif key == Qt.Key.Key_D:
            self._shows_draft = not self._shows_draft
            self._show()
        else:
            return False
        return True

    def _set_size(self, size: int) -> None:
        self._size = min(max(size, _SMALLEST), _LARGEST)
        fonts: tuple[tuple[QWidget, QFont], ...] = (
            (self.provision, sized_font(round(self._size * 0.6))),
            (self.question, sized_font(self._size, bold=True)),
            (self.guidance, sized_font(round(self._size * 0.62))),
            (self.draft, sized_font(round(self._size * 0.8))),
        )
        for label, font in fonts:
            label.setFont(font)

    def _show(self) -> None:
        asked, tr = self._question, self._session.catalogue
        if asked is None:
            return
        say(self.provision, question_name(asked, tr))
        say(self.question, in_language(asked.text, tr.language))
        guidance = in_language(asked.guidance, tr.language)
        say(self.guidance, guidance)
        self.guidance.setVisible(bool(guidance))
        words = self._draft_words(asked, tr)
        say(self.draft, words)
        self.draft.setVisible(bool(words))
        self.setAccessibleName(self.question.text())

    def _draft_words(self, asked: Question, tr: Catalogue) -> str:
        """What not everybody in the room may read is not put on a wall."""
        from focalpoint_app.workflow.consultation.markings import handling_of

        if not self._shows_draft:
            return ""
        desk = self._session.desk
        words = draft_words(asked, desk.answer(asked.id), tr)
        audience, marking = handling_of(desk, asked.id)
        if words and (audience is Confidentiality.NATIONAL or marking):
            return tr("The draft is marked or for national use only; it is not shown.")
        return tr("Draft: {text}", text=words) if words else ""
