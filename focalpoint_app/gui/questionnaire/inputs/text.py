"""Writing a text, in each of the review's languages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabBar

from focalpoint_app.domain.answer import Answer, TextValue
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.autosave import Typed
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.inputs.base import Input
from focalpoint_app.gui.questionnaire.origin_hover import OriginHover
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import language_name

_TELL_FROM = 0.8
"""The counter speaks from this share of the limit on."""

IN_LANGUAGE = {
    "ar": N_("Answer in Arabic"),
    "zh": N_("Answer in Chinese"),
    "en": N_("Answer in English"),
    "fr": N_("Answer in French"),
    "ru": N_("Answer in Russian"),
    "es": N_("Answer in Spanish"),
}


class TextInput(Input):
    """One area a language, behind tabs or side by side; built when first shown."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self._areas: dict[str, TextArea] = {}
        self._languages = session.desk.review.languages
        self._beside = False
        self._bar = QTabBar()
        self.both = IconButton("columns")
        self._row = QHBoxLayout()
        self._count = soft_label()
        self._build()

    def _build(self) -> None:
        if len(self._languages) > 1:
            self.column.addLayout(self._switches())
        self._row.setSpacing(12)
        self.column.addLayout(self._row)
        self.column.addWidget(self._count)
        self._count.hide()
        self._show_areas()

    def _switches(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._bar.setDrawBase(False)
        self._bar.setUsesScrollButtons(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        for language in self._languages:
            self._bar.addTab(language_name(language))
        self._bar.currentChanged.connect(self._show_areas)
        self.both.setCheckable(True)
        self.both.toggled.connect(self._place_beside)
        line.addWidget(self._bar)
        line.addStretch()
        line.addWidget(self.both)
        return line

    @property
    def language(self) -> str:
        """The language whose tab is in front."""
        return self._languages[max(0, self._bar.currentIndex())]

    def area(self, language: str | None = None) -> TextArea:
        """The field of a language, of the front one if None; made when missing."""
        wanted = language or self.language
        return self._areas.get(wanted) or self._made(wanted)

    def show_language(self, language: str) -> None:
        if language in self._languages:
            self._bar.setCurrentIndex(self._languages.index(language))

    def show_answer(self, answer: Answer) -> None:
        for language, area in self._areas.items():
            self._fill(area, language, answer)
        self._recount()

    def retranslate(self, tr: Catalogue) -> None:
        self.both.name_it(tr("Two languages side by side"))
        self._bar.setAccessibleName(tr("Language of the answer"))
        for language, area in self._areas.items():
            self._name(area, language, tr)
        self._recount()

    def focus_first(self) -> None:
        self.area().setFocus()

    def _made(self, language: str) -> TextArea:
        area = TextArea(language)
        self._areas[language] = area
        self._fill(area, language, self.session.desk.answer(self.question.id))
        self._name(area, language, self.session.catalogue)
        OriginHover(self.session, self.question.id, language, area)
        area.typed.connect(lambda: self._touch(language))
        area.entered.connect(self.entered)
        area.left.connect(self._left)
        area.refused.connect(self.session.failed)
        return area

    def _show_areas(self) -> None:
        shown = self._shown()
        for language in shown:
            area = self.area(language)
            if self._row.indexOf(area) < 0:
                self._row.addWidget(area, 1)
        for language, area in self._areas.items():
            area.setVisible(language in shown)
        self._recount()

    def _place_beside(self, beside: bool) -> None:
        self._beside = beside
        self._bar.setEnabled(not beside or len(self._languages) > 2)
        self._show_areas()

    def _shown(self) -> tuple[str, ...]:
        """The front language, or the leading one and beside it the front one."""
        if not self._beside:
            return (self.language,)
        leading, second, *_ = self._languages
        return (leading, second if self.language == leading else self.language)

    def _touch(self, language: str) -> None:
        area = self._areas[language]
        self.session.autosave.touch(
            self.question.id, language, lambda: Typed(area.text(), area.directions())
        )
        self._recount()

    def _left(self) -> None:
        self.session.autosave.leave(self.question.id)

    def _fill(self, area: TextArea, language: str, answer: Answer) -> None:
        if self.session.autosave.holds(self.question.id, language):
            return  # What is being typed is newer than what the desk holds.
        value = answer.value
        if not isinstance(value, TextValue):
            area.show_text("")
            return
        directions = value.directions.get(language, ())
        area.show_text(value.texts.get(language, ""), directions)

    def _name(self, area: TextArea, language: str, tr: Catalogue) -> None:
        words = tr(IN_LANGUAGE[language]) if language in IN_LANGUAGE else language
        area.setAccessibleName(words)
        area.setPlaceholderText(words)

    def _recount(self) -> None:
        """Say how long the text is once it nears its limit."""
        limit, length = self.question.limit, 0
        if limit is not None:
            length = len(self.area().text())
        told = limit is not None and length >= _TELL_FROM * limit
        if limit is not None and told:
            tr = self.session.catalogue
            words = tr("{length} of {limit} characters", length=length, limit=limit)
            self._count.setText(words)
        self._count.setVisible(told)
