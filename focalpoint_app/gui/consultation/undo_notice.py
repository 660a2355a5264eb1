"""What was done, told in its place, with the way to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.notice import Lines, Mood, Notice
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.sentences import sentence

_MOST = 12
"""Lines of a refused file that are told; the rest are counted."""


class UndoNotice(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice()
        self.undo = push_button()
        self._take_back: Callable[[], None] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.notice)
        column.addLayout(beside(self.undo))
        self.undo.clicked.connect(self._undo)
        self.hide()

    @property
    def text(self) -> str:
        return self.notice.text

    def tell(
        self, lines: Lines, tr: Catalogue, take_back: Callable[[], None] | None = None
    ) -> None:
        """``lines`` is asked again when the language changes."""
        self._take_back = take_back
        self.undo.setVisible(take_back is not None)
        self.notice.tell(Mood.DONE, lines, tr)
        self.show()

    def show_error(self, error: AppError, tr: Catalogue) -> None:
        """A refused file is told line by line."""
        self._take_back = None
        self.undo.hide()
        if isinstance(error, RefusedEntriesError):
            self.notice.tell(Mood.WRONG, lambda tr: _entries(error, tr), tr)
        else:
            self.notice.show_error(error, tr)
        self.show()

    def be_quiet(self) -> None:
        self._take_back = None
        self.notice.be_quiet()
        self.hide()

    def retranslate(self, tr: Catalogue) -> None:
        self.undo.setText(tr("Undo"))
        self.notice.retranslate(tr)

    def _undo(self) -> None:
        take_back = self._take_back
        self.be_quiet()
        if take_back is not None:
            take_back()


def _entries(error: RefusedEntriesError, tr: Catalogue) -> tuple[str, ...]:
    told = [sentence(error.code, error.context, tr)]
    told += [sentence(e.code, e.context, tr) for e in error.entries[:_MOST]]
    rest = len(error.entries) - _MOST
    if rest > 0:
        told.append(tr.counted("And {n} more line.", "And {n} more lines.", rest))
    return tuple(told)
