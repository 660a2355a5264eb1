"""Asks at each opening whether the same person writes; does not stand in the way."""

from __future__ import annotations

from PySide6.QtCore import Signal

from focalpoint_app.domain.author import Author
from focalpoint_app.gui.shell.asking_bar import AskingBar
from focalpoint_app.gui.texts import author_words
from focalpoint_app.language.catalogue import Catalogue


class AuthorBar(AskingBar):
    """Signals:
    another: someone else writes.
    """

    another = Signal()

    def __init__(self) -> None:
        super().__init__("accent_soft")
        self._author: Author | None = None
        self.likely.clicked.connect(self.hide)
        self.other.clicked.connect(self._ask)

    def ask(self, author: Author, tr: Catalogue) -> None:
        self._author = author
        self.retranslate(tr)
        self.show()

    def retranslate(self, tr: Catalogue) -> None:
        if self._author is None:
            return
        who = author_words(self._author, tr)
        words = tr("Answers will be recorded as written by {who}.", who=who)
        self.say(words, tr("That is me"), tr("Someone else…"))

    def _ask(self) -> None:
        self.hide()
        self.another.emit()
