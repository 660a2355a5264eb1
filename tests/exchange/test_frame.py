"""The words around a form's questions keep Latin names as they are written."""

from dataclasses import replace

import pytest

from focalpoint_app.domain.consultation import Register
from focalpoint_app.exchange.frame import frame_of
from focalpoint_app.exchange.typed import same_text
from tests.exchange.requests import REQUEST

MARK = "\u200e"
REGISTER = Register(outgoing="MOJ/7.", copies=("A. B.", "وزارة العدل"))


@pytest.mark.parametrize(("language", "marks"), [("ar", 6), ("en", 0)])
def test_the_last_stop_of_a_latin_name_stays_beside_it(
    language: str, marks: int
) -> None:
    request = replace(REQUEST, language=language, recipient="C. D.", register=REGISTER)
    frame = frame_of(request)
    said = [frame.title, *(text for _, text in frame.facts)]
    assert sum(each.count(MARK) for each in said) == marks
    if marks:
        assert any(f"{MARK}A. B.{MARK}" in each for each in said)


def test_a_form_that_was_sent_without_such_marks_is_known() -> None:
    request = replace(REQUEST, language="ar", recipient="C. D.")
    title = frame_of(request).title
    assert same_text(title) == same_text(title.replace(MARK, ""))
