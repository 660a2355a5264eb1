"""Where the answer's sentences come from, one line a run of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label, say, soft_label
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.surfaces import hairline
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.questionnaire.contributions.origin_passages import (
    OriginPassages,
    Passage,
)
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import beginning
from focalpoint_app.language.catalogue import Catalogue

_BEGINNING = 110
_REST = 800
"""Milliseconds without another save before it is worked out anew: it takes some."""


class Origins(QWidget):
    """Folded, and not even worked out, until asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._question = ""
        self._working = OriginPassages(session)
        self.fold = push_button(quiet=True)
        self.fold.setCheckable(True)
        self._lines = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(beside(self.fold))
        self._column.addWidget(self._lines)
        self._column.addWidget(hairline())
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._show_lines)
        self.fold.toggled.connect(self._show_lines)
        self.passages: tuple[Passage, ...] = ()
        self.hide()

    def show_question(self, question: str, *, took_over: bool) -> None:
        """Hidden where the answer took no contribution over."""
        self._question = question
        self.setVisible(took_over)
        if took_over:
            self._show_lines()

    def follow(self) -> None:
        """The answer is being written in: worked out once that pauses, if in sight."""
        if self.fold.isChecked() and not self.isHidden():
            self._soon.start()

    def retranslate(self, tr: Catalogue) -> None:
        self.fold.setText(tr("Where each sentence comes from"))

    def _show_lines(self) -> None:
        self._soon.stop()
        self._working.forget()
        if not self.fold.isChecked():
            self._show(())
            return
        self._session.read(self._ask, None)

    def _ask(self) -> None:
        desk = self._session.desk
        asked = desk.questionnaire.questions.get(self._question)
        is_text = asked is not None and asked.kind is Kind.TEXT
        languages = desk.review.languages if is_text else ()
        self._working.tell(self._question, languages, self._show)

    def _show(self, passages: tuple[Passage, ...]) -> None:
        self.passages = passages
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for passage in passages:
            for label in _line(passage):
                column.addWidget(label)
        self._column.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines
        lines.setVisible(bool(passages))


def _line(passage: Passage) -> Iterator[QWidget]:
    head, text = soft_label(wrap=True), plain_label(wrap=True)
    head.setText(passage.origin)
    words = " ".join(passage.text.split())
    say(text, beginning(words, _BEGINNING))
    text.setToolTip(plain_tip(words))
    yield head
    yield text
