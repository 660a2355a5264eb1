"""What has no history is joined too: notes, profile, letterhead, scans, judgements."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.domain.paper import PaperKind
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.safekeeping.reconciling import reconcile, settle
from tests.workflow.conftest import LAW, made, reopened
from tests.workflow.consulting import (
    NARRATIVE,
    QUESTION,
    REFUGE,
    arrival,
    asked,
    reply,
    text,
)
from tests.workflow.one_side import ACTS, forget_note, keep_minutes
from tests.workflow.safekeeping.test_reconciling import both_ways, on_two

SOM = "som.6.1.a"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of one file in which everything is."""
    import shutil

    one, two = tmp_path / "one.focalpoint", tmp_path / "two.focalpoint"
    with closing(made(one)) as desk:
        desk.save_source(LAW)
        for question in (QUESTION, SOM):
            desk.choose(question, "yes")
            desk.cite(question, LAW.id, "47")
        desk.add_note(QUESTION, "تحقق من النص")
        request = asked(desk)
        receive(desk, [arrival(reply(request, {NARRATIVE: text("نص الوزارة.")}))])
        clear(desk)
    shutil.copy(one, two)
    return one, two


def state_of(path: Path) -> dict[str, Any]:
    """All that is no answer, as a coordinator sees it."""
    with closing(reopened(path)) as desk:
        workspace, review = desk.workspace, desk.review.id
        assert workspace.verify_chain(review) == ()
        return {
            "profile": workspace.profile(),
            "letterhead": workspace.letterhead(),
            "marking": workspace.marking(),
            "sign_off": workspace.sign_off(),
            "notes": workspace.notes(review),
            "sources": desk.sources,
            "stakeholders": workspace.stakeholders(),
            "rounds": workspace.rounds(review),
            "receipts": workspace.receipts(review),
            "contributions": workspace.contributions(review),
            "uses": workspace.uses(review),
            "withdrawals": workspace.withdrawals(review),
            "clearances": {c.id for c in workspace.clearances(review)},
            "scans": {e for c in desk.clearances() for e in workspace.evidence(c.id)},
            "acts": {act.id for act in workspace.acts(review)},
            "minutes": workspace.papers(review, PaperKind.MEETING),
        }


@pytest.mark.parametrize("act", ACTS)
def test_what_one_side_did_passes_by_itself(pair: tuple[Path, Path], act: str) -> None:
    one, two = pair
    before = state_of(one)
    with closing(on_two(two)) as desk:
        ACTS[act](desk)
    after = state_of(two)

    first, second = both_ways(pair)

    assert (first.cards, second.cards) == ((), ())
    assert state_of(one) == state_of(two) == after != before


def test_a_deleted_note_does_not_return(pair: tuple[Path, Path]) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        forget_note(desk)
    with closing(reopened(one)) as desk:
        reconcile(desk, two)
        assert desk.notes(QUESTION) == ()
        assert not desk.search("تحقق")


def test_a_source_that_is_cited_here_is_not_taken_out(pair: tuple[Path, Path]) -> None:
    one, two = pair
    for path in pair:
        with closing(reopened(path)) as desk:
            desk.save_source(replace(LAW, id="law-2"))
            if path is two:
                reconcile(desk, one)
    with closing(on_two(two)) as desk:
        desk.delete_source("law-2")
    with closing(reopened(one)) as desk:
        desk.cite(QUESTION, "law-2", "3")
        reconcile(desk, two)

        assert "law-2" in desk.sources


def test_both_clearances_stand_each_with_a_number(pair: tuple[Path, Path]) -> None:
    one, two = pair
    for path in pair:
        with closing(reopened(path)) as desk:
            clear(desk)
    both_ways(pair)

    for path in pair:
        with closing(reopened(path)) as desk:
            assert [each.number for each in desk.clearances()] == [1, 2, 3]
    assert state_of(one) == state_of(two)


def test_edits_of_different_columns_come_together(pair: tuple[Path, Path]) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        desk.save_source(replace(LAW, number="7"))
    with closing(on_two(two)) as desk:
        desk.save_source(replace(LAW, gazette_number="12"))
        desk.workspace.save_stakeholders((REFUGE,))

    first, second = both_ways(pair)

    assert (first.cards, second.cards) == ((), ())
    expected = replace(LAW, number="7", gazette_number="12")
    assert state_of(one)["sources"][LAW.id] == expected
    assert state_of(one) == state_of(two)


def change_both(pair: tuple[Path, Path]) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        desk.save_profile(replace(desk.profile, gazette="الجريدة"))
        desk.save_source(replace(LAW, number="7", year=2010))
        desk.workspace.save_letterhead(Letterhead(("وزارة",), b"\x89PNG-1"))
    with closing(on_two(two)) as desk:
        desk.save_profile(replace(desk.profile, gazette="الرائد"))
        desk.save_source(replace(LAW, number="8", year=2011))
        desk.workspace.save_letterhead(Letterhead(("وزارة",), b"\x89PNG-2"))


def test_what_both_changed_stands_until_it_is_settled(pair: tuple[Path, Path]) -> None:
    change_both(pair)
    before = [state_of(path) for path in pair]
    first, second = both_ways(pair)

    assert {card.kind for card in first.cards} == {"profile", "source", "letterhead"}
    assert {each.id for each in first.cards} == {each.id for each in second.cards}
    assert [state_of(path) for path in pair] == before


@pytest.mark.parametrize("side", ["first", "second"])
def test_what_is_settled_here_is_settled_there(
    pair: tuple[Path, Path], side: str
) -> None:
    one, two = pair
    change_both(pair)
    both_ways(pair)
    with closing(reopened(one)) as desk:
        for card in desk.workspace.cards(desk.review.id):
            settle(desk, card, getattr(card, side))
        assert desk.workspace.cards(desk.review.id) == ()
    with closing(reopened(two)) as desk:
        assert reconcile(desk, one).cards == ()
    with closing(reopened(one)) as desk:
        assert reconcile(desk, two).taken == 0

    assert state_of(one) == state_of(two)
    chosen = {card_number(state_of(path)) for path in pair}
    assert chosen in ({("7", 2010)}, {("8", 2011)})


def card_number(state: dict[str, Any]) -> tuple[str, int]:
    source = state["sources"][LAW.id]
    return source.number, source.year


def test_minutes_that_both_went_on_with_are_both_kept(pair: tuple[Path, Path]) -> None:
    for path in pair:
        with closing(reopened(path)) as desk:
            keep_minutes(desk)
            (paper,) = desk.workspace.papers(desk.review.id, PaperKind.MEETING)
            desk.workspace.save_paper(replace(paper, body={"text": path.stem}))
    both_ways(pair)
    both_ways(pair)

    for path in pair:
        said = sorted(each.body["text"] for each in state_of(path)["minutes"])
        assert said == ["one", "two"]


def test_the_undo_list_stays_with_whoever_did_it(pair: tuple[Path, Path]) -> None:
    one, two = pair
    with closing(on_two(two)) as desk:
        desk.add_note(QUESTION, "أخرى")
    with closing(reopened(one)) as desk:
        before = desk.undoable
        reconcile(desk, two)
        assert desk.undoable == before


def test_a_file_that_was_tampered_with_is_not_taken_in(pair: tuple[Path, Path]) -> None:
    from sqlcipher3 import dbapi2

    one, two = pair
    raw = dbapi2.connect(str(two))
    raw.execute("UPDATE uses SET reason = 'x'")
    raw.execute("UPDATE replies SET digest = 'x'")
    raw.commit()
    raw.close()
    with (
        closing(reopened(one)) as desk,
        pytest.raises(AppError, match=r"reconcile\.broken"),
    ):
        reconcile(desk, two)


def test_an_institution_asked_here_stays_the_suggested_one(
    pair: tuple[Path, Path],
) -> None:
    one, two = pair
    court = replace(REFUGE, name="المحكمة", suggestion="judiciary")
    with closing(reopened(one)) as desk:
        desk.workspace.save_stakeholders((court,))
    with closing(on_two(two)) as desk:
        reconcile(desk, one)
        desk.workspace.delete_stakeholder(court.id)
    with closing(reopened(one)) as desk:
        asked(desk, court)
        reconcile(desk, two)

        assert court in desk.workspace.stakeholders()


def test_an_institution_that_was_asked_there_comes_back(
    pair: tuple[Path, Path],
) -> None:
    one, two = pair
    court = replace(REFUGE, name="المحكمة", suggestion="judiciary")
    with closing(reopened(one)) as desk:
        desk.workspace.save_stakeholders((court,))
    with closing(on_two(two)) as desk:
        reconcile(desk, one)
        request = asked(desk, court)
    with closing(reopened(one)) as desk:
        desk.workspace.delete_stakeholder(court.id)
        reconcile(desk, two)

        assert court in desk.workspace.stakeholders()
        owners = desk.workspace.request_owners(desk.review.id)
        assert owners[request.id] == court.id
    both_ways(pair)
    assert state_of(one) == state_of(two)


def test_a_source_that_was_cited_there_comes_back(pair: tuple[Path, Path]) -> None:
    one, two = pair
    second = replace(LAW, id="law-2")
    with closing(reopened(one)) as desk:
        desk.save_source(second)
    with closing(on_two(two)) as desk:
        reconcile(desk, one)
        desk.cite(QUESTION, second.id, "3")
    with closing(reopened(one)) as desk:
        desk.delete_source(second.id)
        reconcile(desk, two)

        assert second.id in {each.source for each in desk.answer(QUESTION).cites}
        assert desk.workspace.sources()[-1] == second
    both_ways(pair)
    assert state_of(one) == state_of(two)
