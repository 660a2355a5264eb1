"""The sources' place: the list beside the source in full."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QStackedWidget,
    QWidget,
)

from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.split import hold_hint, split
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.sources.editor import SourceEditor
from focalpoint_app.gui.sources.shelf import SourceShelf
from focalpoint_app.language.catalogue import Catalogue


class SourcesPlace(Page):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.shelf = SourceShelf(session)
        self.editor = SourceEditor(session)
        self._empty = QWidget()
        self._hint = soft_label(wrap=True)
        self._stack = QStackedWidget()
        self._build()
        self.shelf.chosen.connect(self.show_source)
        self.shelf.new.connect(self.describe_new)
        self.editor.kept.connect(self._show_kept)
        self.editor.deleted.connect(self._show_nothing)

    def _build(self) -> None:
        hold_hint(self._empty, self._hint)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.editor)
        split(self, self.shelf, self._stack, at=380)

    def show_source(self, source: str) -> None:
        """Show it in full; what stood in the form is kept before."""
        self.editor.keep()
        known = self._session.desk.sources.get(source)
        if known is None:
            self._show_nothing()
            return
        self.editor.show_source(known)
        self._stack.setCurrentWidget(self.editor)
        self.shelf.show_row(source)

    def describe_new(self) -> None:
        self.editor.keep()
        self._stack.setCurrentWidget(self.editor)
        self.shelf.show_row("")
        self.editor.describe_new()

    def enter(self) -> None:
        self.shelf.refresh()
        if self.editor.id in self._session.desk.sources:
            self.show_source(self.editor.id)
        elif self._stack.currentWidget() is self._empty and self.shelf.ids:
            self.show_source(self.shelf.ids[0])

    def leave(self) -> None:
        self.editor.keep()

    def retranslate(self, tr: Catalogue) -> None:
        self._hint.setText(tr("Choose a source, or describe a new one."))
        self.shelf.retranslate(tr)
        self.editor.retranslate(tr)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.shelf.list, self.editor.fields.kind)

    def _show_kept(self, source: str) -> None:
        self.shelf.refresh()
        self.shelf.show_row(source)

    def _show_nothing(self) -> None:
        self.shelf.refresh()
        self._stack.setCurrentWidget(self._empty)
        self.shelf.list.setFocus()
