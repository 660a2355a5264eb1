"""The room of requests, empty or with a round begun in it."""

import pytest

from focalpoint_app.gui.consultation.place import ConsultationPlace
from focalpoint_app.gui.consultation.rounds.composing import Composing
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consultation.institutions import JUSTICE, REFUGE
from tests.gui.consultation.requests.asking import shown
from tests.gui.small_review import MAIN, OTHER


@pytest.fixture
def place(desk: Desk, window: Window) -> ConsultationPlace:
    save_stakeholders(desk, JUSTICE, REFUGE)
    window.show_place("consultation")
    page = window.page
    assert isinstance(page, ConsultationPlace)
    return page


@pytest.fixture
def composing(place: ConsultationPlace) -> Composing:
    room = shown(place)
    room.shelf.add.click()
    composing = room.composing
    composing.recipients.tick((JUSTICE.id, REFUGE.id))
    composing.questions.tree.tick((MAIN, OTHER))
    composing.look_ahead()
    return composing
