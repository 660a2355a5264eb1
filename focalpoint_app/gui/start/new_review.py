"""A new review: whose it is, which questionnaire, who writes, where it lies."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLineEdit

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.calendar import after_months
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.review import ANSWER_MONTHS
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import (
    SUFFIX,
    FileDialogs,
    documents_folder,
    pattern_of,
    with_suffix,
)
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.labels import soft_label, title_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.gui.controls.path_field import PathField
from focalpoint_app.gui.controls.sheet import Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.securing.new_passphrase import NewPassphrase
from focalpoint_app.gui.start.answer_languages import AnswerLanguages
from focalpoint_app.gui.start.clusters import ClusterBox
from focalpoint_app.gui.start.date_row import DateRow
from focalpoint_app.gui.start.profile_form import ProfileForm
from focalpoint_app.gui.start.state_field import StateField
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_
from focalpoint_app.language.states import state_name

if TYPE_CHECKING:
    from focalpoint_app.workflow.review.opening import NewReview

_ORIGIN = QPoint(0, 0)
_AUTHOR = {"name": N_("Name"), "role": N_("Role"), "institution": N_("Institution")}


class NewReviewForm(Sheet):
    """Everything but the State, the writer's name and the file may wait.

    Signals:
        wanted: the file to make, and its ``NewReview``.
        left: the user goes back.
    """

    wanted = Signal(object, object)
    left = Signal()

    def __init__(self, tr: Catalogue, author: str, dialogs: FileDialogs) -> None:
        """``author`` is ``Name; role; institution`` as last time, or empty."""
        super().__init__()
        self._tr = tr
        self._told = Told()
        self._dialogs = dialogs
        self._is_path_ours = True
        self.state = StateField()
        self.cluster = ClusterBox()
        self.start = DateRow()
        self._due = soft_label(wrap=True)
        self.languages = AnswerLanguages(tr.language)
        self.profile = ProfileForm(
            tr.language,
            N_("Only the questions on the instruments ticked here are asked."),
        )
        self.author = {name: FormRow(LineField()) for name in _AUTHOR}
        self.path = PathField(self._ask_path)
        self.protect = CheckOption()
        self.passphrase = NewPassphrase(self._told, tr)
        self.notice = Notice()
        self.make = push_button(primary=True)
        self.back = push_button()
        self._rows: dict[str, FormRow] = {}
        self._build(author)
        self.retranslate(tr)

    def _build(self, author: str) -> None:
        title = title_label()
        self._told.add(title.setText, N_("A new review"))
        self.column.addWidget(title)
        self.column.addWidget(self._review())
        self.column.addWidget(self.profile)
        self.column.addWidget(self._writer(author))
        self.column.addWidget(self._file())
        self.column.addWidget(self.notice)
        self._told.add(self.make.setText, N_("Make the review"))
        self._told.add(self.back.setText, N_("Cancel"))
        self.column.addLayout(beside(self.make, self.back))
        self.finish()
        self.state.chosen.connect(self._suggest_path)
        self.start.line.textEdited.connect(self._say_due)
        self.path.line.textEdited.connect(self._take_path)
        self.make.clicked.connect(self.submit)
        self.back.clicked.connect(self.left)
        self._suggest_path()

    def _review(self) -> Section:
        section = Section(self._told, N_("State and questionnaire"))
        for name, field, words in (
            ("state", self.state, N_("State under review")),
            ("cluster", self.cluster, N_("Questionnaire")),
        ):
            self._rows[name] = FormRow(field)
            self._told.add(self._rows[name].say, words)
            section.column.addWidget(self._rows[name])
        self._told.add(self.start.say, N_("Start of the review, if it is known"))
        self.start.line.setMaximumWidth(220)
        section.column.addWidget(self.start)
        section.column.addWidget(self._due)
        section.column.addWidget(self.languages)
        return section

    def _writer(self, author: str) -> Section:
        section = Section(
            self._told,
            N_("Who writes"),
            N_("Every answer is kept with the name of whoever wrote it."),
        )
        known = [part.strip() for part in author.split(";")] + ["", "", ""]
        for (name, row), text in zip(self.author.items(), known, strict=False):
            _line(row).setText(text)
            self._told.add(row.say, _AUTHOR[name])
            section.column.addWidget(row)
        return section

    def _file(self) -> Section:
        section = Section(
            self._told,
            N_("Where the review is kept"),
            N_("One file on this computer holds everything. Nothing is sent anywhere."),
        )
        self._rows["path"] = FormRow(self.path)
        self._told.add(self._rows["path"].say, N_("File"))
        self._told.add(self.path.button.setText, N_("Choose…"))
        section.column.addWidget(self._rows["path"])
        self._told.add(self.protect.setText, _PROTECT)
        section.column.addWidget(self.protect)
        section.column.addWidget(self.passphrase)
        self.passphrase.hide()
        self.protect.toggled.connect(self.passphrase.setVisible)
        return section

    def submit(self) -> None:
        """Say what is missing, or ask for the review to be made."""
        if not self.profile.in_force:
            self.show_error(AppError("clearance.no_parts"))
            return
        if not self._check():
            self.notice.tell(Mood.WRONG, _incomplete, self._tr)
            self._show_first_wrong()
            return
        self.notice.be_quiet()
        path = self.path.path
        assert path is not None
        self.wanted.emit(with_suffix(path, SUFFIX), self.review())

    def review(self) -> NewReview:
        """What the fields say; only after they were checked."""
        from focalpoint_app.workflow.review.opening import NewReview, account_author

        names = [_line(row).text().strip() for row in self.author.values()]
        start = self.start.date
        return NewReview(
            state=self.state.code,
            cluster=self.cluster.cluster,
            parts=self.profile.in_force,
            languages=self.languages.languages,
            start=date.fromisoformat(start) if start else None,
            author=Author(account_author().id, *names),
            profile=self.profile.profile(StateProfile(self.state.code)),
            passphrase=self.passphrase.passphrase if self.protect.isChecked() else "",
        )

    def show_error(self, error: AppError) -> None:
        self.notice.show_error(error, self._tr)
        self.ensureWidgetVisible(self.notice)

    def retranslate(self, tr: Catalogue) -> None:
        self._tr = tr
        self._told.retranslate(tr)
        parts = (self.state, self.cluster, self.languages, self.profile)
        for part in (*parts, self.passphrase):
            part.retranslate(tr)
        self.notice.retranslate(tr)
        self._suggest_path()
        self._say_due()

    def _check(self) -> bool:
        """Whether all is there; what is missing is said under its field."""
        tr = self._tr
        name = self.author["name"]
        missing = {
            self._rows["state"]: "" if self.state.code else tr("Choose the State."),
            name: "" if _line(name).text().strip() else tr("Write the name."),
            self._rows["path"]: "" if self.path.path else tr("Choose a file."),
        }
        for row, sentence in missing.items():
            row.complain(sentence)
        checked = [self.start.check(tr), self.profile.check(tr)]
        checked.append(not self.protect.isChecked() or self.passphrase.check())
        return all(checked) and not any(missing.values())

    def _show_first_wrong(self) -> None:
        rows = self.findChildren(FormRow)
        wrong = [row for row in rows if row.complaint and row.isVisibleTo(self)]
        first = min(wrong, key=lambda row: row.mapTo(self, _ORIGIN).y())
        first.field.setFocus()
        self.ensureWidgetVisible(first)

    def _suggest_path(self) -> None:
        """A file named after the State, until the user says where."""
        self._rows["state"].complain()
        if not self._is_path_ours:
            return
        name = self._tr("Review")
        if self.state.code:
            name = state_name(self.state.code, self._tr.language)
        self.path.show_path(documents_folder() / f"{name}{SUFFIX}")

    def _take_path(self) -> None:
        self._is_path_ours = False

    def _ask_path(self) -> Path | None:
        tr = self._tr
        suggested = self.path.path or documents_folder()
        pattern = pattern_of(tr("Reviews"), SUFFIX)
        path = self._dialogs.to_make(
            self, tr("Where the review is kept"), suggested, pattern
        )
        if path is not None:
            self._take_path()
        return path

    def _say_due(self) -> None:
        start = self.start.date
        if not start:
            self._due.setText(
                self._tr("Without it the program cannot tell when answers are due.")
            )
            return
        due = after_months(date.fromisoformat(start), ANSWER_MONTHS)
        day = written_date(due, self._tr.language, self._tr.digits)
        self._due.setText(self._tr("The answers are due on {date}.", date=day))


_PROTECT = N_("Protect the file with a passphrase: without it nobody can read it")


def _incomplete(tr: Catalogue) -> tuple[str, ...]:
    return (tr("Something is still missing; it is marked above."),)


def _line(row: FormRow) -> QLineEdit:
    assert isinstance(row.field, QLineEdit)
    return row.field
