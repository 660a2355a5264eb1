"""One place of a merged text: what stands there now, what came, what was sent."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from focalpoint_app.domain.merge.abreast import Piece
from focalpoint_app.domain.merge.differences import differences
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.options import RadioOption
from focalpoint_app.gui.questionnaire.contributions.changes import Changes
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue

_INSET = 30  # px under an option's words

Option = tuple[str, str, str]
"""Name, words, text."""


class PieceCard(QWidget):
    """Signals:
    chosen: another of its texts is to stand there.
    """

    chosen = Signal()

    def __init__(self, piece: Piece, tr: Catalogue) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._texts: dict[RadioOption, str] = {}
        self.options: dict[str, RadioOption] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(4)
        if piece.is_conflict:
            told = soft_label(wrap=True)
            told.setText(tr("Both differ here: choose."))
            self._column.addWidget(told)
        offered = tuple(_options(piece, tr))
        for name, words, text in offered:
            self._offer(name, words, text, piece, tr)
        usual = [name for name, _, text in offered if text == piece.merged]
        self.options[(usual or [offered[0][0]])[0]].setChecked(True)
        self._group.buttonToggled.connect(self._choose)

    @property
    def text(self) -> str:
        """What is to stand there; empty where the place is left out."""
        return next(text for option, text in self._texts.items() if option.isChecked())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        drawing.rounded(
            QPainter(self), QRectF(self.rect()), 10, colours.card, colours.line
        )

    def _offer(
        self, name: str, words: str, text: str, piece: Piece, tr: Catalogue
    ) -> None:
        option = RadioOption()
        option.setText(words)
        option.setAccessibleName(f"{words}: {text.strip()}")
        self._group.addButton(option)
        self._texts[option] = text
        self.options[name] = option
        self._column.addWidget(option)
        shown = Changes()
        if text.strip():
            shown.show_passages(differences(piece.base or text, text), tr)
        else:
            shown.setText(tr("(not there)") if name == "now" else tr("(left out)"))
            shown.show()
        shown.setContentsMargins(
            0 if tr.is_rtl else _INSET, 0, _INSET if tr.is_rtl else 0, 4
        )
        self._column.addWidget(shown)

    def _choose(self, _button: object, checked: bool) -> None:
        if checked:
            self.chosen.emit()


def _options(piece: Piece, tr: Catalogue) -> Iterator[Option]:
    """Each text once, under the first name that it has."""
    seen: set[str] = set()
    for name, words, text in (
        ("now", tr("As it is now"), piece.first),
        ("came", tr("As the contribution has it"), piece.second),
        ("both", tr("Both put together"), piece.merged),
        ("sent", tr("As it was sent"), piece.base),
    ):
        is_new = text.strip() not in seen
        if is_new and (text.strip() or name in ("now", "came")):
            seen.add(text.strip())
            yield name, words, text
