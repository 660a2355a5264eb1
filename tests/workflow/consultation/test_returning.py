"""What a contributor returns: their own answers, signed by one key, once."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.workflow.consultation.errand import Errand, errand_of
from focalpoint_app.workflow.consultation.receiving import Received, receive
from focalpoint_app.workflow.consultation.reply_files import read_replies
from focalpoint_app.workflow.consultation.returning import (
    ReplyLetter,
    answered,
    keep_letter,
    kept_letter,
    return_reply,
)
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.answering_packets import LOCKED, PASSPHRASE, packet_of
from tests.workflow.consulting import NARRATIVE, NUMBER, QUESTION

LETTER = ReplyLetter(
    "هدى الزهراء", "مستشارة", Standing.WORKING, "44/ق", "2026-12-01", 2, 1
)


@pytest.fixture
def errand(desk: Desk, tmp_path: Path) -> Errand:
    desk.choose(QUESTION, "part")
    desk.write(NARRATIVE, "ar", "مسودة.")
    path = tmp_path / "p.fpacket"
    packet_of(desk, path, with_draft=True)
    return errand_of(path)


@pytest.fixture
def answering(errand: Errand) -> Iterator[Desk]:
    desk = errand.desk()
    yield desk
    desk.close()


def received(desk: Desk, *files: Path) -> tuple[Received, ...]:
    return receive(desk, read_replies(desk, files))


def test_a_reply_comes_back_with_its_words_and_its_people(
    desk: Desk, errand: Errand, answering: Desk, tmp_path: Path
) -> None:
    answering.write(NARRATIVE, "ar", "مسودة. وتضيف الوزارة.")
    answering.set_number(NUMBER, Decimal("4.5"))
    returned = return_reply(errand, answering, LETTER, tmp_path / "r.freply")
    assert returned.answers == 2

    (told,) = received(desk, returned.path)
    assert (told.taken, told.refused) == (2, 0)
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert receipt.respondent.name == "هدى الزهراء"
    assert (receipt.respondent.women, receipt.respondent.men) == (2, 1)
    assert (receipt.register.outgoing, receipt.register.date) == ("44/ق", "2026-12-01")
    said = {
        each.question: each.entry["value"]
        for each in desk.workspace.contributions(desk.review.id)
        if each.entry
    }
    assert said == {NARRATIVE: {"ar": "مسودة. وتضيف الوزارة."}, NUMBER: "4.5"}


def test_a_locked_packet_is_answered_by_a_locked_reply(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "locked.fpacket"
    packet_of(desk, path, LOCKED)
    errand = errand_of(path, PASSPHRASE)
    with closing(errand.desk()) as answering:
        answering.write(NARRATIVE, "ar", "نص لا يقرؤه أحد")
        written = return_reply(errand, answering, LETTER, tmp_path / "r.freply").path
    assert written.read_bytes().startswith(b"age-encryption.org/v1")
    assert [each.taken for each in received(desk, written)] == [1]


def test_the_draft_as_it_was_sent_is_no_answer(errand: Errand, answering: Desk) -> None:
    assert answered(errand, answering) == ()
    answering.choose(QUESTION, "yes")
    assert [each.question for each in answered(errand, answering)] == [QUESTION]


def test_sources_and_reasons_go_with_the_reply(
    desk: Desk, errand: Errand, answering: Desk, tmp_path: Path
) -> None:
    law = Source("law-7", SourceKind.LAW, {"ar": "قانون الإجراءات"}, number="7")
    answering.save_source(law)
    answering.cite(QUESTION, law.id, "المادة 3")
    answering.skip(NUMBER, "لا تُجمع هذه البيانات")
    returned = return_reply(errand, answering, LETTER, tmp_path / "r.freply")
    (told,) = received(desk, returned.path)
    assert (told.taken, told.flaws) == (2, ())
    kept = desk.workspace.contributions(desk.review.id)
    given = {each.question: each.entry or {} for each in kept}
    assert given[QUESTION]["cites"][0]["provision"] == "المادة 3"
    assert given[NUMBER] == {"skipped": "لا تُجمع هذه البيانات"}


def test_what_is_for_national_use_says_so_where_it_arrives(
    desk: Desk, errand: Errand, answering: Desk, tmp_path: Path
) -> None:
    answering.write(NARRATIVE, "ar", "لا يخرج من الدولة")
    answering.set_confidentiality(NARRATIVE, Confidentiality.NATIONAL)
    answering.set_confidentiality(QUESTION, Confidentiality.PUBLIC)  # Still the draft.
    returned = return_reply(errand, answering, LETTER, tmp_path / "r.freply")
    received(desk, returned.path)
    (given,) = desk.workspace.contributions(desk.review.id)
    assert (given.question, given.audience) == (NARRATIVE, Confidentiality.NATIONAL)


def test_an_empty_reply_is_not_written(
    errand: Errand, answering: Desk, tmp_path: Path
) -> None:
    with pytest.raises(AppError) as told:
        return_reply(errand, answering, LETTER, tmp_path / "r.freply")
    assert told.value.code == "reply.nothing_answered"
    assert not (tmp_path / "r.freply").exists()


def test_two_replies_are_signed_by_one_key(
    desk: Desk, errand: Errand, answering: Desk, tmp_path: Path
) -> None:
    files = []
    for number in (1, 2):
        answering.set_number(NUMBER, Decimal(number))
        target = tmp_path / f"{number}.freply"
        files.append(return_reply(errand, answering, LETTER, target).path)
    told = received(desk, *files)
    assert [each.flaws for each in told] == [(), ()]
    (keys,) = desk.workspace.signers(desk.review.id).values()
    assert len(keys) == 1


def test_the_same_reply_written_twice_is_one(
    desk: Desk, errand: Errand, answering: Desk, tmp_path: Path
) -> None:
    answering.set_number(NUMBER, Decimal(1))
    files = [
        return_reply(errand, answering, LETTER, tmp_path / f"{n}.freply").path
        for n in (1, 2)
    ]
    assert [(each.taken, each.known) for each in received(desk, *files)] == [
        (1, 0),
        (0, 1),
    ]


def test_an_official_reply_names_who_signs_and_its_letter(
    errand: Errand, answering: Desk, tmp_path: Path
) -> None:
    answering.set_number(NUMBER, Decimal(1))
    official = replace(LETTER, standing=Standing.OFFICIAL)
    for bare in (replace(official, name=" "), replace(official, outgoing="")):
        with pytest.raises(AppError) as told:
            return_reply(errand, answering, bare, tmp_path / "r.freply")
        assert told.value.code == "reply.official_unnamed"
    assert return_reply(errand, answering, official, tmp_path / "r.freply").answers == 1


def test_neither_the_packet_nor_the_answers_are_written_over(
    errand: Errand, answering: Desk
) -> None:
    answering.set_number(NUMBER, Decimal(1))
    for source in (errand.source, errand.answers):
        before = source.read_bytes()
        with pytest.raises(AppError) as told:
            return_reply(errand, answering, LETTER, source)
        assert told.value.code == "file.same"
        assert source.read_bytes() == before


def test_a_key_that_was_renewed_is_told_with_the_reply(
    errand: Errand, answering: Desk, tmp_path: Path
) -> None:
    from focalpoint_app.platform.places import keys_folder

    answering.set_number(NUMBER, Decimal(1))
    (keys_folder() / "contributor.json").write_bytes(b"spoiled")
    returned = return_reply(errand, answering, LETTER, tmp_path / "r.freply")
    assert returned.warning is not None
    assert returned.warning.code == "packet.key_renewed"


def test_what_is_said_of_the_reply_is_kept(answering: Desk) -> None:
    assert kept_letter(answering) == ReplyLetter(
        answering.author.name, answering.author.role
    )
    keep_letter(answering, replace(LETTER, women=None))
    keep_letter(answering, LETTER)
    assert kept_letter(answering) == LETTER
