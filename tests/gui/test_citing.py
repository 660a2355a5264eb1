"""Sources cited on a card: made, linked, refused, taken away."""

from pytestqt.qtbot import QtBot

from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.gui.questionnaire.cite_dialog import CiteDialog
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.session import Session
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import MAIN


def test_citing_a_new_source_makes_it_and_shows_it(
    place: QuestionnairePlace, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    dialog = CiteDialog(session, MAIN, None, place.window())
    dialog.title_field.setText("قانون مكافحة الجريمة المنظمة")
    dialog.year_field.setText("٢٠١٠")
    dialog.sherloc_field.setText("https://sherloc.unodc.org/x")
    dialog.provision_field.setText("المادة 47")
    dialog.accept_citation()
    (cite,) = desk.answer(MAIN).cites
    source = desk.sources[cite.source]
    assert cite.provision == "المادة 47"
    assert (source.year, source.sherloc) == (2010, "https://sherloc.unodc.org/x")


def test_a_source_without_a_title_is_not_made(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    dialog = CiteDialog(session, MAIN, None, place.window())
    dialog.accept_citation()
    assert not desk.sources
    assert not desk.answer(MAIN).cites


def test_a_link_is_kept_whole_or_asked_for_again(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    dialog = CiteDialog(session, MAIN, None, place.window())
    dialog.title_field.setText("قانون")
    dialog.sherloc_field.setText("no address")
    dialog.accept_citation()
    assert not desk.sources
    dialog.sherloc_field.setText("sherloc.unodc.org/x")
    dialog.accept_citation()
    (source,) = desk.sources.values()
    assert source.sherloc == "https://sherloc.unodc.org/x"


def test_a_citation_that_is_refused_stays_in_its_dialog(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    desk.save_source(Source("law", SourceKind.LAW, {"ar": "قانون"}))
    dialog = CiteDialog(session, MAIN, None, place.window())
    dialog.open()
    dialog.provision_field.setText("م" * 1_001)
    dialog.accept_citation()
    assert not desk.answer(MAIN).cites
    assert dialog.isVisible()
    dialog.reject()


def test_a_citation_is_taken_away_and_undone(
    place: QuestionnairePlace, desk: Desk, session: Session
) -> None:
    desk.save_source(Source(desk.new_id(), SourceKind.LAW, {"ar": "قانون"}))
    source = next(iter(desk.sources))
    cite = session.act(lambda: desk.cite(MAIN, source, "المادة 1"), MAIN)
    assert cite is not None
    session.act(lambda: desk.uncite(MAIN, cite.id), MAIN)
    assert not desk.answer(MAIN).cites
    desk.undo()
    assert desk.answer(MAIN).cites == (cite,)
