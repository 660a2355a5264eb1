"""Merging a contribution by sentence: chosen piece by piece, seen before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.merge.differences import differences
from focalpoint_app.domain.merge.sentences import joined
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import bold_label, plain_label, say, soft_label
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.screens import size_on_screen
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.questionnaire.contributions.changes import Changes
from focalpoint_app.gui.questionnaire.contributions.piece_card import PieceCard
from focalpoint_app.gui.questionnaire.contributions.words import (
    institution_name,
    origin_words,
)
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import beginning
from focalpoint_app.language.names import language_name

if TYPE_CHECKING:
    from focalpoint_app.domain.merge.abreast import Piece
    from focalpoint_app.workflow.consultation.voices import Voice

Settle = Callable[[Mapping[str, str]], bool]

_SAME = 160
"""Letters shown of a run of sentences that nobody changed."""


class MergeDialog(QDialog):
    """Opened for one contribution; ``settle`` writes, and says whether it could."""

    def __init__(
        self, session: Session, voice: Voice, settle: Settle, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._voice = voice
        self._settle = settle
        self.notice = Notice()
        self.cards: list[PieceCard] = []
        self._texts: dict[str, list[str | PieceCard]] = {}
        self._results: dict[str, Changes] = {}
        self.keep = push_button(primary=True)
        self._back = push_button()
        self._pieces = QVBoxLayout()
        self._preview = QVBoxLayout()
        self._now: Mapping[str, str] = {}
        self._build()
        session.failed.connect(self._complain)
        self._fill()

    @property
    def texts(self) -> dict[str, str]:
        """As chosen, by language."""
        return {
            language: joined(tuple(_said(each) for each in parts if _said(each)))
            for language, parts in self._texts.items()
        }

    def accept(self) -> None:
        """What was chosen stays to be tried again where it could not be written."""
        self.notice.be_quiet()
        if self._settle(self.texts):
            super().accept()

    def _build(self) -> None:
        tr = self._session.catalogue
        self.setWindowTitle(tr("Merge by sentence"))
        size_on_screen(self, 1080, 680)
        name, origin = bold_label(wrap=True), soft_label(wrap=True)
        name.setText(institution_name(self._voice.stakeholder, tr))
        origin.setText(origin_words(self._voice, tr))
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(_scrolled(self._pieces), 1)
        columns.addWidget(_scrolled(self._preview), 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(8)
        column.addWidget(name)
        column.addWidget(origin)
        column.addWidget(self.notice)
        column.addLayout(columns, 1)
        column.addLayout(buttons)
        self.keep.setText(tr("Merge into the answer"))
        self._back.setText(tr("Cancel"))
        self.keep.clicked.connect(self.accept)
        self._back.clicked.connect(self.reject)

    def _fill(self) -> None:
        tr, desk = self._session.catalogue, self._session.desk
        from focalpoint_app.workflow.consultation.consolidating import present_texts
        from focalpoint_app.workflow.consultation.piecewise import pieces_of

        given = self._voice.contribution
        self._now = present_texts(desk, given.question)
        nothing: Mapping[str, tuple[Piece, ...]] = {}
        by_language = self._session.read(partial(pieces_of, desk, given), nothing)
        self.keep.setEnabled(bool(by_language))
        self._head(self._pieces, tr("The answer now and the contribution"))
        self._head(self._preview, tr("The answer as it will be"))
        for language, pieces in by_language.items():
            if len(by_language) > 1:
                self._head(self._pieces, language_name(language))
            self._texts[language] = list(self._places(pieces))
            self._results[language] = Changes()
            self._preview.addWidget(self._results[language])
        self._pieces.addStretch(1)
        self._preview.addStretch(1)
        self._show_result()

    def _places(self, pieces: Iterable[Piece]) -> Iterator[str | PieceCard]:
        """Runs that nobody changed are one line, the others a card each."""
        for untouched, run in groupby(pieces, key=lambda each: each.is_untouched):
            if untouched:
                text = joined(tuple(each.merged for each in run))
                label = plain_label(wrap=True)
                say(label, beginning(text.strip(), _SAME))
                label.setToolTip(plain_tip(text))
                label.setForegroundRole(soft_label().foregroundRole())
                self._pieces.addWidget(label)
                yield text
            else:
                yield from (self._card(each) for each in run)

    def _card(self, piece: Piece) -> PieceCard:
        card = PieceCard(piece, self._session.catalogue)
        card.chosen.connect(self._show_result)
        self.cards.append(card)
        self._pieces.addWidget(card)
        return card

    def _show_result(self) -> None:
        """What would change in the answer, in colour and by its lines."""
        tr = self._session.catalogue
        for language, text in self.texts.items():
            now = self._now.get(language, "")
            self._results[language].show_passages(differences(now, text), tr)

    def _complain(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _head(self, column: QVBoxLayout, words: str) -> None:
        label = bold_label(wrap=True)
        say(label, words)
        column.addWidget(label)


def _said(part: str | PieceCard) -> str:
    return part.text if isinstance(part, PieceCard) else part


def _scrolled(column: QVBoxLayout) -> QScrollArea:
    body = Ground("ground")
    column.setContentsMargins(14, 12, 14, 12)
    column.setSpacing(8)
    body.setLayout(column)
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area
