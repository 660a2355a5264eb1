"""An answer is as marked as what it quotes, whichever copy knew of which."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.consultation.marking_anew import mark_contribution
from focalpoint_app.workflow.consultation.markings import answer_marking
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.reconciling import reconcile, settle
from tests.workflow.conftest import made, reopened
from tests.workflow.consulting import NARRATIVE, arrival, asked, reply, text
from tests.workflow.safekeeping.test_reconciling import both_ways

Pair = tuple[Path, Path]


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """Two copies of one file with one contribution."""
    one, two = tmp_path / "one.focalpoint", tmp_path / "two.focalpoint"
    with closing(made(one)) as desk:
        said = {NARRATIVE: text("نص الوزارة.")}
        receive(desk, [arrival(reply(asked(desk), said))])
    shutil.copy(one, two)
    return one, two


def mark(desk: Desk) -> None:
    (given,) = desk.workspace.contributions(desk.review.id)
    mark_contribution(desk, given, Confidentiality.NATIONAL, "secret")


def quote(desk: Desk) -> None:
    insert(desk, *desk.workspace.contributions(desk.review.id))


def levels(desk: Desk) -> tuple[Confidentiality, str]:
    return desk.answer(NARRATIVE).confidentiality, answer_marking(desk, NARRATIVE)


def test_marked_in_one_copy_and_quoted_in_the_other(pair: Pair) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        mark(desk)
    with closing(reopened(two)) as desk:
        quote(desk)

    both_ways(pair)

    for path in pair:
        with closing(reopened(path)) as desk:
            assert levels(desk) == (Confidentiality.NATIONAL, "secret")
    with closing(reopened(one)) as desk:
        assert reconcile(desk, two).cards == ()


def test_what_was_opened_by_whoever_knew_the_mark_stays_open(pair: Pair) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        mark(desk)
    shutil.copy(one, two)
    with closing(reopened(two)) as desk:
        quote(desk)
        desk.set_confidentiality(NARRATIVE, Confidentiality.PUBLIC)

    with closing(reopened(one)) as desk:
        reconcile(desk, two)
        assert levels(desk) == (Confidentiality.PUBLIC, "secret")


def test_an_answer_is_marked_as_its_quotation_is_settled_to_be(pair: Pair) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        (given,) = desk.workspace.contributions(desk.review.id)
        mark_contribution(desk, given, Confidentiality.PUBLIC, "")
        quote(desk)
    with closing(reopened(two)) as desk:
        mark(desk)

    with closing(reopened(one)) as desk:
        (card,) = reconcile(desk, two).cards
        high = next(e for e in (card.first, card.second) if "secret" in str(e))
        settle(desk, card, high)

        assert levels(desk) == (Confidentiality.NATIONAL, "secret")
