"""The institutions' room: the list beside one of them, or the suggestions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QStackedWidget,
    QWidget,
)

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.gui.consultation.institutions.editor import InstitutionEditor
from focalpoint_app.gui.consultation.institutions.shelf import InstitutionShelf
from focalpoint_app.gui.consultation.institutions.suggestions import Suggestions
from focalpoint_app.gui.controls.file_dialogs import (
    FileDialogs,
    documents_folder,
    pattern_of,
    with_suffix,
)
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.split import hold_hint, split
from focalpoint_app.gui.room import Room
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.tasks import Task
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.sentences import sentence
from focalpoint_app.workflow.consultation.stakeholder_lists import (
    Change,
    IncomingList,
    read_list,
    take_back,
    take_list,
    write_list,
)

if TYPE_CHECKING:
    from collections.abc import Callable

REQUESTS = "requests"


class InstitutionsRoom(Room):
    def __init__(self, session: Session, dialogs: FileDialogs | None = None) -> None:
        super().__init__()
        self._session = session
        self.dialogs = dialogs or FileDialogs()
        self.shelf = InstitutionShelf(session)
        self.editor = InstitutionEditor(session)
        self.suggestions = Suggestions(session)
        self._empty = QWidget()
        self._hint = soft_label(wrap=True)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        hold_hint(self._empty, self._hint)
        for page in (self._empty, self.editor, self.suggestions):
            self._stack.addWidget(page)
        split(self, self.shelf, self._stack)

    def _connect(self) -> None:
        shelf, editor = self.shelf, self.editor
        shelf.chosen.connect(self.look_at)
        shelf.new.connect(self.describe_new)
        shelf.suggest.connect(self.show_suggestions)
        shelf.incoming.connect(self.take)
        shelf.importing.connect(self._ask_list)
        shelf.exporting.connect(self._ask_target)
        editor.kept.connect(self._show_kept)
        editor.removed.connect(self._tell_removed)
        editor.ask.connect(lambda key: self.wanted.emit(REQUESTS, key))
        self.suggestions.wanted.connect(self._add)

    def look_at(self, key: str) -> None:
        """Show it in full; what stood in the form is kept before."""
        self.editor.keep()
        found = [e for e in self._stakeholders() if e.id == key]
        if not found:
            self._show_nothing()
            return
        self.editor.show_stakeholder(found[0])
        self._stack.setCurrentWidget(self.editor)
        self.shelf.show_row(key)

    def describe_new(self) -> None:
        self.editor.keep()
        self._stack.setCurrentWidget(self.editor)
        self.shelf.show_row("")
        self.editor.describe_new()

    def show_suggestions(self) -> None:
        self.editor.keep()
        self.shelf.show_row("")
        self.suggestions.refresh()
        self._stack.setCurrentWidget(self.suggestions)

    def take(self, path: Path) -> None:
        """Read the list in the worker, then take it over; all of it or nothing."""
        session = self._session

        def done(incoming: IncomingList) -> None:
            change = session.act(lambda: take_list(session.desk, incoming.rows))
            if change is not None:
                self._tell(change, lambda tr: _of_list(change, incoming, tr))

        def fail(error: AppError) -> None:
            self.shelf.told.show_error(error, session.catalogue)

        session.runner.run(Task(lambda *_: read_list(path), done, fail))

    def write(self, target: Path) -> None:
        desk, tr = self._session.desk, self._session.catalogue

        def write() -> Path:
            write_list(desk, target, tr.language)
            return target

        if self._session.act(write) is not None:
            self.shelf.told.tell(
                lambda tr: (tr("Wrote {file}.", file=str(target)),), tr
            )

    def enter(self) -> None:
        self.shelf.refresh()
        ids = self.shelf.ids
        if self._stack.currentWidget() is self.suggestions:
            self.suggestions.refresh()
        elif self.editor.id in ids:
            self.look_at(self.editor.id)
        elif self._stack.currentWidget() is self._empty and ids:
            self.look_at(ids[0])

    def leave(self) -> None:
        self.editor.keep()

    def retranslate(self, tr: Catalogue) -> None:
        self._hint.setText(tr("Choose an institution, or describe a new one."))
        for part in (self.shelf, self.editor, self.suggestions):
            part.retranslate(tr)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.shelf.list, self.editor.fields.lines["name"])

    def _stakeholders(self) -> tuple[Stakeholder, ...]:
        return self._session.desk.workspace.stakeholders()

    def _add(self, chosen: tuple[Stakeholder, ...]) -> None:
        change = self._session.act(lambda: take_list(self._session.desk, chosen))
        if change is not None:
            self._tell(change, lambda tr: _taken(change, tr))

    def _tell_removed(self, change: Change) -> None:
        name = change.before[0].name if change.before else ""
        self._show_nothing()
        self._tell(change, lambda tr: (tr("{name} was removed.", name=name),))

    def _tell(
        self, change: Change, lines: Callable[[Catalogue], tuple[str, ...]]
    ) -> None:
        def undo() -> None:
            self._session.act(lambda: take_back(self._session.desk, change))
            self._refresh()

        tr = self._session.catalogue
        self.shelf.told.tell(lines, tr, None if change.is_empty else undo)
        self._refresh()

    def _refresh(self) -> None:
        self.shelf.refresh()
        if self._stack.currentWidget() is self.suggestions:
            self.suggestions.refresh()
        elif self._stack.currentWidget() is self.editor:
            self.look_at(self.editor.id)

    def _show_kept(self, key: str) -> None:
        self.shelf.refresh()
        self.shelf.show_row(key)

    def _show_nothing(self) -> None:
        self.shelf.refresh()
        self._stack.setCurrentWidget(self._empty)
        self.shelf.list.setFocus()

    def _ask_list(self) -> None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("Lists of institutions"), ".csv", ".txt")
        path = self.dialogs.to_open(self, tr("Take a list of institutions"), pattern)
        if path is not None:
            self.take(path)

    def _ask_target(self) -> None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("Lists of institutions"), ".csv")
        suggested = documents_folder() / f"{tr('Institutions')}.csv"
        title = tr("Where the list is written")
        path = self.dialogs.to_save(self, title, suggested, pattern)
        if path is not None:
            self.write(with_suffix(path, ".csv"))


def _of_list(change: Change, incoming: IncomingList, tr: Catalogue) -> tuple[str, ...]:
    notice = incoming.notice
    told = () if notice is None else (sentence(notice.code, notice.context, tr),)
    return (*_taken(change, tr), *told)


def _taken(change: Change, tr: Catalogue) -> tuple[str, ...]:
    """How many are new, how many changed, how many were known."""
    added = tr.counted(
        "{n} institution was added.", "{n} institutions were added.", len(change.added)
    )
    told = [added]
    if change.before:
        told.append(
            tr.counted(
                "{n} institution was changed.",
                "{n} institutions were changed.",
                len(change.before),
            )
        )
    if change.known:
        told.append(
            tr.counted(
                "{n} institution was in the list already and stays as it is.",
                "{n} institutions were in the list already and stay as they are.",
                change.known,
            )
        )
    return tuple(told)
