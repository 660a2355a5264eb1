"""Which questions a round asks: ticked in a tree, narrowed by what they are about."""

from __future__ import annotations

from fnmatch import fnmatchcase

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from focalpoint_app.domain.questionnaire import Obligation, Question
from focalpoint_app.gui.consultation.rounds.question_tree import QuestionTree
from focalpoint_app.gui.controls.buttons import ChoiceMenu, push_button
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.words import OBLIGATIONS
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.tag_words import TAGS

_PATTERN = 170


class QuestionsCard(Section):
    """Signals:
    changed: other questions are to be asked.
    """

    changed = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("What they are asked"))
        self._session = session
        self.tree = QuestionTree(session)
        self.obligation = ChoiceMenu("filter")
        self.tag = ChoiceMenu("filter")
        self.pattern = LineField()
        self.all = push_button(quiet=True)
        self.none = push_button(quiet=True)
        self.count = soft_label(wrap=True)
        self._chosen = {"obligation": "", "tag": ""}
        self._build(told)
        self._connect()

    def _build(self, told: Told) -> None:
        filters = QWidget()
        flow = FlowLayout(filters, 6)
        widgets: tuple[QWidget, ...] = (
            self.obligation, self.tag, self.pattern, self.all, self.none,
        )  # fmt: skip
        for widget in widgets:
            flow.addWidget(widget)
        told.add(self.all.setText, N_("Tick all in sight"))
        told.add(self.none.setText, N_("Tick none"))
        told.add(self.pattern.setAccessibleName, N_("Only identifiers like"))
        told.add(self.pattern.setToolTip, N_("Only identifiers like"))
        self.pattern.setPlaceholderText("untoc.5.*")
        self.pattern.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.pattern.setFixedWidth(_PATTERN)
        for part in (filters, self.tree, self.count):
            self.column.addWidget(part)

    def _connect(self) -> None:
        self.obligation.chosen.connect(lambda key: self.narrow("obligation", key))
        self.tag.chosen.connect(lambda key: self.narrow("tag", key))
        self.pattern.textChanged.connect(lambda _text: self._filter())
        self.all.clicked.connect(lambda: self.tree.tick(self.tree.in_sight))
        self.none.clicked.connect(lambda: self.tree.tick(()))
        self.tree.changed.connect(self._count)
        self.tree.changed.connect(self.changed)

    @property
    def questions(self) -> frozenset[str]:
        return self.tree.ticked

    def narrow(self, by: str, key: str) -> None:
        """``by`` obligation or tag; an empty key takes the filter away."""
        self._chosen[by] = key
        self.obligation.show_choice(self._chosen["obligation"])
        self.tag.show_choice(self._chosen["tag"])
        self._filter()

    def retranslate(self, tr: Catalogue) -> None:
        obligations = [(each.value, tr(OBLIGATIONS[each])) for each in Obligation]
        every = ("", tr("Every obligation"))
        self.obligation.offer(tr("Obligation"), [every, *obligations])
        tags = [(key, tr(words)) for key, words in TAGS.items() if key in self._tags()]
        self.tag.offer(tr("Subject"), [("", tr("Every subject")), *tags])
        self.tag.setVisible(bool(tags))
        self.obligation.show_choice(self._chosen["obligation"])
        self.tag.show_choice(self._chosen["tag"])
        self.tree.retranslate(tr)
        self._count()

    def _tags(self) -> set[str]:
        questions = self._session.desk.questionnaire.questions.values()
        return {tag for question in questions for tag in question.tags}

    def _filter(self) -> None:
        obligation, tag = self._chosen["obligation"], self._chosen["tag"]
        pattern = self.pattern.text().strip()

        def keeps(question: Question) -> bool:
            return (
                obligation in ("", question.obligation.value)
                and (not tag or tag in question.tags)
                and (not pattern or fnmatchcase(question.id, pattern))
            )

        self.tree.show_only(keeps)

    def _count(self) -> None:
        tr, in_sight = self._session.catalogue, len(self.tree.in_sight)
        self.count.setText(
            tr.counted(
                "{n} question of {of} in sight is ticked.",
                "{n} questions of {of} in sight are ticked.",
                len(self.tree.ticked),
                of=in_sight,
            )
            if in_sight
            else tr("No question is like this.")
        )
