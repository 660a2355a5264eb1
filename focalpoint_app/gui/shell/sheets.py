"""Dialogs of the shell: all keys, going to a provision, what is still missing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.domain.readiness import Problem
from focalpoint_app.domain.search_text import folded
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import bold_label, plain_label, soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.rows import HEAD, RowList
from focalpoint_app.gui.controls.screens import size_on_screen
from focalpoint_app.gui.judge import Judge
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.keyboard import COMMANDS
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.words import question_name, question_row
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.provisions import short_provision
from focalpoint_app.language.sentences import problem_sentence

_QUESTION = Qt.ItemDataRole.UserRole
_CODE = _QUESTION + 1
_BAR = 20  # pixels for a scroll bar


class KeySheet(QDialog):
    """Every key of the window with what it does."""

    def __init__(self, tr: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("All keys"))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(22, 16, 22, 0)
        grid.setHorizontalSpacing(34)
        rows = dict(COMMANDS.values())
        for at, (chord, words) in enumerate(rows.items()):
            what, keys = plain_label(), bold_label()
            what.setText(tr(words))
            keys.setText(isolate(chord.words))
            grid.addWidget(what, at, 0)
            grid.addWidget(keys, at, 1)
        self.about = push_button(quiet=True)
        self.about.setText(tr("About Focal point"))
        self.about.clicked.connect(lambda: self._show_about(tr))
        self._scroll(inner, tr)

    def _scroll(self, inner: QWidget, tr: Catalogue) -> None:
        """So many keys in a large text are higher than a small screen."""
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("All keys"))
        self.area.setWidget(inner)
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 8, 16, 12)
        line.addWidget(self.about)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area, 1)
        column.addWidget(foot)
        whole = inner.sizeHint() + QSize(_BAR, foot.sizeHint().height())
        size_on_screen(self, whole.width(), whole.height())

    def _show_about(self, tr: Catalogue) -> None:
        """In the place of the keys."""
        from focalpoint_app.gui.shell.about import About

        About(tr, self.window().parentWidget() or self).open()
        self.accept()


class GoTo(QDialog):
    """A provision typed in any script narrows the list; Enter goes there.

    Signals:
        chosen: the question's id.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        tr = session.catalogue
        self.setWindowTitle(tr("Go to a provision"))
        self.resize(460, 420)
        self.field = LineField()
        example = short_provision("5(1)(a)", tr.language, digits=tr.digits)
        self.field.setPlaceholderText(
            tr("Article and paragraph, as in {provision}", provision=example)
        )
        self.field.setAccessibleName(tr("Go to a provision"))
        self.list = RowList()
        self.list.setAccessibleName(tr("Provisions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._fill(session)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._go)
        self.list.itemActivated.connect(self._go)

    def _fill(self, session: Session) -> None:
        tr, desk = session.catalogue, session.desk
        for question in desk.facts.visible_questions():
            if question.parent is not None or not question.provision:
                continue
            part = desk.questionnaire.part(question.part)
            title = in_language(part.short_title, tr.language)
            item = QListWidgetItem(in_language(question.text, tr.language))
            item.setData(_QUESTION, question.id)
            name = f"{question_name(question, tr)} · {title}"
            item.setData(HEAD, name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {item.text()}")
            spellings = (question.provision, name, question_row(question, tr))
            item.setData(_QUESTION + 1, " ".join(_bare(each) for each in spellings))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _narrow(self, text: str) -> None:
        wanted = _bare(text)
        first = None
        for item in (self.list.item(row) for row in range(self.list.count())):
            item.setHidden(wanted not in item.data(_QUESTION + 1))
            first = first or (None if item.isHidden() else item)
        if first is not None:
            self.list.setCurrentItem(first)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.chosen.emit(item.data(_QUESTION))
            self.accept()


class Missing(QDialog):
    """Readiness: each row a jump; the window behind stays usable.

    Signals:
        chosen: the question's id.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, judge: Judge, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._judge = judge
        self._told = soft_label(wrap=True)
        self.list = RowList()
        self.resize(520, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._told)
        column.addWidget(self.list)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        judge.judged.connect(self.refresh)
        self.retranslate(session.catalogue)

    def retranslate(self, tr: Catalogue) -> None:
        self.setWindowTitle(tr("What is still missing"))
        self.list.setAccessibleName(tr("What is still missing"))
        self.refresh()

    def refresh(self) -> None:
        tr, verdict = self._session.catalogue, self._judge.verdict
        blocking = sum(problem.blocks for problem in verdict.problems)
        words = tr.counted(
            "{n} mandatory question must be answered before submission.",
            "{n} mandatory questions must be answered before submission.",
            blocking,
        )
        self._told.setText(words if blocking else self._nothing_blocks(tr))
        self.list.clear()
        ordered = sorted(verdict.problems, key=lambda problem: not problem.blocks)
        for problem in ordered:
            self._add(problem, tr)

    def _nothing_blocks(self, tr: Catalogue) -> str:
        warnings = len(self._judge.verdict.problems)
        nothing = tr("Nothing stands in the way of the submission.")
        if not warnings:
            return nothing
        count = tr.counted(
            "{n} warning that stops nothing", "{n} warnings that stop nothing", warnings
        )
        return f"{nothing}\n{count}"

    def _add(self, problem: Problem, tr: Catalogue) -> None:
        item = QListWidgetItem(problem_words(self._session, problem, tr), self.list)
        item.setData(_QUESTION, problem.question)
        item.setData(_CODE, problem.code)
        form = self._session.desk.questionnaire
        asked = form.questions.get(problem.question)
        if asked is None:
            item.setData(HEAD, tr("Submission"))
            return
        part = form.part(asked.part)
        item.setData(HEAD, in_language(part.short_title, tr.language))

    def _go(self, item: QListWidgetItem) -> None:
        """What rests on unconfirmed input is mended among the contributions."""
        self.chosen.emit(item.data(_QUESTION))
        if item.data(_CODE) == "working_input_only":
            self._session.consulted.emit(item.data(_QUESTION))


def problem_words(session: Session, problem: Problem, tr: Catalogue) -> str:
    """The sentence of a readiness problem, its question named."""
    from focalpoint_app.workflow.verbs.reports import problem_gaps

    questionnaire = session.desk.questionnaire
    asked = questionnaire.questions.get(problem.question)
    name = "" if asked is None else question_name(asked, tr)
    gaps = problem_gaps(questionnaire, problem, tr)
    return problem_sentence(problem.code, name, tr, **gaps)


def _bare(text: str) -> str:
    """Letters and digits only: brackets and blanks are typed in many ways."""
    return "".join(each for each in folded(text) if each.isalnum())
