"""A desk on which each kind of question is answered."""

from __future__ import annotations

from decimal import Decimal

from focalpoint_app.domain.answer import AnswerState, Confidentiality, Row
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.conftest import LAW

ASKED = "untoc.5.1.a.i"
TEXT = "untoc.5.1.a.i.explanation"


def answered(desk: Desk) -> None:
    desk.choose(ASKED, "part")
    desk.write(TEXT, "ar", "الجنح غير مشمولة.", ("rtl",))
    desk.choose_all("untoc.5.forms", ("b", "a"))
    desk.set_number("untoc.5.years", Decimal("4.5"))
    desk.set_date("untoc.5.3.date", "2010-01-31")
    desk.put_row("untoc.5.figures", Row("r1", {"year": Decimal(2023), "note": "لا"}))
    desk.cite(ASKED, LAW.id, "المادة 47")
    desk.set_confidentiality(ASKED, Confidentiality.PUBLIC)
    desk.set_state(ASKED, AnswerState.AGREED)
    desk.skip("som.6.1.a", "لا ينطبق")
