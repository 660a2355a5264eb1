"""The context pane at the trailing edge: all that stands beside a question."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.questionnaire.contributions.pane import Contributions
from focalpoint_app.gui.questionnaire.guidance import Guidance
from focalpoint_app.gui.questionnaire.heard import Heard
from focalpoint_app.gui.questionnaire.history import History
from focalpoint_app.gui.questionnaire.notes import Notes
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.theme.fonts import sized_font
from focalpoint_app.language.catalogue import Catalogue

GUIDANCE, CONTRIBUTIONS, HISTORY, NOTES = range(4)
_NARROWEST = 340  # px: an Arabic date with both names of its month fits a line
_TAB_SIZE = 14
_NEAR = 400  # px above the end, from which on more cards are built


class Context(Ground):
    """Follows the question worked on; its tabs are never cut."""

    def __init__(self, session: Session, heard: Heard) -> None:
        super().__init__("card")
        self._session = session
        self._heard = heard
        self.tabs = QTabBar()
        self.guidance = Guidance(session)
        self.contributions = Contributions(session, heard)
        self.history = History(session)
        self.notes = Notes(session)
        self._pages = QStackedWidget()
        self._areas: list[QScrollArea] = []
        self._later = QTimer(self, singleShot=True, interval=30)
        self._later.timeout.connect(self.refresh)
        self._build()
        self.contributions.verbs.changed.connect(self._soon)
        session.current_changed.connect(self._soon)
        session.answered.connect(self._if_current)
        session.refreshed.connect(self._soon)

    def _build(self) -> None:
        self.tabs.setFont(sized_font(_TAB_SIZE))
        self.tabs.setExpanding(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for page in self._tabs():
            self.tabs.addTab("")
            self._areas.append(_scrolled(page))
            self._pages.addWidget(self._areas[-1])
        bar = self._areas[CONTRIBUTIONS].verticalScrollBar()
        bar.valueChanged.connect(self._near_the_end)
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
        page = self._tabs()[self.tabs.currentIndex()]
        show = partial(page.show_question, self._session.current)
        self._session.read(show, None)
        self._count()

    def retranslate(self, tr: Catalogue) -> None:
        self.tabs.setAccessibleName(tr("About this question"))
        for at, name in enumerate(self._names(tr)):
            self.tabs.setTabText(at, name)
            self._areas[at].setAccessibleName(name)
        for page in self._tabs():
            page.retranslate(tr)
        self._make_room()
        self.refresh()

    def _tabs(self) -> tuple[Guidance | Contributions | History | Notes, ...]:
        return self.guidance, self.contributions, self.history, self.notes

    def _names(self, tr: Catalogue) -> tuple[str, ...]:
        return tr("Guidance"), self._counted(tr), tr("History"), tr("Notes")

    def _counted(self, tr: Catalogue) -> str:
        """``Contributions (3)``; no number where there are none."""
        count = self._heard.count(self._session.current)
        return tr("Contributions ({n})", n=count) if count else tr("Contributions")

    def _count(self) -> None:
        words = self._counted(self._session.catalogue)
        if self.tabs.tabText(CONTRIBUTIONS) != words:
            self.tabs.setTabText(CONTRIBUTIONS, words)
            self._make_room()

    def _make_room(self) -> None:
        """Tabs are never cut, and a contribution's lines never too short to read."""
        self.setMinimumWidth(max(_NARROWEST, self.tabs.sizeHint().width() + 26))

    def _turn(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)
        self.refresh()

    def _soon(self, *_: object) -> None:
        self._later.start()

    def _if_current(self, question: str) -> None:
        if question != self._session.current:
            return
        if self.tabs.currentIndex() == HISTORY:
            self._later.start()
        elif self.tabs.currentIndex() == CONTRIBUTIONS:
            self._session.read(self.contributions.show_answer, None)

    def _near_the_end(self, value: int) -> None:
        bar = self._areas[CONTRIBUTIONS].verticalScrollBar()
        if value > bar.maximum() - _NEAR:
            self.contributions.build_more()


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.StyledPanel)  # Its ring, where it is focused.
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)  # setWidget filled it
    return area
