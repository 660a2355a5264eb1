"""Finding words in the article in front: in questions, answers and choices."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.domain.search_text import folded
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.questionnaire.article_page import ArticlePage
from focalpoint_app.gui.questionnaire.inputs.text import TextInput
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue


class FindBar(Ground):
    """Hidden until asked for; Escape hides it again."""

    def __init__(
        self, session: Session, page: Callable[[], ArticlePage | None]
    ) -> None:
        super().__init__("card")
        self._session = session
        self._page = page
        self._at = -1
        self.field = LineField()
        self._told = soft_label()
        self._next = IconButton("down")
        self._close = IconButton("close")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.field, 1)
        for widget in (self._told, self._next, self._close):
            row.addWidget(widget)
        self.field.textChanged.connect(self._restart)
        self.field.returnPressed.connect(self.find_next)
        self._next.clicked.connect(self.find_next)
        self._close.clicked.connect(self.hide)

    def ask(self) -> None:
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def retranslate(self, tr: Catalogue) -> None:
        self.field.setPlaceholderText(tr("Find in this article"))
        self.field.setAccessibleName(tr("Find in this article"))
        self._next.name_it(tr("Next match"))
        self._close.name_it(tr("Close"))
        self._tell(len(self.matches()))

    def find_next(self) -> None:
        """Scroll to the next question that holds the words; the focus stays here."""
        page, found = self._page(), self.matches()
        if page is None or not found:
            return
        self._at = (self._at + 1) % len(found)
        page.show_question(found[self._at], focus=False)
        self._select(page, found[self._at])
        self._tell(len(found))

    def matches(self) -> list[str]:
        """Questions of the article whose words hold the text, whatever its harakat."""
        wanted, page = folded(self.field.text()), self._page()
        if not wanted.strip() or page is None:
            return []
        return [each for each in page.questions if wanted in self._words(each)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _restart(self) -> None:
        self._at = -1
        self._tell(0)
        self.find_next()

    def _tell(self, count: int) -> None:
        """Where one is among so many; nothing where nothing is looked for."""
        tr, is_asked = self._session.catalogue, bool(self.field.text().strip())
        none = tr("Nothing was found.") if is_asked else ""
        words = tr("{at} of {count}", at=self._at + 1, count=count)
        self._told.setText(words if count else none)

    def _words(self, question: str) -> str:
        asked = self._session.desk.questionnaire.questions[question]
        value = self._session.desk.answer(question).value
        texts = [*asked.text.values()]
        if isinstance(value, TextValue):
            texts += value.texts.values()
        return folded("\n".join(texts))

    def _select(self, page: ArticlePage, question: str) -> None:
        """Mark the words in the answer where they stand there as typed."""
        block = page.block(question)
        if block is None or not isinstance(block.input, TextInput):
            return
        area = block.input.area()
        found = area.document().find(self.field.text())
        if not found.isNull():
            area.setTextCursor(QTextCursor(found))
