"""The history of an answer: who wrote what when, compared and restored."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.domain.revision import Revision
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import bold_label, plain_label, say, soft_label
from focalpoint_app.gui.controls.surfaces import hairline
from focalpoint_app.gui.questionnaire.comparison import as_html, compared
from focalpoint_app.gui.questionnaire.revision_words import content_words
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import beginning, dotted
from focalpoint_app.gui.theme.fonts import narrative_font
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_moment
from focalpoint_app.language.isolates import direction_of
from focalpoint_app.language.names import language_name

if TYPE_CHECKING:
    from focalpoint_app.gui.questionnaire.expunge_dialog import ExpungeDialog

_MOST = 30
_PREVIEW = 180


class History(QWidget):
    """Newest first, each beside what stood before it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._question = ""
        self._rows: list[QWidget] = []
        self._none = soft_label(wrap=True)
        self.expunge = push_button(quiet=True)
        self.expunge.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.setSpacing(10)
        self._column.addWidget(self._none)
        self._column.addStretch()
        self._column.addWidget(self.expunge, 0, Qt.AlignmentFlag.AlignLeading)
        self.expunge.clicked.connect(self.ask_expunging)

    def show_question(self, question: str) -> None:
        self._question = question
        for row in self._rows:
            row.deleteLater()
            self._column.removeWidget(row)
        self._rows = [self._row(*each) for each in self._revisions()]
        for at, row in enumerate(self._rows):
            self._column.insertWidget(at + 1, row)
        self._none.setVisible(not self._rows)
        is_writing = self._session.desk.workspace.is_writing
        self.expunge.setVisible(bool(self._rows) and is_writing)

    def ask_expunging(self) -> ExpungeDialog:
        """What is selected in the answer, if anything, is offered as the passage."""
        from focalpoint_app.gui.questionnaire.expunge_dialog import ExpungeDialog

        dialog = ExpungeDialog(self._session, self.window(), _selected())
        dialog.show()
        return dialog

    def retranslate(self, tr: Catalogue) -> None:
        self._none.setText(
            tr("Nothing was written here yet. Each text is kept when you leave it.")
        )
        self.expunge.setText(tr("Expunge a passage…"))
        self.show_question(self._question)

    def _revisions(self) -> list[tuple[Revision, Revision | None]]:
        """Each with the one before it in the same language or row."""
        desk = self._session.desk
        if self._question not in desk.questionnaire.questions:
            return []
        found: list[tuple[Revision, Revision | None]] = []
        for line in desk.histories(self._question):
            found += zip_longest(line, line[1:])
        found.sort(key=lambda pair: pair[0].time, reverse=True)
        return found[:_MOST]

    def _row(self, revision: Revision, before: Revision | None) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        text = self._text(revision)
        preview = plain_label(wrap=True)
        say(preview, beginning(text, _PREVIEW) or "—")
        for widget in (self._author(revision), self._moment(revision), preview):
            column.addWidget(widget)
        change = QLabel()
        change.hide()
        column.addWidget(change)
        old = self._text(before) if before else ""
        compare = self._comparing(preview, change, (old, text), revision)
        column.addLayout(self._buttons(compare, revision))
        column.addWidget(hairline())
        return row

    def _comparing(
        self,
        preview: QLabel,
        change: QLabel,
        texts: tuple[str, str],
        revision: Revision,
    ) -> QPushButton:
        """Worked out when pressed: long texts take a moment to compare."""
        button = push_button(quiet=True)
        button.setText(self._session.catalogue("Compare"))
        button.setCheckable(True)
        button.setEnabled(texts[0] != texts[1] and bool(texts[0]))

        def turn(pressed: bool) -> None:
            if pressed and not change.text():
                self._show_change(change, texts, revision)
            change.setVisible(pressed)
            preview.setVisible(not pressed)

        button.toggled.connect(turn)
        return button

    def _author(self, revision: Revision) -> QLabel:
        names = {author.id: author.name for author in self._session.desk.authors()}
        label = bold_label(wrap=True)
        label.setText(names.get(revision.author, ""))
        return label

    def _moment(self, revision: Revision) -> QLabel:
        tr = self._session.catalogue
        words = written_moment(revision.time.astimezone(), tr.language, tr.digits)
        if revision.key.language and len(self._session.desk.review.languages) > 1:
            words = dotted(words, language_name(revision.key.language))
        label = soft_label(wrap=True)
        label.setText(words)
        return label

    def _show_change(
        self, label: QLabel, texts: tuple[str, str], revision: Revision
    ) -> None:
        """In an isolate of the text's own direction."""
        colours = tokens()
        html = as_html(compared(*texts), colours.answered, colours.no)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        if revision.key.language:
            label.setFont(narrative_font())
        rtl = direction_of(texts[1] or texts[0]) == "rtl"
        label.setText(f'<div dir="{"rtl" if rtl else "ltr"}">{html}</div>')

    def _buttons(self, compare: QPushButton, revision: Revision) -> QHBoxLayout:
        restore = push_button(quiet=True)
        restore.setText(self._session.catalogue("Restore this one"))
        restore.clicked.connect(lambda: self._restore(revision))
        restore.setEnabled(not revision.expunged)
        line = QHBoxLayout()
        line.addWidget(compare)
        line.addWidget(restore)
        line.addStretch()
        return line

    def _restore(self, revision: Revision) -> None:
        desk, question = self._session.desk, self._question
        self._session.act(lambda: desk.restore(question, revision), question)

    def _text(self, revision: Revision) -> str:
        asked = self._session.desk.questionnaire.questions[self._question]
        return content_words(revision.content, asked, self._session.catalogue)


def _selected() -> str:
    """Pressing the button takes no focus from the text, so its selection stays."""
    editor = QApplication.focusWidget()
    if not isinstance(editor, QTextEdit):
        return ""
    return editor.textCursor().selectedText().replace("\u2029", " ")
