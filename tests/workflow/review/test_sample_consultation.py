"""The sample shows a consultation in which everything that can happen has happened."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from focalpoint_app.domain.contribution import UseKind, superseded
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.attributing import attribution
from focalpoint_app.workflow.consultation.consulted import consulted, progress
from focalpoint_app.workflow.consultation.kept_replies import kept_replies
from focalpoint_app.workflow.consultation.registering import register_of
from focalpoint_app.workflow.consultation.voices import voices
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.desk import Desk
from tests.sample import sample_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("sample") / "s.focalpoint"
    with closing(sample_desk(path)) as made:
        yield made


def test_five_institutions_are_asked_and_one_is_late(desk: Desk) -> None:
    by_institution = progress(desk, now().date())["stakeholder"]

    assert len(by_institution) == len(desk.workspace.stakeholders()) == 5
    silent = [each for each in by_institution.values() if not each.answered]
    assert len(silent) == 1
    assert silent[0].late == silent[0].asked > 0


def test_a_later_letter_takes_the_place_of_an_earlier_draft(desk: Desk) -> None:
    given = desk.workspace.contributions(desk.review.id)
    later = superseded(given)

    first, second = voices(desk, "untoc.6.2.b.fraud")
    assert later[second.contribution.id] == first.contribution.id
    assert second.receipt.time < first.receipt.time
    assert first.receipt.seal_seen


def test_a_draft_and_the_letter_after_it_are_two_replies(desk: Desk) -> None:
    """None of the sample's replies has a file: what came without one is no copy."""
    receipts = desk.workspace.receipts(desk.review.id)
    unit = next(e for e in receipts if e.register.outgoing == "و م/412")
    known = {each.id: each.name for each in desk.workspace.stakeholders()}
    name = known[unit.stakeholder]
    lines = register_of(desk, Catalogue("ar")).incoming

    assert len(kept_replies(desk)) == len(receipts) == 5
    assert [each.theirs[0] for each in lines if each.party == name] == ["", "و م/412"]
    line = next(e for e in consulted(desk).institutions if e.name == name)
    assert line.answered == unit.time.astimezone().date().isoformat()


def test_contributions_are_used_noted_and_asked_about_again(desk: Desk) -> None:
    uses = desk.workspace.uses(desk.review.id)

    assert {each.kind for each in uses} == {
        UseKind.ATTRIBUTED,
        UseKind.MERGED,
        UseKind.NOTED,
        UseKind.ASKED_AGAIN,
    }
    assert all(each.reason for each in uses if not each.kind.enters_answer)


def test_a_merged_answer_keeps_what_was_there(desk: Desk) -> None:
    *before, last = attribution(desk, "untoc.6.2.b.list.narrative", "ar")

    assert last.origin.contribution
    assert before
    assert not any(each.origin.contribution for each in before)


def test_nothing_of_it_can_be_undone_by_accident(desk: Desk) -> None:
    assert desk.undoable is None
    assert desk.workspace.verify_chain(desk.review.id) == ()


def test_no_reply_left_anything_unassigned(desk: Desk) -> None:
    receipts = desk.workspace.receipts(desk.review.id)
    assert [each.flaws + each.unassigned for each in receipts] == [()] * 5
