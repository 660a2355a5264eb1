"""The context pane at the trailing edge: guidance, history, notes of a question."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.questionnaire.guidance import Guidance
from focalpoint_app.gui.questionnaire.history import History
from focalpoint_app.gui.questionnaire.notes import Notes
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue

GUIDANCE, HISTORY, NOTES = range(3)


class Context(Ground):
    """Follows the question worked on; its tabs are never cut."""

    def __init__(self, session: Session) -> None:
        super().__init__("card")
        self._session = session
        self.tabs = QTabBar()
        self.guidance = Guidance(session)
        self.history = History(session)
        self.notes = Notes(session)
        self._pages = QStackedWidget()
        self._areas: list[QScrollArea] = []
        self._later = QTimer(self, singleShot=True, interval=30)
        self._later.timeout.connect(self.refresh)
        self._build()
        session.current_changed.connect(self._soon)
        session.answered.connect(self._if_current)
        session.refreshed.connect(self._soon)

    def _build(self) -> None:
        self.tabs.setExpanding(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for page in (self.guidance, self.history, self.notes):
            self.tabs.addTab("")
            self._areas.append(_scrolled(page))
            self._pages.addWidget(self._areas[-1])
        self.tabs.currentChanged.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)

    def show_tab(self, tab: int) -> None:
        self.tabs.setCurrentIndex(tab)

    def refresh(self) -> None:
        """Read the tab in front anew; the others wait until they are shown."""
        question = self._session.current
        page = (self.guidance, self.history, self.notes)[self.tabs.currentIndex()]
        page.show_question(question)

    def retranslate(self, tr: Catalogue) -> None:
        self.tabs.setAccessibleName(tr("About this question"))
        names = (tr("Guidance"), tr("History"), tr("Notes"))
        for at, name in enumerate(names):
            self.tabs.setTabText(at, name)
            self._areas[at].setAccessibleName(name)
        for page in (self.guidance, self.history, self.notes):
            page.retranslate(tr)
        self.setMinimumWidth(max(260, self.tabs.sizeHint().width() + 24))
        self.refresh()

    def _turn(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)
        self.refresh()

    def _soon(self, *_: object) -> None:
        self._later.start()

    def _if_current(self, question: str) -> None:
        if question == self._session.current and self.tabs.currentIndex() == HISTORY:
            self._later.start()


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)  # setWidget filled it
    return area
