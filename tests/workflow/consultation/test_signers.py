"""Replies by another key, and replies that say of themselves how binding they are."""

from dataclasses import replace

import pytest

from focalpoint_app.domain.consultation import Carrier, Reply, Standing
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.workflow.consultation.receiving import Received, receive
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import (
    JUSTICE,
    NARRATIVE,
    REFUGE,
    SOURCE,
    arrival,
    asked,
    reply,
    text,
)

OURS, OTHER = "a" * 64, "b" * 64


def signed(desk: Desk, key: str, name: str, who: Stakeholder = JUSTICE) -> Received:
    request = asked(desk, who)
    found = reply(request, {NARRATIVE: text(f"نص {name}")}, name)
    packet = replace(found, carrier=Carrier.PACKET, signer=key)
    (told,) = receive(desk, [arrival(packet)])
    return told


def codes(told: Received) -> list[str]:
    return [each.code for each in told.flaws]


def test_the_first_key_of_an_institution_is_nothing_to_tell(desk: Desk) -> None:
    assert codes(signed(desk, OURS, "1")) == []
    assert codes(signed(desk, OURS, "2")) == []


def test_a_reply_by_another_key_is_taken_but_told(desk: Desk) -> None:
    signed(desk, OURS, "1")
    told = signed(desk, OTHER, "2")
    assert (told.taken, told.refused) == (1, 0)
    assert codes(told) == ["packet.other_key"]
    assert told.flaws[0].context == {"institution": JUSTICE.name}
    kept = desk.workspace.receipts(desk.review.id)[-1]
    assert [each.code for each in kept.flaws] == ["packet.other_key"]


def test_a_key_that_was_told_once_is_known(desk: Desk) -> None:
    signed(desk, OURS, "1")
    signed(desk, OTHER, "2")
    assert codes(signed(desk, OTHER, "3")) == []


def test_every_institution_has_keys_of_its_own(desk: Desk) -> None:
    signed(desk, OURS, "1")
    assert codes(signed(desk, OTHER, "2", REFUGE)) == []


def test_a_key_that_came_with_an_undone_import_is_not_known(desk: Desk) -> None:
    signed(desk, OTHER, "1")
    desk.undo()
    assert codes(signed(desk, OURS, "2")) == []


def test_no_key_tells_one_anonymous_contributor_from_another(desk: Desk) -> None:
    signed(desk, OURS, "1", SOURCE)
    assert codes(signed(desk, OTHER, "2", SOURCE)) == []
    assert desk.workspace.signers(desk.review.id) == {}


@pytest.mark.parametrize(
    ("said", "taken", "told"),
    [
        (None, Standing.WORKING, []),
        (Standing.WORKING, Standing.WORKING, []),
        (Standing.PERSONAL, Standing.PERSONAL, []),
        (Standing.OFFICIAL, Standing.WORKING, ["reply.says_official"]),
    ],
)
def test_a_reply_never_makes_itself_more_binding(
    desk: Desk, said: Standing | None, taken: Standing, told: list[str]
) -> None:
    found: Reply = reply(asked(desk), {NARRATIVE: text("نص")})
    claiming = replace(found, carrier=Carrier.PACKET, standing=said)
    (outcome,) = receive(desk, [arrival(claiming)])
    (kept,) = desk.workspace.receipts(desk.review.id)
    assert (kept.standing, codes(outcome)) == (taken, told)


def test_whoever_judges_a_reply_on_receipt_is_told_nothing(desk: Desk) -> None:
    found = replace(
        reply(asked(desk), {NARRATIVE: text("نص")}), standing=Standing.OFFICIAL
    )
    (outcome,) = receive(desk, [arrival(found)], Standing.OFFICIAL)
    (kept,) = desk.workspace.receipts(desk.review.id)
    assert (kept.standing, codes(outcome)) == (Standing.OFFICIAL, [])
