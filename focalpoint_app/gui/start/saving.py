"""Looking a file over, and saving what can still be read of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import SUFFIX, pattern_of, with_suffix
from focalpoint_app.gui.controls.notice import Lines, Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.gui.start.mending import MendingForm
    from focalpoint_app.workflow.safekeeping.doctor import Examination, Repair

_EXPLAINED = N_(
    "Pages, tables, digests and the chain of acts are read; nothing is changed. What"
    " can be read of a damaged file is saved into a new one."
)


class Saving(Section):
    def __init__(self, form: MendingForm, told: Told) -> None:
        super().__init__(told, N_("Look the file over"), _EXPLAINED)
        self._form = form
        self.look = push_button()
        self.save = push_button()
        self.open = push_button(primary=True)
        self.notice = Notice()
        self._saved: Path | None = None
        self.column.addLayout(beside(self.look, self.save, self.open))
        self.column.addWidget(self.notice)  # Of a damaged file it is long.
        told.add(self.look.setText, N_("Look it over"))
        told.add(self.save.setText, N_("Save what can be read…"))
        told.add(self.open.setText, N_("Open what was saved"))
        self.look.clicked.connect(self.look_over)
        self.save.clicked.connect(self.save_readable)
        self.open.clicked.connect(lambda: form.wanted.emit(self._saved))
        self.begin()

    def begin(self) -> None:
        self.notice.be_quiet()
        self.look.setEnabled(self._form.file.path is not None)
        for button in (self.save, self.open):
            button.hide()

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)

    def look_over(self) -> None:
        file = self._form.file.path
        assert file is not None

        def work() -> Examination:
            from focalpoint_app.workflow.safekeeping.doctor import looked_over

            return looked_over(file)

        def done(found: Examination) -> None:
            self._show(_examined(found, file), is_whole=found.is_healthy)

        self.begin()
        self._form.run(work, done, self._fail)

    def save_readable(self) -> None:
        file, tr = self._form.file.path, self._form.catalogue
        assert file is not None
        saved = tr("saved")
        suggested = file.with_name(f"{file.stem}-{saved}{SUFFIX}")
        chosen = self._form.dialogs.to_make(
            self, tr("Save what can be read…"), suggested,
            pattern_of(tr("Reviews"), SUFFIX),
        )  # fmt: skip
        if chosen is None:
            return
        target = with_suffix(chosen, SUFFIX)

        def work() -> Repair:
            from focalpoint_app.workflow.safekeeping.doctor import saved_from

            return saved_from(file, target)

        def done(found: Repair) -> None:
            self._saved = target
            self._show(_saved(found, target), is_whole=not found.lost)
            self.save.hide()
            self.open.show()

        self._form.run(work, done, self._fail)

    def _show(self, lines: Lines, *, is_whole: bool) -> None:
        mood = Mood.DONE if is_whole else Mood.CARE
        self.notice.tell(mood, lines, self._form.catalogue)
        self.save.setVisible(not is_whole)

    def _fail(self, error: AppError) -> None:
        """A file that does not even open may still be read in part."""
        self.notice.show_error(error, self._form.catalogue)
        self.save.setVisible(error.code == "workspace.damaged")


def _examined(found: Examination, file: Path) -> Lines:
    from focalpoint_app.workflow.safekeeping.doctor import told_lines

    return lambda tr: tuple(told_lines(found, file, tr))


def _saved(found: Repair, target: Path) -> Lines:
    from focalpoint_app.workflow.safekeeping.doctor import saved_lines

    return lambda tr: tuple(saved_lines(found, target, tr))
