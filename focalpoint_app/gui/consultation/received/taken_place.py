"""What a later reply changed in what its institution had said before."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.answer import TextValue, Value
from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.domain.merge.differences import differences
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.consultation.received.folded_rows import FoldedRows
from focalpoint_app.gui.controls.labels import bold_label, soft_label
from focalpoint_app.gui.controls.sheet import Line
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.questionnaire.contributions.changes import Changes
from focalpoint_app.gui.questionnaire.contributions.words import (
    STANDINGS,
    value_words,
)
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.words import question_name
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.kept_replies import KeptReply

_WORDING = (
    N_("In place of an earlier reply"),
    N_("What was said before stays in the history of the consultation."),
)
_AT_ONCE = 8


class TakenPlaces(FoldedRows):
    """Hidden where the institution had said nothing before."""

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(session, told, _WORDING, at_once=_AT_ONCE)
        self.column_of_rows.setSpacing(10)

    def show_reply(self, kept: KeptReply, given: tuple[Contribution, ...]) -> None:
        """``given``: what the reply says."""
        from focalpoint_app.workflow.consultation.kept_replies import taken_places

        pairs = taken_places(self._session.desk, kept, given)
        self.fold([partial(self._row, *pair) for pair in pairs])

    def _row(self, earlier: Contribution, later: Contribution) -> QWidget:
        from focalpoint_app.workflow.consultation.consolidating import said

        desk, tr = self._session.desk, self._session.catalogue
        asked = desk.questionnaire.questions[later.question]
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name, became = bold_label(wrap=True), soft_label(wrap=True)
        name.setText(question_name(asked, tr))
        became.setText(
            tr(
                "{earlier}, now {later}",
                earlier=tr(STANDINGS[earlier.standing]),
                later=tr(STANDINGS[later.standing]),
            )
        )
        changes = Changes()
        self._show_changes(changes, asked, (said(desk, earlier), said(desk, later)))
        for widget in (Line(), name, became, changes):
            column.addWidget(widget)
        return row

    def _show_changes(
        self, changes: Changes, asked: Question, values: tuple[Value | None, ...]
    ) -> None:
        tr = self._session.catalogue
        before, after = (_texts(each) or {"": value_words(each, asked, tr)}
                         for each in values)  # fmt: skip
        changes.show_passages(
            [
                passage
                for language in dict.fromkeys((*before, *after))
                for passage in differences(
                    before.get(language, ""), after.get(language, "")
                )
            ],
            tr,
        )


def _texts(value: Value | None) -> Mapping[str, str]:
    return value.texts if isinstance(value, TextValue) else {}
