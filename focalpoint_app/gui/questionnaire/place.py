"""The questionnaire's place: contents, the article's page, the context pane."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.questionnaire.article_page import ArticlePage
from focalpoint_app.gui.questionnaire.contents import Contents
from focalpoint_app.gui.questionnaire.context import (
    CONTRIBUTIONS,
    NOTES,
    Context,
)
from focalpoint_app.gui.questionnaire.copied_words import CopiedWords
from focalpoint_app.gui.questionnaire.copy_watch import CopyWatch
from focalpoint_app.gui.questionnaire.find_bar import FindBar
from focalpoint_app.gui.questionnaire.heard import Heard
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue

_ANSWERS = 490
"""px that answers need beside both panes; with less the context pane is folded until
asked for."""

_KEPT = 3
"""Article pages kept built; each is up to 5 MB of widgets."""


class QuestionnairePlace(Page):
    """Pages are built when visited; the least recently seen one goes first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._judge = session.judge
        self.heard = Heard(session)
        self.contents = Contents(session, session.judge, self.heard)
        self.context = Context(session, self.heard)
        self._stack = QStackedWidget()
        self.find_bar = FindBar(session, self._page_now)
        self._pages: dict[tuple[str, str], ArticlePage] = {}
        self.splitter = QSplitter()
        self._is_roomy: bool | None = None
        self._copies = CopyWatch(session, self._is_answer, self)
        self.copied = CopiedWords(session, self.heard)
        self._build()
        self._connect()
        self._open_first()

    def _build(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self._stack, 1)
        for pane in (self.contents, middle, self.context):
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([272, 760, 300])
        self.splitter.setCollapsible(1, False)
        self.splitter.setHandleWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.find_bar.hide()

    def _connect(self) -> None:
        self.copied.credited.connect(self.context.refresh)
        self.contents.chosen.connect(self._session.jump)
        self._session.jump.connect(self.show_question)
        self._session.consulted.connect(self.show_contributions)
        self._session.answered.connect(self._refresh_question)
        self._session.refreshed.connect(self._refresh_all)
        self._judge.judged.connect(self._show_problems)

    @property
    def page(self) -> ArticlePage | None:
        """The article in front."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, ArticlePage) else None

    def show_question(self, question: str, *, focus: bool = True) -> None:
        """Bring its article to the front and the question into view."""
        asked = self._session.desk.questionnaire.questions.get(question)
        if asked is None:
            return
        page = self._bring(asked.part, asked.article)
        page.show_question(question, focus=focus)
        self._work_on(question)

    def show_contributions(self, question: str) -> None:
        """Bring the question into view, and what institutions said on it."""
        self.show_question(question)
        self._show_context()
        self.context.show_tab(CONTRIBUTIONS)

    def step(self, by: int) -> None:
        """The next or previous question that can be answered, articles included."""
        order = self._order()
        if not order:
            return
        current = self._session.current
        at = order.index(current) if current in order else -1 if by > 0 else 0
        self.show_question(order[max(0, min(len(order) - 1, at + by))])

    def turn_paragraph(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, TextArea):
            focused.turn_paragraph()

    def write_note(self) -> None:
        self._show_context()
        self.context.show_tab(NOTES)
        self.context.notes.area.setFocus()

    def fold_context(self) -> None:
        self._show_context(shown=not self.context.isVisible())

    def search(self) -> None:
        """Where the contents gave way to the context pane they come back."""
        if self.contents.isHidden():
            self._show_context(shown=False)
        self.contents.search.setFocus()
        self.contents.search.selectAll()

    def _show_context(self, *, shown: bool = True) -> None:
        """In a narrow window it takes the contents' room, never the answers'."""
        self.context.setVisible(shown)
        self.contents.setVisible(not shown or self._is_roomy is not False)

    def _share(self) -> None:
        """Tabs of the context pane are longer in some languages."""
        panes = self.contents.minimumWidth() + self.context.minimumWidth()
        is_roomy = self.width() >= panes + _ANSWERS
        if is_roomy != self._is_roomy:
            self._is_roomy = is_roomy
            self._show_context(shown=is_roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window leaves its room to the answers."""
        super().resizeEvent(event)
        self._share()

    def panes(self) -> tuple[QWidget, ...]:
        shown = [self.contents.tree, self.page, self.context.tabs]
        return tuple(pane for pane in shown if pane is not None and pane.isVisible())

    def enter(self) -> None:
        """Replies may have come in meanwhile."""
        self.heard.forget()
        self.context.refresh()

    def leave(self) -> None:
        self.context.notes.keep()
        self._session.autosave.leave(self._session.current or "")
        self.copied.look()

    def let_go(self) -> None:
        for key, page in list(self._pages.items()):
            if page is not self.page:
                self._drop(key)

    def retranslate(self, tr: Catalogue) -> None:
        """The page in front now; ``let_go`` has dropped the others."""
        self.contents.retranslate(tr)
        self.context.retranslate(tr)
        if self.isVisible():
            self._share()
        self.find_bar.retranslate(tr)
        if self.page is not None:
            self.page.retranslate(tr)

    def _is_answer(self, widget: QWidget) -> bool:
        return self.page is not None and self.page.isAncestorOf(widget)

    def _page_now(self) -> ArticlePage | None:
        return self.page

    def _open_first(self) -> None:
        """Where there is still something to do, else at the beginning."""
        desk = self._session.desk
        visible = [q for q in desk.facts.visible_questions() if q.parent is None]
        waiting = (q.id for q in visible if not desk.answer(q.id).counts)
        first = next(waiting, visible[0].id if visible else "")
        self.show_question(first, focus=False)

    def _order(self) -> list[str]:
        return [each.id for each in self._session.desk.facts.visible_questions()]

    def _bring(self, part_id: str, article_id: str) -> ArticlePage:
        key = (part_id, article_id)
        if key not in self._pages:
            self._pages[key] = self._made(part_id, article_id)
        page = self._pages.pop(key)
        self._pages[key] = page  # the most recent one stands last
        if self.page is not page:
            self._stack.setCurrentWidget(page)
            page.show_problems()
        while len(self._pages) > _KEPT:
            self._drop(next(iter(self._pages)))
        return page

    def _made(self, part_id: str, article_id: str) -> ArticlePage:
        questionnaire = self._session.desk.questionnaire
        part = questionnaire.part(part_id)
        article = questionnaire.article(part_id, article_id)
        page = ArticlePage(self._session, self._judge, part, article)
        page.entered.connect(self._work_on)
        self._stack.addWidget(page)
        return page

    def _drop(self, key: tuple[str, str]) -> None:
        page = self._pages.pop(key)
        self._stack.removeWidget(page)
        page.setParent(None)
        page.deleteLater()

    def _work_on(self, question: str) -> None:
        self._session.work_on(question)
        self.contents.show_question(question)
        if self.page is not None:
            self.page.mark_current(question)

    def _refresh_question(self, question: str) -> None:
        for page in self._pages.values():
            page.refresh(question)

    def _refresh_all(self) -> None:
        for page in self._pages.values():
            page.refresh()

    def _show_problems(self) -> None:
        if self.page is not None:
            self.page.show_problems()
