"""Who writes: shown always, changed in two clicks, confirmed at each opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.domain.author import Author
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.texts import author_words
from focalpoint_app.gui.theme.icons import icon
from focalpoint_app.gui.theme.style import PRIMARY, QUIET
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session


_WIDEST = 320  # pixels


class AuthorMenu(QPushButton):
    """Lists those who have written in this file, and makes new ones."""

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self.setProperty(QUIET, True)
        self.clicked.connect(self._open)

    def follow(self, session: Session) -> None:
        self._session = session

    def retranslate(self, tr: Catalogue) -> None:
        if self._session is None:
            return
        name = self._session.desk.author.name
        words = tr("writing: {name}", name=name)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        asked = tr("Who writes? Press to change.")
        self.setToolTip(plain_tip(f"{words}\n{asked}"))
        self.setIcon(icon("person", tokens().color("soft_ink")))

    def sizeHint(self) -> QSize:
        """What is said of saving needs room too."""
        return super().sizeHint().boundedTo(QSize(_WIDEST, _WIDEST))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def menu_of_authors(self) -> QMenu:
        menu = QMenu(self)
        if self._session is None:
            return menu
        tr, desk = self._session.catalogue, self._session.desk
        group = QActionGroup(menu)
        for author in desk.authors():
            action = QAction(
                author_words(author, tr).replace("&", "&&"), menu, checkable=True
            )
            action.setChecked(author.id == desk.author.id)
            action.triggered.connect(lambda _=False, who=author: self.write_as(who))
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(tr("Someone else…")).triggered.connect(self.ask)
        return menu

    def write_as(self, author: Author) -> None:
        session = self._session
        if session is None:
            return
        session.act(lambda: session.desk.write_as(author))
        self.retranslate(session.catalogue)

    def ask(self) -> None:
        if self._session is None:
            return
        dialog = AuthorDialog(self._session, self.window())
        dialog.accepted.connect(lambda: self.write_as(dialog.author))
        dialog.open()

    def _open(self) -> None:
        menu = self.menu_of_authors()
        menu.exec(self.mapToGlobal(self.rect().topLeft()))
        menu.deleteLater()


class AuthorDialog(QDialog):
    """Name, role, institution; only the name must be given."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        tr = session.catalogue
        self._id = session.desk.new_id()
        self.name = LineField()
        self.role = LineField()
        self.institution = LineField()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.setWindowTitle(tr("Who writes?"))
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(10)
        for field, words in self._fields(tr):
            row = FormRow(field)
            row.say(words)
            column.addWidget(row)
        column.addWidget(self._buttons)
        self._label_buttons(tr)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)

    @property
    def author(self) -> Author:
        texts = (self.name.text(), self.role.text(), self.institution.text())
        return Author(self._id, *(text.strip() for text in texts))

    def _fields(self, tr: Catalogue) -> tuple[tuple[QLineEdit, str], ...]:
        return (
            (self.name, tr("Name")),
            (self.role, tr("Role")),
            (self.institution, tr("Institution")),
        )

    def _label_buttons(self, tr: Catalogue) -> None:
        accept = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setText(tr("Write under this name"))
        accept.setProperty(PRIMARY, True)
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(tr("Cancel"))

    def _accept(self) -> None:
        if self.author.name:
            self.accept()
        else:
            self.name.setFocus()
