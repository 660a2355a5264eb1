"""What leaves the machine with a round, and what stays, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.targets import open_written
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.gui.texts import listed
from focalpoint_app.gui.words import question_row
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_
from focalpoint_app.workflow.consultation.rounds import Outlook

_MOST = 8
"""Names in a row; what is more is counted."""


class LeavingCard(Section):
    """Signals:
    wanted: the files are to be written.
    """

    wanted = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("What leaves, and what stays"))
        self._session = session
        self._outlooks: tuple[Outlook, ...] = ()
        self.summary = plain_label(wrap=True)
        self.stays = Notice()
        self.write = push_button(primary=True)
        self.open = push_button()
        self.bar = WorkBar(session, told)
        self.result = Notice()
        self.folder: Path | None = None
        for widget in (self.summary, self.stays, self.bar, self.result):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.write, self.open))
        told.add(self.write.setText, N_("Write the files…"))
        told.add(self.open.setText, N_("Open the folder"))
        self.open.hide()
        self.write.clicked.connect(self.wanted)
        self.open.clicked.connect(self._open)

    def show_outlooks(self, outlooks: tuple[Outlook, ...]) -> None:
        self._outlooks = outlooks
        tr = self._session.catalogue
        asked = [each for each in outlooks if each.questions]
        self.summary.setText(_summary(asked, tr))
        self.write.setEnabled(bool(asked) and not self.bar.is_busy)
        if any(self._stays(tr)):
            self.stays.tell(Mood.CARE, lambda tr: tuple(self._stays(tr)), tr)
        else:
            self.stays.be_quiet()

    def show_written(self, folder: Path, files: Sequence[Path]) -> None:
        self.folder = folder
        self.open.show()

        def lines(tr: Catalogue) -> tuple[str, ...]:
            return (
                tr.counted(
                    "Wrote {n} file into {folder}.",
                    "Wrote {n} files into {folder}.",
                    len(files),
                    folder=str(folder),
                ),
                tr("Nothing was sent: open each mail, look it through, and send it."),
            )

        self.result.tell(Mood.DONE, lines, self._session.catalogue)

    def begin(self) -> None:
        """Of writing: what was told before no longer holds."""
        self.result.be_quiet()
        self.open.hide()

    def retranslate(self, tr: Catalogue) -> None:
        self.stays.retranslate(tr)
        self.result.retranslate(tr)
        self.show_outlooks(self._outlooks)

    def _stays(self, tr: Catalogue) -> Iterator[str]:
        """Each kind of thing that is left out, with the names of whom."""
        without = [each for each in self._outlooks if not each.questions]
        if without:
            names = self._names(without, tr)
            yield tr("No question of these is for {names}.", names=names)
        for withheld, group in self._withheld().items():
            count, names = len(withheld), self._names(group, tr)
            questions = self._questions(withheld, tr)
            yield tr.counted(
                "{n} draft stays here, because {names} may not see it: {questions}",
                "{n} drafts stay here, because {names} may not see them: {questions}",
                count,
                names=names,
                questions=questions,
            )
        above = [each for each in self._outlooks if each.is_above and each.questions]
        if above:
            names = self._names(above, tr)
            yield tr(
                "The letter's marking is above what these may read: {names}",
                names=names,
            )

    def _withheld(self) -> dict[tuple[str, ...], list[Outlook]]:
        found: dict[tuple[str, ...], list[Outlook]] = {}
        for each in self._outlooks:
            if each.withheld:
                found.setdefault(each.withheld, []).append(each)
        return found

    def _names(self, group: Sequence[Outlook], tr: Catalogue) -> str:
        names = [
            isolate(institution_name(each.stakeholder, tr)) for each in group[:_MOST]
        ]
        return listed([*names, *_rest(len(group), tr)], tr)

    def _questions(self, ids: Sequence[str], tr: Catalogue) -> str:
        known = self._session.desk.questionnaire.questions
        rows = (isolate(question_row(known[each], tr)) for each in ids)
        names = list(dict.fromkeys(rows))  # companions share their provision
        return listed([*names[:_MOST], *_rest(len(names), tr)], tr)

    def _open(self) -> None:
        if self.folder is not None:
            open_written(self.folder, self.result, self._session.catalogue)


def _rest(count: int, tr: Catalogue) -> list[str]:
    return [tr("and {n} more", n=count - _MOST)] if count > _MOST else []


def _summary(asked: Sequence[Outlook], tr: Catalogue) -> str:
    if not asked:
        return tr("Tick who is asked, and what.")
    most = max(len(each.questions) for each in asked)
    least = min(len(each.questions) for each in asked)
    who = tr.counted(
        "{n} institution is asked", "{n} institutions are asked", len(asked)
    )
    if least == most:
        what = tr.counted("{n} question", "{n} questions", most)
    else:
        what = tr("{least} to {most} questions", least=least, most=most)
    told = tr("{who}: {what}.", who=who, what=what)
    numbers = [isolate(each.number) if each.number else "–" for each in asked]
    if len(set(numbers)) == 1:
        return told
    if len(numbers) <= _MOST:
        named = listed(numbers, tr)
        numbered = tr("Numbers of the letters: {list}", list=named)
    else:
        first, last = numbers[0], numbers[-1]
        numbered = tr("The letters bear {first} to {last}.", first=first, last=last)
    return f"{told}\n{numbered}"
