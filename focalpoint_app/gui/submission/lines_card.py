"""The sign-off page's lines, kept in the workspace as they are edited."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from focalpoint_app.domain.sign_off import MOST_LINES, SignLine
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.line_row import LineRow
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_


class LinesCard(Section):
    """Signals:
    changed: other lines are kept now.
    """

    changed = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(
            told,
            N_("Sign-off page"),
            N_("Kept for every submission of this State, from none to eight lines."),
        )
        from focalpoint_app.workflow.submitting.signing_lines import lines_of

        self._session = session
        self.rows: list[LineRow] = []
        self.add = push_button()
        self._none = soft_label(wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.column.addLayout(self._rows)
        self.column.addWidget(self._none)
        self.column.addLayout(beside(self.add))
        told.add(self._none.setText, N_("The document will have no sign-off page."))
        told.add(self.add.setText, N_("Add a line"))
        self.add.clicked.connect(self.add_line)
        self._show(lines_of(session.desk, session.catalogue))

    @property
    def lines(self) -> tuple[SignLine, ...]:
        """Lines without any word are none."""
        given = (row.line for row in self.rows)
        return tuple(line for line in given if line.role or line.name or line.title)

    def add_line(self) -> None:
        row = self._put(SignLine(""))
        row.retranslate(self._session.catalogue)
        row.role.setFocus()
        self._offer()

    def retranslate(self, tr: Catalogue) -> None:
        """The two usual lines follow the language until they are edited."""
        from focalpoint_app.workflow.submitting.signing_lines import lines_of

        usual = lines_of(self._session.desk, tr)
        if usual != self.lines:
            self._show(usual)
        for row in self.rows:
            row.retranslate(tr)

    def _show(self, lines: tuple[SignLine, ...]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows.clear()
        for line in lines:
            self._put(line)
        self._offer()

    def _put(self, line: SignLine) -> LineRow:
        row = LineRow(line)
        row.changed.connect(self._keep)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._rows.addWidget(row)
        return row

    def _remove(self, row: LineRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._keep()
        self._offer()
        self.add.setFocus()

    def _offer(self) -> None:
        self.add.setEnabled(len(self.rows) < MOST_LINES)
        self._none.setVisible(not self.rows)

    def _keep(self) -> None:
        from focalpoint_app.workflow.submitting.signing_lines import (
            lines_of,
            save_lines,
        )

        desk, lines = self._session.desk, self.lines
        if lines == lines_of(desk, self._session.catalogue):
            return
        self._session.act(lambda: save_lines(desk, lines))
        self.changed.emit()
