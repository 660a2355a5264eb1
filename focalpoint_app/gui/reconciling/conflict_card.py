"""One conflict: what stood before, what stands here, what the other copy says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from focalpoint_app.domain.content import Content
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import (
    bold_label,
    plain_label,
    say,
    soft_label,
)
from focalpoint_app.gui.controls.surfaces import Card
from focalpoint_app.gui.questionnaire.comparison import Fate, Run, as_html, compared
from focalpoint_app.gui.reconciling.words import heading_of, said, text_of
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.theme.fonts import narrative_font
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import direction_of

if TYPE_CHECKING:
    from focalpoint_app.workflow.safekeeping.reconciling import Sides


_AROUND = 90
"""Letters shown of an unchanged passage at either end."""


class ConflictCard(Card):
    """Signals:
    settled: with the content that stands from now on.
    """

    settled = Signal(object)

    def __init__(self, session: Session, sides: Sides) -> None:
        super().__init__()
        self.sides = sides
        self._form = session.desk.questionnaire
        self._tr = session.catalogue
        self.heading = bold_label(wrap=True)
        say(self.heading, heading_of(sides, self._form, self._tr))
        self.column.addWidget(self.heading)
        self._show_base()
        self.column.addLayout(self._both())
        self._show_merged()
        self.column.addWidget(self._buttons())

    def _show_base(self) -> None:
        """Of a text what was taken out is marked in the sides themselves."""
        if self.sides.base is not None and text_of(self.sides.base) is None:
            self.column.addWidget(self._side("Before", self.sides.base, plain=True))

    def _both(self) -> QHBoxLayout:
        """Beside each other: one reads them against each other."""
        row = QHBoxLayout()
        row.setSpacing(22)
        for name, content in (
            ("Here", self.sides.here),
            ("In the other copy", self.sides.there),
        ):
            row.addWidget(self._side(name, content), 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_merged(self) -> None:
        if self._has_merged:
            self.column.addWidget(self._side("Both together", self.sides.merged))

    @property
    def _has_merged(self) -> bool:
        sides = self.sides
        return sides.merged not in (None, sides.here, sides.there)

    def _side(self, name: str, content: Content, *, plain: bool = False) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = soft_label()
        label.setText(_names(self._tr)[name])
        column.addWidget(label)
        column.addWidget(self._words(content, plain=plain))
        return widget

    def _words(self, content: Content, *, plain: bool) -> QLabel:
        before, now = text_of(self.sides.base), text_of(content)
        if not plain and before is not None and now is not None:
            return _change(before, now)
        label = plain_label(wrap=True)
        if now is not None:
            label.setFont(narrative_font())
        words = said(self.sides, content, self._form, self._tr)
        say(label, words or self._tr("(nothing)"))
        return label

    def _buttons(self) -> QWidget:
        tr, sides = self._tr, self.sides
        offers = [(tr("Keep what stands here"), sides.here),
                  (tr("Take what the other copy says"), sides.there)]  # fmt: skip
        if self._has_merged:
            offers.append((tr("Take both together"), sides.merged))
        widget = QWidget()
        flow = FlowLayout(widget, 12)
        self.buttons: list[QPushButton] = []
        for words, content in offers:
            button = push_button()
            button.setText(words)
            button.setAccessibleDescription(self.heading.text())
            button.clicked.connect(self._settler(content))
            self.buttons.append(button)
            flow.addWidget(button)
        return widget

    def _settler(self, content: Content) -> Callable[[], None]:
        def settle() -> None:
            self.settled.emit(content)

        return settle


def _names(tr: Catalogue) -> dict[str, str]:
    return {
        "Before": tr("Before"),
        "Here": tr("Here"),
        "In the other copy": tr("In the other copy"),
        "Both together": tr("Both together"),
    }


def _change(before: str, now: str) -> QLabel:
    """Marked by line and colour both, in the text's own direction."""
    label, colours = plain_label(), tokens()
    label.setFont(narrative_font())
    runs = map(_shortened, compared(before, now))
    html = as_html(runs, colours.answered, colours.no)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    direction = "rtl" if direction_of(now or before) == "rtl" else "ltr"
    label.setText(f'<div dir="{direction}">{html}</div>')
    label.setAccessibleName(now)
    return label


def _shortened(run: Run) -> Run:
    """What nobody changed is there to find one's way, and need not be whole."""
    text = run.text
    if run.fate is not Fate.KEPT or len(text) <= 2 * _AROUND:
        return run
    head, tail = text[:_AROUND].rpartition(" ")[0], text[-_AROUND:].partition(" ")[2]
    return Run(run.fate, f"{head} … {tail}")
