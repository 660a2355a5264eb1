"""What a search found, as a list whose rows jump to their place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from focalpoint_app.domain.hit import Hit, HitKind
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.rows import BOLD, HEAD, RowList
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.words import question_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

_MOST = 50
_KINDS = {
    HitKind.QUESTION: N_("Question"),
    HitKind.ANSWER: N_("Answer"),
    HitKind.SOURCE: N_("Source"),
    HitKind.NOTE: N_("Note"),
}


class Found(QWidget):
    """Signals:
    chosen: the question a result belongs to.
    """

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._text = ""
        self._none = soft_label(wrap=True)
        self.list = RowList()
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)

    def search(self, text: str) -> None:
        """List what matches; an empty text finds nothing."""
        self._text = text.strip()
        self.list.clear()
        for hit in self._hits():
            self._add(hit)
        self._none.setVisible(bool(self._text) and self.list.count() == 0)

    def activate_first(self) -> None:
        if self.list.count():
            self._choose(self.list.item(0))

    def retranslate(self, tr: Catalogue) -> None:
        self.list.setAccessibleName(tr("Search results"))
        self._none.setText(tr("Nothing was found."))
        if self._text:
            self.search(self._text)

    def _hits(self) -> tuple[Hit, ...]:
        if not self._text:
            return ()
        self._session.autosave.flush()
        return self._session.desk.search(self._text, _MOST)

    def _add(self, hit: Hit) -> None:
        tr = self._session.catalogue
        question = self._question_of(hit)
        asked = self._session.desk.questionnaire.questions.get(question)
        where = question_name(asked, tr) if asked else ""
        kind = tr(_KINDS[hit.kind])
        head = f"{where} · {kind}" if where else kind
        item = QListWidgetItem(hit.snippet, self.list)
        item.setData(Qt.ItemDataRole.UserRole, question)
        item.setData(HEAD, head)
        item.setData(BOLD, (hit.start, hit.end))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{head}: {hit.snippet}")

    def _question_of(self, hit: Hit) -> str:
        """A source leads to the first answer that cites it."""
        if hit.kind is not HitKind.SOURCE:
            return hit.subject
        return next(iter(self._session.desk.citing(hit.subject)), "")

    def _choose(self, item: QListWidgetItem) -> None:
        question = item.data(Qt.ItemDataRole.UserRole)
        if question:
            self.chosen.emit(question)
        else:
            self._session.go.emit("sources")
