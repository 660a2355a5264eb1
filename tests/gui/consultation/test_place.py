"""The consultations' place: its rooms, their names, where they lead."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.consultation.institutions.room import InstitutionsRoom
from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.rooms import ROOMS
from focalpoint_app.gui.consultation.rounds.room import RequestsRoom
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consultation.asked import answer, ask
from tests.gui.consultation.institutions import JUSTICE, REFUGE
from tests.gui.small_review import MAIN
from tests.gui.test_access import nameless


@pytest.fixture
def place(desk: Desk, window: Window) -> ConsultationPlace:
    save_stakeholders(desk, JUSTICE, REFUGE)
    sent = ask(desk, JUSTICE.id)
    answer(desk, sent, {MAIN: {"value": "yes"}})
    ask(desk, REFUGE.id)
    window.show_place("consultation")
    page = window.page
    assert isinstance(page, ConsultationPlace)
    return page


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
        QTest.qWait(5)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_control_of_every_room_has_a_name(
    place: ConsultationPlace, program: Program, language: str
) -> None:
    program.translator.speak(language)
    for kind in ROOMS:
        place.show_room(kind.id)
        settle()
        assert list(nameless(program.window)) == [], kind.id


@pytest.mark.parametrize("page", ["new", "suggestions", "compose", "remind", "again"])
def test_every_control_of_every_form_has_a_name(
    place: ConsultationPlace, window: Window, page: str
) -> None:
    institutions = place.room_of("institutions")
    requests = place.room_of("requests")
    assert isinstance(institutions, InstitutionsRoom)
    assert isinstance(requests, RequestsRoom)
    place.show_room("institutions" if page in ("new", "suggestions") else "requests")
    {
        "new": institutions.describe_new,
        "suggestions": institutions.show_suggestions,
        "compose": requests.compose,
        "remind": lambda: requests.sheet.steps[
            next(iter(requests.sheet.steps))
        ].click(),
        "again": requests.sheet.write_again,
    }[page]()
    settle()
    assert list(nameless(window)) == []


def test_tabs_are_named_in_the_windows_language(
    place: ConsultationPlace, program: Program
) -> None:
    first = place.tabs.tabText(0)
    program.translator.speak("en")
    assert (first, place.tabs.tabText(0)) == ("المؤسسات", "Institutions")
    assert place.tabs.accessibleName() == "Consultations"


def test_leaving_a_room_keeps_what_was_typed_in_it(
    place: ConsultationPlace, desk: Desk
) -> None:
    place.show_room("institutions", JUSTICE.id)
    room = place.room
    assert isinstance(room, InstitutionsRoom)
    room.editor.fields.lines["holder"].setText("رانيا")
    place.show_room("progress")
    kept = {each.id: each for each in desk.workspace.stakeholders()}
    assert kept[JUSTICE.id].addressee.holder == "رانيا"


def test_a_room_that_is_not_there_is_passed_over(place: ConsultationPlace) -> None:
    before = place.room
    place.show_room("nowhere", "x")
    assert place.room is before


def test_every_pane_can_be_reached_by_f6(place: ConsultationPlace) -> None:
    for kind in ROOMS:
        place.show_room(kind.id)
        assert all(pane is not None for pane in place.panes())
        assert len(place.panes()) >= 2, kind.id
