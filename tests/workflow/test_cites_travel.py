"""What a contributor cites, and why there is no answer, travels with the packet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.selection import Selection
from focalpoint_app.workflow.consultation.asking import Ask, new_round
from focalpoint_app.workflow.consultation.cited import cited
from focalpoint_app.workflow.consultation.consolidating import insert, merge_in
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.reply_files import answer_packet, read_replies
from focalpoint_app.workflow.consultation.request_files import send_request
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import JUSTICE, NARRATIVE, NUMBER, QUESTION

TITLE = {"ar": "قانون مكافحة الجريمة المنظمة"}
LAW = {"id": "theirs", "kind": "law", "number": "5", "year": 2010, "title": TITLE}
CITES = [{"source": "theirs", "provision": "المادة 47"}]
ANSWERS = {
    QUESTION: {"value": "yes", "cites": CITES},
    NARRATIVE: {"value": {"ar": "نص."}, "cites": CITES},
    NUMBER: {"skipped": "لا تُجمع هذه البيانات."},
}


def answered(desk: Desk, folder: Path, document: object) -> dict[str, Contribution]:
    packet, back = folder / "p.fpacket", folder / "r.freply"
    save_stakeholders(desk, JUSTICE)
    ask = Ask(JUSTICE, new_round(desk, "ج"), Selection(("untoc.*",)), Carrier.PACKET)
    send_request(desk, ask, packet)
    answers = folder / "answers.json"
    answers.write_text(json.dumps(document), encoding="utf-8")
    answer_packet(packet, answers, back, None)
    (told,) = receive(desk, read_replies(desk, [back]))
    assert told.refusal is None
    assert told.flaws == ()
    given = desk.workspace.contributions(desk.review.id)
    return {each.question: each for each in given}


def test_a_source_that_is_not_known_here_comes_with_its_words(
    desk: Desk, tmp_path: Path
) -> None:
    found = answered(desk, tmp_path, {"sources": [LAW], "answers": ANSWERS})
    insert(desk, found[QUESTION])
    insert(desk, found[NARRATIVE])

    source = desk.sources["theirs"]
    assert (source.number, source.year) == ("5", 2010)
    for question in (QUESTION, NARRATIVE):
        (cite,) = desk.answer(question).cites
        assert (cite.source, cite.provision) == ("theirs", "المادة 47")


def test_what_is_merged_brings_its_citations_too(desk: Desk, tmp_path: Path) -> None:
    found = answered(desk, tmp_path, {"sources": [LAW], "answers": ANSWERS})
    merge_in(desk, found[NARRATIVE])
    assert [each.source for each in desk.answer(NARRATIVE).cites] == ["theirs"]
    desk.undo()
    assert desk.answer(NARRATIVE).cites == ()


def test_the_same_law_is_not_kept_twice(desk: Desk, tmp_path: Path) -> None:
    from dataclasses import replace

    own = replace(desk.sources["law-1"], number="5", year=2010)
    desk.save_source(own)
    found = answered(desk, tmp_path, {"sources": [LAW], "answers": ANSWERS})
    insert(desk, found[QUESTION])

    assert cited(found[QUESTION], desk.sources) == ((own, "المادة 47"),)
    assert set(desk.sources) == {"law-1"}
    assert desk.answer(QUESTION).cites[0].source == "law-1"


def test_a_reason_for_no_answer_is_a_contribution(desk: Desk, tmp_path: Path) -> None:
    found = answered(desk, tmp_path, {"sources": [LAW], "answers": ANSWERS})
    assert found[NUMBER].entry == {"skipped": "لا تُجمع هذه البيانات."}


def test_a_source_that_nobody_describes_is_refused_before_it_is_sent(
    desk: Desk, tmp_path: Path
) -> None:
    with pytest.raises(AppError, match=r"answers\.unknown_source"):
        answered(desk, tmp_path, {"answers": ANSWERS})
