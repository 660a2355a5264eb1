"""Rows of words whose parts come in any language."""

import pytest

from focalpoint_app.gui.consultation.stages import usual_signatory
from focalpoint_app.gui.texts import dotted, listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.alone import alone


@pytest.mark.parametrize(("language", "comma"), [("ar", "، "), ("en", ", ")])
def test_each_part_of_a_list_keeps_to_itself(language: str, comma: str) -> None:
    said = listed(["Smith (Ltd)", "", "هدى"], Catalogue(language))
    assert said == f"{isolate('Smith (Ltd)')}{comma}{isolate('هدى')}"


def test_what_stands_alone_is_as_it_is() -> None:
    assert listed(["هدى", ""], Catalogue("ar")) == "هدى"
    assert dotted("", "Smith") == "Smith"


def test_a_list_in_a_sentence_runs_as_the_sentence_does() -> None:
    tr = Catalogue("ar")
    said = tr("Wrote {file}.", file=listed(["a.pdf", "b.pdf"], tr))
    assert "\u2068\u2068" not in said


def test_parts_side_by_side_are_isolated_too() -> None:
    assert dotted("نعم", "", "5 (1)") == f"{isolate('نعم')} · {isolate('5 (1)')}"


def test_what_is_put_into_a_field_to_be_edited_holds_no_isolates(desk: Desk) -> None:
    with alone(desk) as session:
        signed = usual_signatory(session)
    assert signed == "سلمى الحداد، خبيرة، وزارة العدل"
