"""The questions of a request, with a mark on each that was answered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from focalpoint_app.gui.controls.rows import HEAD, MARK, RowList
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.problem_rows import go_to
from focalpoint_app.gui.texts import beginning, listed
from focalpoint_app.workflow.consultation.following import Followed, heard_questions

_ID = Qt.ItemDataRole.UserRole
_HEIGHT = 320
_BEGINNING = 160


class AskedList(RowList):
    """A row that is entered leads to its question."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setFixedHeight(_HEIGHT)
        self.itemActivated.connect(self._go)
        self.itemDoubleClicked.connect(self._go)

    def show_followed(self, followed: Followed) -> None:
        tr, sent = self._session.catalogue, followed.sent
        heard = heard_questions(self._session.desk, sent)
        self.setAccessibleName(tr("What it asks"))
        self.clear()
        for each in sent.request.questions:
            is_answered = each.id in heard.answered
            words = [each.provision, tr("answered") if is_answered else ""]
            if each.id in heard.commented:
                words.append(tr("only commented on"))
            if each.id in sent.withheld:
                words.append(tr("its draft was withheld"))
            text = beginning(" ".join(each.text.split()), _BEGINNING)
            item = QListWidgetItem(text, self)
            item.setData(_ID, each.id)
            item.setData(HEAD, listed(words, tr))
            item.setData(MARK, "answered" if is_answered else "open")

    def _go(self, item: QListWidgetItem) -> None:
        question = str(item.data(_ID))
        if question in self._session.desk.questionnaire.questions:
            go_to(self._session, question)
