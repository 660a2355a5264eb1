"""Answers beside an open context pane: narrow, and whole."""

import pytest
from PySide6.QtWidgets import QApplication

from focalpoint_app.gui.questionnaire.context import CONTRIBUTIONS
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from tests.gui.small_review import FIGURES, MAIN

_LEFT = 344
"""px beside a Russian context pane at 125 %, in a window 1024 px wide."""


@pytest.mark.parametrize("language", ["ar", "en", "ru", "fr", "es", "zh"])
def test_no_answer_is_cut_at_its_edge_beside_contributions(
    place: QuestionnairePlace, session: Session, language: str
) -> None:
    session.translator.speak(language)
    place.show_question(MAIN)
    place.show_question(FIGURES)
    place.context.show_tab(CONTRIBUTIONS)
    QApplication.processEvents()
    body = place.page.widget() if place.page is not None else None
    assert body is not None
    assert body.minimumSizeHint().width() <= _LEFT
