"""What calls itself an edition and is none is told by errors that are expected."""

from __future__ import annotations

import pytest

from focalpoint_app.domain.answer import NOT_COLLECTED, TableValue
from focalpoint_app.exchange.entries import answer_from_edition
from tests.builders import FIGURES, NUMBER


@pytest.mark.parametrize("text", ["abc", "-", "1,5", "", "٣٣x"])
def test_a_number_that_is_none_is_a_wrong_value(text: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        answer_from_edition(NUMBER, {"value": text})


def test_a_cell_that_only_begins_as_a_number_is_a_wrong_value() -> None:
    with pytest.raises(ValueError, match="no number"):
        answer_from_edition(FIGURES, {"value": [{"id": "r", "year": "-"}]})


def test_figures_that_nobody_collected_stay_words() -> None:
    row = {"id": "r", "year": NOT_COLLECTED, "note": "-"}
    answer = answer_from_edition(FIGURES, {"value": [row]})

    assert isinstance(answer.value, TableValue)
    assert answer.value.rows[0].cells == {"year": NOT_COLLECTED, "note": "-"}
