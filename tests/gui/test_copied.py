"""What is copied tells the marking of what it hangs on."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.contributions.verbs import VoiceVerbs
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.markings import set_answer_marking
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import area
from tests.gui.consulting import SAID, came, text
from tests.gui.small_review import MAIN, NARRATIVE, OTHER

TR = Catalogue("ar")


def said_on_copying(field: TextArea, session: Session) -> list[str]:
    told: list[str] = []
    session.told.connect(told.append)
    field.selectAll()
    field.copy()
    session.told.disconnect(told.append)
    return told


def test_copying_a_marked_answer_does_not_pass_unnoticed(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    session.act(lambda: desk.write(OTHER, "ar", "نص محمي"), OTHER)
    set_answer_marking(desk, OTHER, "secret")
    field = area(place, OTHER)
    field.setFocus()
    (told,) = said_on_copying(field, session)
    assert "سري للغاية" in told
    assert QApplication.clipboard().text() == "نص محمي"


def test_copying_what_hangs_on_a_national_answer_is_told_too(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    session.act(lambda: desk.choose(MAIN, "yes"), MAIN)
    desk.set_confidentiality(MAIN, Confidentiality.NATIONAL)
    session.act(lambda: desk.write(NARRATIVE, "ar", "نص"), NARRATIVE)
    field = area(place, NARRATIVE)
    field.setFocus()
    (told,) = said_on_copying(field, session)
    assert TR("National use only") in told


def test_copying_what_everybody_may_read_says_nothing(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    desk.write(OTHER, "ar", "نص")
    field = area(place, OTHER)
    field.setFocus()
    assert said_on_copying(field, session) == []


def test_a_contribution_is_copied_with_its_marking_told(
    place: QuestionnairePlace, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    from focalpoint_app.workflow.consultation.marking_anew import mark_contribution
    from focalpoint_app.workflow.consultation.voices import voices

    given = came(desk, {OTHER: text(SAID)})
    mark_contribution(desk, given, Confidentiality.REVIEWING, "restricted")
    (voice,) = voices(desk, OTHER)
    with qtbot.waitSignal(session.told) as told:
        VoiceVerbs(session).copy(voice, SAID)
    assert "محدود" in told.args[0]
    assert QApplication.clipboard().text() == SAID
