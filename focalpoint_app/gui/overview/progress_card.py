"""How far each instrument is, article by article."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from focalpoint_app.domain.questionnaire import Article, Part, Question
from focalpoint_app.gui.controls.labels import bold_label, soft_label
from focalpoint_app.gui.controls.surfaces import Card
from focalpoint_app.gui.overview.article_row import ArticleRow
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.problem_rows import go_to
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.theme.fonts import sized_font
from focalpoint_app.gui.words import STANDINGS, article_name
from focalpoint_app.language.catalogue import Catalogue


class PartCard(Card):
    """One instrument."""

    def __init__(self, session: Session, part: Part) -> None:
        super().__init__()
        self._session = session
        self._part = part
        self._title = bold_label(wrap=True)
        self._title.setFont(sized_font(16, bold=True))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 12)
        self._count = soft_label()
        self.rows = {each.id: self._row(each) for each in part.articles}
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._count)
        self.column.setSpacing(2)
        self.column.addLayout(head)
        self.column.addSpacing(6)
        for row in self.rows.values():
            self.column.addWidget(row)

    def refresh(self, tr: Catalogue) -> None:
        self._title.setText(in_language(self._part.title, tr.language))
        self._show_count(self._part.questions, tr)
        for article in self._part.articles:
            self._show_article(article, tr)

    def _row(self, article: Article) -> ArticleRow:
        first = article.questions[0].id if article.questions else ""
        row = ArticleRow(first)
        row.clicked.connect(lambda: go_to(self._session, row.question))
        return row

    def _show_count(self, questions: Iterable[Question], tr: Catalogue) -> None:
        answered, of = self._counted(questions)
        words = tr("{answered} of {of}", answered=answered, of=of)
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(answered)
        self._bar.setAccessibleName(tr("Questions answered"))
        self._bar.setAccessibleDescription(words)
        self._count.setText(words)

    def _show_article(self, article: Article, tr: Catalogue) -> None:
        standing = self._session.desk.facts.standing_of(article.questions)
        answered, of = self._counted(article.questions)
        count = tr("{answered} of {of}", answered=answered, of=of)
        said = f"{tr(STANDINGS[standing])} · {count}"
        row = self.rows[article.id]
        row.show_article(article_name(article, tr), standing, said)
        row.setVisible(of > 0)

    def _counted(self, questions: Iterable[Question]) -> tuple[int, int]:
        """Answered and asked now, companions apart."""
        desk = self._session.desk
        asked = [
            each.id
            for each in questions
            if each.parent is None and desk.is_visible(each.id)
        ]
        return sum(desk.answer(each).counts for each in asked), len(asked)
