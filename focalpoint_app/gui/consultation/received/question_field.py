"""Choosing a question: typed words narrow the list, Enter takes the first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from focalpoint_app.domain.search_text import folded
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.rows import HEAD, RowList
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.words import ROLES, question_name

_QUESTION = Qt.ItemDataRole.UserRole
_WORDS = _QUESTION + 1
_HEIGHT = 230


class QuestionField(QWidget):
    """Signals:
    chosen: the question's id.
    """

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        tr = session.catalogue
        self.search = LineField()
        self.search.setPlaceholderText(tr("Provision or words of the question"))
        self.search.setAccessibleName(tr("Provision or words of the question"))
        self.list = RowList()
        self.list.setAccessibleName(tr("Questions"))
        self.list.setFixedHeight(_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self._fill(session)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._take_first)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)

    def _fill(self, session: Session) -> None:
        """Every question in force, those too that no answer calls for yet."""
        tr, desk = session.catalogue, session.desk
        for question in desk.questionnaire.questions.values():
            if question.part not in desk.review.parts:
                continue
            role = tr(ROLES[question.role]) if question.role in ROLES else ""
            part = in_language(desk.questionnaire.part(question.part).short_title,
                               tr.language)  # fmt: skip
            name = question_name(question, tr)
            parts = dict.fromkeys((name, role, part))
            head = " · ".join(each for each in parts if each)
            item = QListWidgetItem(in_language(question.text, tr.language))
            item.setData(_QUESTION, question.id)
            item.setData(HEAD, head)
            words = f"{question.id} {head} {item.text()}"
            item.setData(_WORDS, _bare(words))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{head}: {item.text()}")
            self.list.addItem(item)

    def _narrow(self, text: str) -> None:
        wanted = _bare(text)
        for item in self._items():
            item.setHidden(wanted not in str(item.data(_WORDS)))

    def _take_first(self) -> None:
        first = next((each for each in self._items() if not each.isHidden()), None)
        if first is not None:
            self._take(first)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(_QUESTION)))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]


def _bare(text: str) -> str:
    """Without what people leave out or write otherwise."""
    return "".join(each for each in folded(text) if each.isalnum())
