"""A backup in the file's place, once it has been seen what differs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from focalpoint_app.domain.difference import Difference
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import SUFFIX, pattern_of
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.notice import Lines, Mood, Notice
from focalpoint_app.gui.controls.path_field import PathField
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.texts import dotted, in_language
from focalpoint_app.gui.words import question_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.gui.start.mending import MendingForm
    from focalpoint_app.workflow.safekeeping.restoring import Comparison

_EXPLAINED = N_(
    "First you see what would differ. The file that is replaced stays beside it under"
    " another name."
)


class PuttingBack(Section):
    def __init__(self, form: MendingForm, told: Told) -> None:
        super().__init__(told, N_("Put a backup in its place"), _EXPLAINED)
        self._form = form
        self.backup = PathField(self._ask)
        self.compare = push_button()
        self.put = push_button(primary=True)
        self.open = push_button(primary=True)
        self.notice = Notice()
        row = FormRow(self.backup)
        self.column.addWidget(row)
        self.column.addWidget(self.notice)
        self.column.addLayout(beside(self.compare, self.put, self.open))
        told.add(row.say, N_("The backup"))
        told.add(self.backup.button.setText, N_("Choose…"))
        told.add(self.compare.setText, N_("Show what differs"))
        told.add(self.put.setText, N_("Put the backup in its place"))
        told.add(self.open.setText, N_("Open the review"))
        self.backup.changed.connect(self.begin)
        self.compare.clicked.connect(self.show_differences)
        self.put.clicked.connect(self.put_back)
        self.open.clicked.connect(lambda: form.wanted.emit(form.file.path))
        self.begin()

    def begin(self) -> None:
        self.notice.be_quiet()
        self.compare.setEnabled(len(self._paths()) == 2)
        for button in (self.put, self.open):
            button.hide()

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)

    def show_differences(self) -> None:
        file, backup = self._paths()

        def work() -> tuple[Comparison, list[Questionnaire]]:
            from focalpoint_app.workflow.review.shipped import (
                questionnaire_of,
                shipped_clusters,
            )
            from focalpoint_app.workflow.safekeeping.restoring import compared

            found = compared(backup, file)
            return found, [questionnaire_of(each) for each in shipped_clusters()]

        self.begin()
        self._form.run(work, self._show, self._fail)

    def put_back(self) -> None:
        file, backup = self._paths()

        def work() -> tuple[Path | None]:
            from focalpoint_app.workflow.safekeeping.restoring import put_in_place

            return (put_in_place(backup, file),)

        def done(kept: tuple[Path | None]) -> None:
            self.notice.tell(Mood.DONE, _done(file, kept[0]), self._form.catalogue)
            self.put.hide()
            self.open.show()

        self._form.run(work, done, self._fail)

    def _paths(self) -> tuple[Path, ...]:
        named = (self._form.file.path, self.backup.path)
        return tuple(each for each in named if each is not None)

    def _ask(self) -> Path | None:
        from focalpoint_app.workflow.safekeeping.backing import backup_folder

        tr = self._form.catalogue
        pattern = pattern_of(tr("Reviews"), SUFFIX)
        return self._form.dialogs.to_open(
            self, tr("The backup"), pattern, backup_folder()
        )

    def _show(self, told: tuple[Comparison, list[Questionnaire]]) -> None:
        found, forms = told
        lines = _differing(found, self._paths()[0], forms)
        self.notice.tell(Mood.CARE, lines, self._form.catalogue)
        differs = found.differences != ()
        self.put.setVisible(differs)
        self.open.setVisible(not differs)

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._form.catalogue)


def _differing(found: Comparison, file: Path, forms: list[Questionnaire]) -> Lines:
    from focalpoint_app.workflow.safekeeping.restoring import comparison_lines

    def lines(tr: Catalogue) -> tuple[str, ...]:
        if not found.exists:
            return (tr("Nothing lies there; the backup would be put there."),)
        differing = (_in_words(each, forms, tr) for each in found.differences or ())
        named = found.differences and tuple(dict.fromkeys(differing))
        told = comparison_lines(replace(found, differences=named), file, tr)
        return tuple(told) or (tr("Nothing differs."),)

    return lines


def _in_words(
    found: Difference, forms: list[Questionnaire], tr: Catalogue
) -> Difference:
    """A question by its provision; one that the program does not know by its id."""
    for form in forms:
        if found.name in form.questions:
            asked = form.questions[found.name]
            part = in_language(form.part(asked.part).short_title, tr.language)
            return replace(found, name=dotted(part, question_name(asked, tr)))
    return found


def _done(file: Path, kept: Path | None) -> Lines:
    def lines(tr: Catalogue) -> tuple[str, ...]:
        words = tr("{file} is as the backup has it.", file=file.name)
        if kept is None:
            return (words,)
        return (words, tr("What it was before lies in {kept}.", kept=str(kept)))

    return lines
