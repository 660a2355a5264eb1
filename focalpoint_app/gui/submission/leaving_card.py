"""What leaves the machine, listed before it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from focalpoint_app.domain.clearance import Audience
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.language_pair import LanguagePair
from focalpoint_app.gui.controls.options import CheckOption, RadioOption
from focalpoint_app.gui.controls.sheet import Facts, Line, Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_, one_many

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.leaving import Leaving

AUDIENCES = {
    Audience.REVIEWING: N_("Edition for the reviewing States"),
    Audience.PUBLIC: N_("Public edition"),
}
_STAYS = {
    "confidential": one_many(
        "{n} answer that this edition's readers may not see",
        "{n} answers that this edition's readers may not see",
    ),
    "skipped": one_many("{n} question skipped", "{n} questions skipped"),
    "hidden": one_many(
        "{n} answer to a question no longer asked",
        "{n} answers to questions no longer asked",
    ),
}


class LeavingCard(Section):
    """Signals:
    changed: another edition, language or translation beside it is wanted.
    """

    changed = Signal()

    def __init__(self, told: Told, language: str) -> None:
        super().__init__(told, N_("What leaves this computer"))
        self.editions = {audience: RadioOption() for audience in Audience}
        self.languages = LanguagePair(told, N_("Language of the submission"), language)
        self.record = CheckOption()
        self.facts = Facts()
        self._group = QButtonGroup(self)
        self._never = soft_label(wrap=True)
        self._told = told
        self._build()

    def _build(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, 12)
        for audience, option in self.editions.items():
            self._group.addButton(option)
            self._told.add(option.setText, AUDIENCES[audience])
            flow.addWidget(option)
        self._told.add(self._never.setText, _NEVER)
        self._told.add(self.record.setText, N_("With the consultation record"))
        rows = (holder, self.languages, self.record, Line(), self.facts, self._never)
        for widget in rows:
            self.column.addWidget(widget)
        self.editions[Audience.REVIEWING].setChecked(True)
        self._group.buttonClicked.connect(self.changed)
        self.languages.changed.connect(self.changed)
        self.record.toggled.connect(self.changed)

    @property
    def audience(self) -> Audience:
        return next(each for each, o in self.editions.items() if o.isChecked())

    @property
    def with_record(self) -> bool:
        """The consultation's record is to be a section."""
        return self.record.isChecked()

    @property
    def language(self) -> str:
        return self.languages.language

    def retranslate(self, tr: Catalogue) -> None:
        self.languages.retranslate(tr)

    def show_leaving(self, leaving: Leaving, lines: int, tr: Catalogue) -> None:
        """``lines`` of sign-off, beside what the edition holds."""
        answers = tr.counted("{n} answer", "{n} answers", leaving.answers)
        sources = tr.counted("{n} source", "{n} sources", leaving.sources)
        kilobytes = max(1, leaving.bytes // 1024)
        data = tr("The same answers as data, {n} KB", n=kilobytes)
        self.facts.show_facts(
            [
                (tr("Edition"), tr(AUDIENCES[leaving.audience])),
                (tr("Answers"), answers),
                (tr("Sources"), sources),
                (tr("Attached to the PDF"), data),
                (tr("Sign-off"), tr.counted("{n} line", "{n} lines", lines)),
                (tr("Stays here"), _stays(leaving, tr)),
            ]
        )


def _stays(leaving: Leaving, tr: Catalogue) -> str:
    counted = [
        tr.counted(*_STAYS[why], leaving.withheld[why])
        for why in _STAYS
        if leaving.withheld.get(why)
    ]
    return "\n".join(counted) or tr("No answer is held back.")


_NEVER = N_(
    "Notes, history, reasons for skipping and the names of those who wrote never leave."
    " The file is written where you say; the program sends nothing."
)
