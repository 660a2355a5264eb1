"""A desk whose file was taken away is closed without a fall, and without a loss."""

from pathlib import Path

import pytest

from focalpoint_app.domain.answer import ChoiceValue
from focalpoint_app.domain.errors import AppError
from tests.workflow.conftest import made, reopened
from tests.workflow.review.answered import ASKED


def test_closing_puts_what_was_written_beside_the_old_name(tmp_path: Path) -> None:
    path = tmp_path / "review.focalpoint"
    desk = made(path)
    desk.choose(ASKED, "yes")
    path.unlink()
    with pytest.raises(AppError, match=r"workspace\.replaced"):
        desk.choose(ASKED, "no")
    with pytest.raises(AppError, match=r"workspace\.put_aside") as caught:
        desk.close()
    saved = reopened(path.with_name(str(caught.value.context["other"])))
    assert saved.answer(ASKED).value == ChoiceValue("yes")
    saved.close()
