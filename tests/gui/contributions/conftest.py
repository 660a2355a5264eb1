"""The question that the contributions are to is asked."""

import pytest

from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import MAIN


@pytest.fixture(autouse=True)
def _shown(desk: Desk) -> None:
    """The narrative is asked where the main answer is yes or in part."""
    desk.choose(MAIN, "part")
