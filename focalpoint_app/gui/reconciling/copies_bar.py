"""Offers, at opening, the copy that a synchronised folder has left beside the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from focalpoint_app.gui.shell.asking_bar import AskingBar
from focalpoint_app.gui.tasks import Task
from focalpoint_app.gui.texts import listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session


class CopiesBar(AskingBar):
    """Hidden where there is nothing to offer.

    Signals:
        wanted: this copy is to be taken in; with its path.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("notice")
        self.copies: tuple[Path, ...] = ()
        self.likely.clicked.connect(self._take)
        self.other.clicked.connect(self.hide)

    def offer(self, session: Session) -> None:
        """Copies are opened in the worker: an old one is brought up to date for it."""
        from focalpoint_app.workflow.safekeeping.reconciling import (
            conflict_copies,
            copies_holding,
        )

        desk = session.desk
        beside = conflict_copies(desk.path) if desk.workspace.is_writing else ()
        review = desk.review.id

        def work(_progress: object, _cancelled: object) -> tuple[Path, ...]:
            return copies_holding(review, beside)

        self._show((), session)
        if beside:
            session.runner.run(Task(work, lambda found: self._show(found, session)))

    def _show(self, copies: tuple[Path, ...], session: Session) -> None:
        self.copies = copies
        self.setVisible(bool(copies))
        self.retranslate(session.catalogue)

    def retranslate(self, tr: Catalogue) -> None:
        names = listed([isolate(each.name) for each in self.copies], tr)
        words = tr("Another copy of this review lies beside this file: {names}.",
                   names=names)  # fmt: skip
        self.say(words, tr("Take it in…"), tr("Not now"))

    def _take(self) -> None:
        """One after the other: the next opening offers what is left."""
        self.hide()
        self.wanted.emit(self.copies[0])
