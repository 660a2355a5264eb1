"""One source in full: kept as it is written, who cites it, and its removal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.jump_row import JumpRow
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.sources.fields import SourceFields
from focalpoint_app.gui.submission.problem_rows import go_to
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

_ARTICLE_WORDS = {
    "ar": "المادة",
    "en": "Article",
    "fr": "article",
    "ru": "статья",
    "es": "artículo",
}
"""Chinese writes no word before the number."""


class SourceEditor(Sheet):
    """Signals:
    kept: the source is in the workspace as it stands here; its id.
    deleted: it is gone.
    """

    kept = Signal(str)
    deleted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self.fields = SourceFields(session.desk.review.languages)
        self.citing: dict[str, JumpRow] = {}
        self.delete = push_button()
        self.notice = Notice()
        self._none = soft_label(wrap=True)
        self._rows = QVBoxLayout()
        self._id = ""
        self._build()

    def _build(self) -> None:
        described = Section(self._told, N_("Source"))
        described.column.addWidget(self.fields)
        cited = Section(self._told, N_("Cited by"))
        cited.column.setSpacing(6)
        cited.column.addWidget(self._none)
        cited.column.addLayout(self._rows)
        self._rows.setSpacing(2)
        for widget in (described, cited, self.notice):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.delete))
        self.finish()
        self._told.add(self._none.setText, N_("No answer cites it yet."))
        self._told.add(self.delete.setText, N_("Delete the source"))
        self.fields.changed.connect(self.keep)
        self.delete.clicked.connect(self._delete)

    @property
    def id(self) -> str:
        """Of the source shown; empty before one is."""
        return self._id

    def show_source(self, source: Source) -> None:
        self._id = source.id
        self.notice.be_quiet()
        self.fields.show_source(source)
        self.show_citing(self._session.catalogue)

    def describe_new(self) -> None:
        """An empty one: it reaches the workspace with its first words."""
        desk = self._session.desk
        word = _ARTICLE_WORDS.get(desk.review.languages[0], "")
        self.show_source(Source(desk.new_id(), SourceKind.LAW, {}, article_word=word))
        next(iter(self.fields.titles.values())).setFocus()

    def keep(self) -> None:
        """Save what stands in the fields, where it differs and says anything."""
        self.fields.check()
        source = self.fields.source
        desk = self._session.desk
        if source is None or source == desk.sources.get(source.id):
            return
        if not source.title and not source.number:
            return
        self._session.act(lambda: desk.save_source(source))
        if source.id in desk.sources:
            self._session.sources_changed.emit()
            self.kept.emit(source.id)

    def show_citing(self, tr: Catalogue) -> None:
        """Rows that jump to the answers resting on it; only new ones are made."""
        wanted = self._session.desk.citing(self._id)
        for question in [each for each in self.citing if each not in wanted]:
            row = self.citing.pop(question)
            row.hide()
            row.deleteLater()
        for position, question in enumerate(wanted):
            words = self._words(question, tr)
            if question in self.citing:
                self.citing[question].say(words)
            else:
                self.citing[question] = self._row(question, words)
            self._rows.insertWidget(position, self.citing[question])
        self._none.setVisible(not wanted)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.fields.retranslate(tr)
        self.notice.retranslate(tr)
        if self.isVisible():  # Elsewhere ``enter`` of the place tells them anew.
            self.show_citing(tr)

    def _words(self, question: str, tr: Catalogue) -> str:
        from focalpoint_app.workflow.verbs.reports import question_in_instrument

        questionnaire = self._session.desk.questionnaire
        return question_in_instrument(
            questionnaire, questionnaire.questions[question], tr
        )

    def _row(self, question: str, words: str) -> JumpRow:
        row = JumpRow(words)
        row.clicked.connect(lambda: go_to(self._session, question))
        return row

    def _delete(self) -> None:
        """Refused in place while it is cited."""
        session = self._session
        session.autosave.flush()
        try:
            session.desk.delete_source(self._id)
        except AppError as error:
            self.notice.show_error(error, session.catalogue)
            self.ensureWidgetVisible(self.notice)
            return
        session.sources_changed.emit()
        self.deleted.emit()
