"""The window: header, rail, the place in front, foot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.settling import settle_before
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.page import Page, Place
from focalpoint_app.gui.reconciling.copies_bar import CopiesBar
from focalpoint_app.gui.shell.author_bar import AuthorBar
from focalpoint_app.gui.shell.foot import Foot
from focalpoint_app.gui.shell.header import Header
from focalpoint_app.gui.shell.messages import MessageBar
from focalpoint_app.gui.shell.rail import Rail
from focalpoint_app.gui.shell.rescue_bar import RescueBar
from focalpoint_app.gui.translator import Translator
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.gui.contributing.errand_bar import ErrandBar
    from focalpoint_app.gui.session import Session


class Window(QWidget):
    """Shows a start page, then one review; everything in it can be told anew.

    Signals:
        painted: the first paint is done; heavy libraries may load now.
        closing: the window goes; what was typed is saved and sealed.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self, translator: Translator, frame: QWidget | None = None) -> None:
        super().__init__(frame)
        self.translator = translator
        self.session: Session | None = None
        self.header = Header()
        self.rail = Rail()
        self.foot = Foot()
        self.messages = MessageBar()
        self.rescue_bar = RescueBar()
        self.copies_bar = CopiesBar()
        self.author_bar = AuthorBar()
        self._places: dict[str, Place] = {}
        self._pages: dict[str, Page] = {}
        self._body = QWidget()
        self._stack = QStackedWidget()
        self._middle = QVBoxLayout()
        self._above: ErrandBar | None = None
        self._stale: set[str] = set()
        self._cover: Page | None = None
        self._is_outdated = False
        self._is_painted = False
        self._focused: QWidget | None = None
        self._build()
        translator.changed.connect(self.retranslate)
        self.header.spoken.connect(translator.speak)
        self.rail.chosen.connect(self.show_place)
        self.retranslate()

    def _build(self) -> None:
        middle = self._middle
        middle.setSpacing(0)
        bars = (self.messages, self.rescue_bar, self.copies_bar, self.author_bar)
        for widget in bars:
            middle.addWidget(widget)
        middle.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(_line())
        column.addLayout(row, 1)
        column.addWidget(_line())
        column.addWidget(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)
        self.resize(1440, 880)
        self.setMinimumSize(960, 600)
        self.rail.hide()
        self.foot.hide()

    def put_above(self, bar: ErrandBar) -> None:
        """Over every place from now on: whose questions these are."""
        self._above = bar
        self._middle.insertWidget(0, bar)
        bar.retranslate(self.translator.catalogue)

    def cover(self, page: Page) -> None:
        """Nothing else is seen, reached by a key or read out until ``uncover``."""
        self._focused = self.focusWidget()
        self._cover = page
        self._body.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(page)
        page.retranslate(self.translator.catalogue)

    def uncover(self, page: Page) -> None:
        """All is as it was, the caret too."""
        page.hide()
        page.deleteLater()
        self._cover = None
        self._body.show()
        if self._is_outdated:
            self.retranslate()
        if self._focused is not None:
            self._focused.setFocus()

    @property
    def is_covered(self) -> bool:
        return self._cover is not None

    def show_page(self, page: Page) -> None:
        """A page that is no place, as the start page."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.retranslate(self.translator.catalogue)

    def open(self, session: Session, places: Sequence[Place], first: str) -> None:
        """Show this review.  Whoever wrote last is asked whether they write again."""
        tr = self.translator.catalogue
        self.session = session
        self._places = {place.id: place for place in places}
        session.failed.connect(self.show_error)
        session.told.connect(self.messages.tell)
        session.go.connect(self.show_place)
        session.autosave.refused.connect(self._refuse)
        self.rail.offer(places, tr)
        self.header.follow(session, session.judge)
        self.foot.follow(session, session.judge)
        self.author_bar.another.connect(self.foot.author.ask)
        self.copies_bar.wanted.connect(self.reconcile)
        for widget in (self.rail, self.foot):
            widget.show()
        self.show_place(first)
        session.judge.judge()
        self.foot.retranslate(tr)
        self.author_bar.ask(session.desk.author, tr)
        self.rescue_bar.offer(session)
        self.copies_bar.offer(session)

    @property
    def page(self) -> Page | None:
        """The page in front."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Page) else None

    def place(self, place: str) -> Page:
        """A place's page, made when first asked for."""
        if place not in self._pages:
            assert self.session is not None
            page = self._places[place].factory(self.session)
            self._pages[place] = page
            self._stack.addWidget(page)
            page.retranslate(self.translator.catalogue)
        return self._pages[place]

    def show_place(self, place: str) -> None:
        """Bring it to the front; a place that this version has not is passed over."""
        if place not in self._places:
            return
        before, page = self.page, self.place(place)
        if before is page:
            return
        if before is not None:
            before.leave()
        if place in self._stale:
            self._stale.remove(place)
            page.retranslate(self.translator.catalogue)
        self._stack.setCurrentWidget(page)
        self.rail.show_place(place)
        page.enter()

    def reconcile(self, other: Path | None = None) -> None:
        """Take in another copy of this review; the user chooses where none is named."""
        from focalpoint_app.gui.reconciling.dialog import ReconcilingDialog

        assert self.session is not None
        dialog = ReconcilingDialog(self.session, self)
        dialog.open()
        if other is not None:
            dialog.take_in(other)

    def show_error(self, error: AppError) -> None:
        self.messages.show_error(error, self.translator.catalogue)

    def retranslate(self) -> None:
        """All that is in sight, in one paint; other places when they are shown.

        Behind a cover nothing may be read: it waits until that is gone.
        """
        self._is_outdated = self.is_covered
        if self._is_outdated:
            return
        tr = self.translator.catalogue
        self.setUpdatesEnabled(False)
        for page in self._pages.values():
            page.let_go()
        self._dress_window(tr)
        bars = (self.messages, self.rescue_bar, self.copies_bar, self.author_bar)
        for part in (self.header, self.rail, self.foot, *bars):
            part.retranslate(tr)
        if self._above is not None:
            self._above.retranslate(tr)
        if self.page is not None:
            self.page.retranslate(tr)
        self._stale = {
            key for key, page in self._pages.items() if page is not self.page
        }
        self.setUpdatesEnabled(True)

    def _dress_window(self, tr: Catalogue) -> None:
        """Its frame, where it has one, for dialogs take after that."""
        window = self.window()
        window.setLayoutDirection(self.translator.direction)
        window.setLocale(self.translator.locale)
        window.setWindowTitle(tr("Focal point"))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab go on as one reads."""
        from focalpoint_app.gui.shell.tab_order import after

        reason = Qt.FocusReason.TabFocusReason
        if not forward:
            reason = Qt.FocusReason.BacktabFocusReason
        after(self.focusWidget(), self, backwards=not forward).setFocus(reason)
        return True

    def event(self, event: QEvent) -> bool:
        settle_before(event)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """No question is asked: all that was typed is saved, or kept for rescue.

        Behind a cover nothing may be read, and that was done before it came.
        """
        if self.page is not None and not self.is_covered:
            self.page.leave()
        if self.session is not None:
            self.session.autosave.seal()
        self.closing.emit()
        event.accept()

    def _refuse(self, _question: str, error: AppError) -> None:
        self.show_error(error)


def _line() -> QWidget:
    line = Ground("line")
    line.setFixedHeight(1)
    line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return line
