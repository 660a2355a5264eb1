"""Institutions to begin with: by article, ticked, added to the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.gui.controls.sheet import Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.words import article_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.stakeholder_words import CATEGORIES
from focalpoint_app.workflow.consultation.suggesting import (
    Suggestion,
    suggested,
    suggested_name,
    suggested_stakeholder,
    suggestion_of,
    suggestions,
)

_ALL = ""


class Suggestions(Sheet):
    """Named in the first language of the review's answers.

    Signals:
        wanted: the ``Stakeholder``s to be added.
    """

    wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self.article = QComboBox()
        self.boxes: dict[str, CheckOption] = {}
        self.add = push_button(primary=True)
        self.all = push_button()
        self._groups = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        card = Section(self._told, N_("Institutions to begin with"), _ABOUT)
        row = FormRow(self.article)
        self._told.add(row.say, N_("For the articles"))
        self._told.add(self.all.setText, N_("Tick all of them"))
        card.column.addWidget(row)
        card.column.addLayout(self._groups)
        card.column.addLayout(beside(self.add, self.all))
        self._groups.setSpacing(4)
        self.column.addWidget(card)
        self.finish()
        self.article.activated.connect(lambda _at: self.refresh())
        self.add.clicked.connect(self._add)
        self.all.clicked.connect(self.tick_all)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the suggestions that would be added."""
        return tuple(
            key
            for key, box in self.boxes.items()
            if box.isChecked() and box.isEnabled()
        )

    def show_article(self, article: str) -> None:
        """Only who has something to say on it; empty for all articles."""
        self.article.setCurrentIndex(max(0, self.article.findData(article)))
        self.refresh()

    def tick_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(True)

    def refresh(self) -> None:
        """Show those of the article; who is in the list already cannot be ticked."""
        tr, kept = self._session.catalogue, set(self.ticked)
        here = map(suggestion_of, self._session.desk.workspace.stakeholders())
        known = {each.id for each in here if each is not None}
        self._clear()
        for category, words in CATEGORIES.items():
            group = [e for e in self._suggested() if e.category.value == category]
            if group:
                heading = soft_label()
                heading.setText(tr(words))
                heading.setContentsMargins(0, 8, 0, 0)
                self._groups.addWidget(heading)
            for each in group:
                self._groups.addWidget(self._box(each, known, kept, tr))
        self._count()

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self._offer_articles(tr)
        if self.isVisible():  # Elsewhere the room refreshes it when it is shown.
            self.refresh()

    def _suggested(self) -> tuple[Suggestion, ...]:
        chosen = str(self.article.currentData() or _ALL)
        every = [str(self.article.itemData(at)) for at in range(self.article.count())]
        return suggested([chosen] if chosen else every)

    def _box(
        self, suggestion: Suggestion, known: set[str], kept: set[str], tr: Catalogue
    ) -> CheckOption:
        box = CheckOption()
        name = self._name(suggestion)
        is_known = suggestion.id in known
        box.setText(tr("{name} (in the list)", name=name) if is_known else name)
        box.setEnabled(not is_known)
        box.setChecked(not is_known and suggestion.id in kept)
        box.toggled.connect(self._count)
        self.boxes[suggestion.id] = box
        return box

    def _name(self, suggestion: Suggestion) -> str:
        return suggested_name(suggestion, self._language)

    @property
    def _language(self) -> str:
        return self._session.desk.review.languages[0]

    def _offer_articles(self, tr: Catalogue) -> None:
        desk, chosen = self._session.desk, self.article.currentData()
        self.article.clear()
        self.article.addItem(tr("All articles"), _ALL)
        for part_id in desk.review.parts:
            part = desk.questionnaire.part(part_id)
            short = in_language(part.short_title, tr.language)
            for article in part.articles:
                key = f"{part_id}.{article.id}"
                if suggested([key]):
                    words = f"{short} · {article_name(article, tr)}"
                    self.article.addItem(words, key)
        self.article.setCurrentIndex(max(0, self.article.findData(chosen)))

    def _clear(self) -> None:
        self.boxes = {}
        while (item := self._groups.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _count(self) -> None:
        tr, count = self._session.catalogue, len(self.ticked)
        self.add.setEnabled(count > 0)
        self.add.setText(
            tr.counted("Add {n} institution", "Add {n} institutions", count)
            if count
            else tr("Add the ticked institutions")
        )

    def _add(self) -> None:
        ticked, desk = set(self.ticked), self._session.desk
        chosen = [each for each in suggestions() if each.id in ticked]
        self.wanted.emit(
            tuple(suggested_stakeholder(desk, each, self._language) for each in chosen)
        )


_ABOUT = N_(
    "Those that States usually ask. Tick, add, and give each its addressee afterwards;"
    " the names can be changed."
)
