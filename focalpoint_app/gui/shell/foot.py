"""The foot: whether all is saved, who writes, how far the review is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.surfaces import Ground, Mark
from focalpoint_app.gui.shell.author_menu import AuthorMenu
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_time
from focalpoint_app.language.sentences import sentence

if TYPE_CHECKING:
    from focalpoint_app.gui.judge import Judge
    from focalpoint_app.gui.session import Session


class Foot(Ground):
    """Signals:
    readiness: the list of what is missing is wanted.
    """

    readiness = Signal()

    def __init__(self) -> None:
        super().__init__("card")
        self._session: Session | None = None
        self._judge: Judge | None = None
        self._state: object = None
        self._mark = Mark()
        self._saved = soft_label(wrap=True)
        self.author = AuthorMenu()
        self._missing = push_button(quiet=True)
        self._build()

    def _build(self) -> None:
        self.setMinimumHeight(46)  # More where a failure takes more lines.
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._saved, 2)
        row.addWidget(self.author)
        row.addStretch(1)
        row.addWidget(self._missing)
        self._missing.clicked.connect(self.readiness)
        for widget in (self._mark, self.author, self._missing):
            widget.hide()

    def follow(self, session: Session, judge: Judge) -> None:
        self._session, self._judge = session, judge
        session.saved.connect(self._show_saved)
        session.autosave.began.connect(self._show_saving)
        session.autosave.failed.connect(self._show_failure)
        judge.judged.connect(self._show_missing)
        self.author.follow(session)
        self._state = datetime.now().astimezone()
        for widget in (self._mark, self.author, self._missing):
            widget.show()

    def keep_problems(self) -> None:
        """What a submission lacks is nothing to whoever only contributes to it."""
        self._missing.hide()

    @property
    def text(self) -> str:
        """What it says of saving."""
        return self._saved.text()

    def retranslate(self, tr: Catalogue) -> None:
        if self._session is None:
            return
        self._say(tr)
        self._show_missing()
        self.author.retranslate(tr)

    def _show_saved(self, time: datetime) -> None:
        self._change(time)

    def _show_saving(self) -> None:
        if not isinstance(self._state, tuple):
            self._change("")

    def _show_failure(self, error: AppError, rescue: Path | None) -> None:
        self._change((error, rescue))

    def _change(self, state: object) -> None:
        self._state = state
        if self._session is not None:
            self._say(self._session.catalogue)

    def _say(self, tr: Catalogue) -> None:
        match self._state:
            case datetime() as time:
                hour = written_time(time, tr.digits)
                self._tell("answered", tr("All changes saved {time}", time=hour))
            case (AppError() as error, rescue):
                self._tell("no", self._failure(tr, error, rescue))
            case _:
                self._tell("in_part", tr("Saving…"))

    def _failure(self, tr: Catalogue, error: AppError, rescue: object) -> str:
        reason = sentence(error.code, error.context, tr)
        if rescue is None:
            return tr("Cannot save: {reason} Your text is kept here.", reason=reason)
        return tr(
            "Cannot save: {reason} Your text is kept here and in {path}.",
            reason=reason,
            path=str(rescue),
        )

    def _tell(self, mark: str, words: str) -> None:
        self._mark.show_standing(mark, words)
        self._saved.setText(words)
        self._saved.setToolTip(words)

    def _show_missing(self) -> None:
        if self._session is None or self._judge is None:
            return
        tr, verdict = self._session.catalogue, self._judge.verdict
        count = tr("{answered} of {of}", answered=verdict.answered, of=verdict.of)
        complaints = len(self._judge.complaints)
        problems = tr.counted("{n} problem", "{n} problems", complaints)
        self._missing.setText(f"{count} · {problems}")
        self._missing.setAccessibleName(tr("What is still missing"))
        self._missing.setToolTip(tr("What is still missing"))
