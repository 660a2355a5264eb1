"""Who is asked."""

import pytest

from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consultation.sending import MINISTRY
from tests.workflow.consulting import REFUGE


@pytest.fixture
def people(desk: Desk) -> tuple[Stakeholder, ...]:
    save_stakeholders(desk, MINISTRY, REFUGE)
    return desk.workspace.stakeholders()
