"""Whom a round asks: institutions ticked in a list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from focalpoint_app.domain.search_text import folded
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import dotted
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.stakeholder_words import CATEGORIES
from focalpoint_app.workflow.consultation.rounds import own_articles

_ID = Qt.ItemDataRole.UserRole
_HIGHEST = 270


class RecipientsCard(Section):
    """Signals:
    changed: others are to be asked.
    suggest: those that suit the questions are to be ticked.
    """

    changed = Signal()
    suggest = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("Who is asked"))
        self._session = session
        self._known: dict[str, Stakeholder] = {}
        self.search = LineField()
        self.list = QListWidget()
        self.suitable = push_button(quiet=True)
        self.all = push_button(quiet=True)
        self.none = push_button(quiet=True)
        self.only_own = CheckOption()
        self.count = soft_label(wrap=True)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._build(told)
        self._connect()

    def _build(self, told: Told) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, 6)
        for button in (self.suitable, self.all, self.none):
            flow.addWidget(button)
        told.add(self.suitable.setText, N_("Tick those that suit the articles"))
        told.add(self.all.setText, N_("Tick all in sight"))
        told.add(self.none.setText, N_("Tick none"))
        told.add(self.only_own.setText, _ONLY_OWN)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.list.setHorizontalScrollBarPolicy(never)
        self.search.setClearButtonEnabled(True)
        for widget in (self.search, buttons, self.list, self.count, self.only_own):
            self.column.addWidget(widget)

    def _connect(self) -> None:
        self._later.timeout.connect(self._tell)
        self.search.textChanged.connect(lambda _text: self._filter())
        self.list.itemChanged.connect(lambda _item: self._later.start())
        self.all.clicked.connect(lambda: self._tick_in_sight())
        self.none.clicked.connect(lambda: self.tick(()))
        self.suitable.clicked.connect(self.suggest)
        self.only_own.toggled.connect(lambda _on: self.changed.emit())

    @property
    def ticked(self) -> tuple[Stakeholder, ...]:
        """In the list's order, whether in sight or not."""
        return tuple(
            self._known[str(item.data(_ID))]
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        )

    def tick(self, stakeholders: Iterable[str]) -> None:
        """These ids and no others."""
        wanted = set(stakeholders)
        for item in self._items():
            is_wanted = item.data(_ID) in wanted
            item.setCheckState(_STATES[is_wanted])
        self._tell()

    def tick_suitable(self, articles: set[str]) -> None:
        """Those for whose likes any of the articles is suggested."""
        self.tick(
            each.id
            for each in self._known.values()
            if not articles.isdisjoint(own_articles(each))
        )

    def refresh(self) -> None:
        """Read the institutions again; ticks stay."""
        from focalpoint_app.workflow.consultation.stakeholders import (
            listed_stakeholders,
        )

        tr, ticked = self._session.catalogue, {each.id for each in self.ticked}
        everyone = listed_stakeholders(self._session.desk)
        self._known = {each.id: each for each in everyone}
        self.list.blockSignals(True)
        self.list.clear()
        for each in everyone:
            words = dotted(institution_name(each, tr), tr(CATEGORIES[each.category]))
            item = QListWidgetItem(words, self.list)
            item.setData(_ID, each.id)
            item.setToolTip(plain_tip(words))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_STATES[each.id in ticked])
        self.list.blockSignals(False)
        rows = sum(map(self.list.sizeHintForRow, range(self.list.count())))
        self.list.setFixedHeight(min(_HIGHEST, rows + 6))
        self._filter()
        self._tell()

    def retranslate(self, tr: Catalogue) -> None:
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search institutions"))
        self.list.setAccessibleName(tr("Institutions"))
        self.refresh()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _tick_in_sight(self) -> None:
        kept = {each.id for each in self.ticked}
        self.tick(kept | {i.data(_ID) for i in self._items() if not i.isHidden()})

    def _filter(self) -> None:
        words = folded(self.search.text().strip()).split()
        for item in self._items():
            text = folded(item.text())
            item.setHidden(not all(word in text for word in words))

    def _tell(self) -> None:
        self._later.stop()
        tr = self._session.catalogue
        self.count.setText(
            tr.counted(
                "{n} institution is ticked.",
                "{n} institutions are ticked.",
                len(self.ticked),
            )
            if self._known
            else tr("There is no institution yet; describe one first.")
        )
        self.changed.emit()


_STATES = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
_ONLY_OWN = N_("Ask each only about the articles that suit it")
