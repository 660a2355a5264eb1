"""Only what the answers so far ask for stands on the page and in the contents."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.words import question_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import WINDOW_LANGUAGES
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import NewReview, new_review

ASKED_BY = "untoc.5.1.a.i"
GROUP = f"{ASKED_BY}.group"
"""Asked only of a State that criminalizes participation at all."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    author = Author(str(uuid4()), "سلمى")
    wanted = NewReview("XAA", author=author, profile=StateProfile("XAA"))
    desk = new_review(tmp_path / "r.focalpoint", wanted)
    yield desk
    desk.close()


def stands(place: QuestionnairePlace, question: str) -> bool:
    """Whether it is on the article's page and in the contents, which must agree."""
    place.show_question(ASKED_BY)
    QApplication.processEvents()
    assert place.page is not None
    on_page = question in place.page.questions
    block = place.page.block(question)
    assert on_page == (block is not None and block.isVisible())
    item = place.contents.model.items[question]
    tree = place.contents.tree
    assert on_page != tree.isRowHidden(item.row(), item.index().parent())
    return on_page


def test_no_question_goes_by_its_id(desk: Desk) -> None:
    for tag in WINDOW_LANGUAGES:
        tr = Catalogue(tag)
        for question in desk.questionnaire.questions.values():
            assert question.id not in question_name(question, tr)


def test_a_question_not_called_for_is_not_asked(place: QuestionnairePlace) -> None:
    assert stands(place, ASKED_BY)
    assert not stands(place, GROUP)


def test_it_comes_and_goes_with_the_answer_that_calls_for_it(
    place: QuestionnairePlace, session: Session, desk: Desk
) -> None:
    assert not stands(place, GROUP)
    for choice, is_asked in (("yes", True), ("no", False), ("part", True)):
        session.act(partial(desk.choose, ASKED_BY, choice), ASKED_BY)
        session.judge.judge()
        assert stands(place, GROUP) is is_asked
