"""The room of progress: who is late, then the numbers three ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.progress import Tally
from focalpoint_app.gui.consultation.figures import Figure, FigureTable, Heading, Line
from focalpoint_app.gui.consultation.progress.held_up_card import HeldUpCard
from focalpoint_app.gui.consultation.stages import today
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.sheet import Section, Sheet
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.gui.room import Room
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.problem_rows import go_to
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.words import article_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.stakeholder_words import CATEGORIES
from focalpoint_app.workflow.consultation.standing import Standing, standing

_WIDEST = 1100
_NAME_SHARE = 5
REQUESTS, INSTITUTIONS = "requests", "institutions"


class ProgressRoom(Room):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._requests = session.requests
        self._standing: Standing | None = None
        self._told = Told()
        self.held_up = HeldUpCard(session, self._told)
        self.institutions = FigureTable()
        self.articles = FigureTable()
        self.categories = FigureTable()
        self._none = soft_label(wrap=True)
        self._cards: tuple[QWidget, ...] = ()
        self._build()
        self.held_up.chosen.connect(lambda key: self.wanted.emit(REQUESTS, key))
        self.institutions.entered_row.connect(
            lambda key: self.wanted.emit(INSTITUTIONS, key)
        )
        self.articles.entered_row.connect(self._open_article)

    def _build(self) -> None:
        sheet = Sheet(_WIDEST)
        sheet.column.addWidget(self._none)
        cards: list[QWidget] = [self.held_up]
        for heading, table in (
            (N_("By institution"), self.institutions),
            (N_("By article"), self.articles),
            (N_("By category"), self.categories),
        ):
            card = Section(self._told, heading)
            card.column.addWidget(table)
            self._told.add(table.setAccessibleName, heading)
            cards.append(card)
        for each in cards:
            sheet.column.addWidget(each)
        self._cards = tuple(cards)
        sheet.finish()
        self._told.add(self._none.setText, N_("Nobody was asked yet."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    def enter(self) -> None:
        session = self._session
        self._standing = standing(session.desk, self._requests, today(session))
        self._show(session.catalogue)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self._show(tr)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.institutions, self.articles, self.categories)

    def _show(self, tr: Catalogue) -> None:
        found = self._standing
        asked = found is not None and bool(found.institutions)
        self._none.setVisible(not asked)
        for card in self._cards:
            card.setVisible(asked)
        if found is None or not asked:
            return
        self.held_up.show_held_up(found.held_up, tr)
        people = {e.id: e for e in self._session.desk.workspace.stakeholders()}
        for table, heading, tallies, name in (
            (self.institutions, tr("Institution"), found.institutions,
             lambda key: institution_name(people[key], tr)),
            (self.articles, tr("Article"), found.articles, self._article),
            (self.categories, tr("Category"), found.categories,
             lambda key: tr(CATEGORIES[key])),
        ):  # fmt: skip
            table.show_lines(_headings(heading, tr), _lines(tallies, name, tr))

    def _article(self, key: str) -> str:
        """Instrument and title; questions that are no longer asked have none."""
        tr, desk = self._session.catalogue, self._session.desk
        part_id, _, wanted = key.partition(".")
        if part_id not in desk.review.parts:
            return tr("No longer asked")
        part = desk.questionnaire.part(part_id)
        short = in_language(part.short_title, tr.language)
        names = [article_name(e, tr) for e in part.articles if e.id == wanted]
        return " · ".join((short, *names))

    def _open_article(self, key: str) -> None:
        """At its first question."""
        part_id, _, wanted = key.partition(".")
        desk = self._session.desk
        for question in desk.questionnaire.questions.values():
            if (question.part, question.article) == (part_id, wanted):
                go_to(self._session, question.id)
                return


def _headings(first: str, tr: Catalogue) -> tuple[Heading, ...]:
    return (
        Heading(first, _NAME_SHARE),
        *(
            Heading(words, 1, is_number=True)
            for words in (
                tr("Questions"),
                tr("Answered"),
                tr("Only commented"),
                tr("Late"),
                tr("Used"),
            )
        ),
    )


def _lines(
    tallies: Sequence[tuple[str, Tally]], name: Callable[[str], str], tr: Catalogue
) -> list[Line]:
    return [
        Line(
            key,
            (
                Figure(name(key)),
                Figure(tr.number(tally.asked)),
                Figure(tr.number(tally.answered), _ink(tally)),
                Figure(tr.number(tally.commented)),
                Figure(tr.number(tally.late), "no" if tally.late else "ink"),
                Figure(tr.number(tally.used)),
            ),
        )
        for key, tally in tallies
    ]


def _ink(tally: Tally) -> str:
    return "answered" if tally.answered == tally.asked else "ink"
