"""A card of rows, the first at once and the others when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session


class FoldedRows(Section):
    """Hidden where there are none."""

    def __init__(
        self, session: Session, told: Told, words: tuple[str, str], *, at_once: int
    ) -> None:
        """``words``: heading and explanation, English sentences for ``tr``."""
        super().__init__(told, *words)
        self._session = session
        self._at_once = at_once
        self._makers: Sequence[Callable[[], QWidget]] = ()
        self.rows: list[QWidget] = []
        self.column_of_rows = QVBoxLayout()
        self.rest = push_button(quiet=True)
        self.column.addLayout(self.column_of_rows)
        self.column.addLayout(beside(self.rest))
        self.rest.clicked.connect(self._show_all)

    def fold(self, makers: Sequence[Callable[[], QWidget]]) -> None:
        """A row is made only when it is shown."""
        self._makers = makers
        self.setVisible(bool(makers))
        self._show(makers[: self._at_once])

    def _show_all(self) -> None:
        self._show(self._makers)

    def _show(self, makers: Sequence[Callable[[], QWidget]]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [make() for make in makers]
        for row in self.rows:
            self.column_of_rows.addWidget(row)
        left = len(self._makers) - len(self.rows)
        tr = self._session.catalogue
        self.rest.setVisible(left > 0)
        self.rest.setText(tr.counted("Show {n} more", "Show {n} more", left))
