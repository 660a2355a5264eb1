"""Words that came beside a draft take nothing of it away; an edited draft does."""

from dataclasses import replace

import pytest

from focalpoint_app.workflow.consultation.consolidating import merging
from focalpoint_app.workflow.consultation.edited_draft import edited_draft
from focalpoint_app.workflow.consultation.kept_replies import assign, kept_replies
from focalpoint_app.workflow.consultation.piecewise import pieces_of
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import NARRATIVE, arrival, asked, reply

DRAFT = "تعاقب المادة 3 على المشاركة. والعقوبة خمس سنوات."
BESIDE = "أُنشئت نيابة متخصصة في العاصمة."


@pytest.mark.parametrize(
    "came",
    [
        DRAFT,
        "والعقوبة خمس سنوات.",
        "تعاقب المادة 3 على المشاركة. والعقوبة سبع سنوات.",
        "تعاقب المادة 3 مكرراً على المشاركة.",
    ],
)
def test_what_keeps_or_edits_a_sentence_is_the_draft_edited(came: str) -> None:
    assert edited_draft({"ar": DRAFT}, {"ar": came}) == {"ar": DRAFT}


@pytest.mark.parametrize("came", [BESIDE, "", "سنوات."])
def test_other_words_are_no_edited_draft(came: str) -> None:
    assert edited_draft({"ar": DRAFT, "en": "The draft."}, {"ar": came}) == {}


def test_loose_text_assigned_to_a_shown_draft_strikes_nothing_out(desk: Desk) -> None:
    desk.write(NARRATIVE, "ar", DRAFT)
    came = replace(reply(asked(desk, with_draft=True), {}), unassigned=(BESIDE,))
    receive(desk, [arrival(came)])
    (kept,) = kept_replies(desk)
    assign(desk, kept, BESIDE, NARRATIVE)
    (given,) = desk.workspace.contributions(desk.review.id, NARRATIVE)

    merged = merging(desk, given)["ar"].text
    assert (DRAFT in merged, BESIDE in merged) == (True, True)
    offered = "".join(each.merged for each in pieces_of(desk, given)["ar"])
    assert (DRAFT in offered, BESIDE in offered) == (True, True)
