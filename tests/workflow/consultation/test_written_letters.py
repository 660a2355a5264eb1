"""A letter's passages become contributions as any reply's; its file is kept whole."""

from dataclasses import replace

import pytest

from focalpoint_app.domain.consultation import Carrier, Standing
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.paper import PaperKind
from focalpoint_app.workflow.consultation.letter_files import opened_letter
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.consultation.written_letters import (
    LetterAtWork,
    Passage,
    drop_letter,
    keep_letter,
    letter_content,
    letters_at_work,
    take_letter,
)
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import (
    JUSTICE,
    NARRATIVE,
    NUMBER,
    QUESTION,
    REFUGE,
    SOURCE,
    asked,
)

FILE = b"From: a@b\nSubject: x\n\ntext"
SAID = Passage("p1", NARRATIVE, "ar", "تعاقب المادة 47 على المشاركة.")
CHOSEN = Passage("p2", QUESTION, "", "part")
COUNTED = Passage("p3", NUMBER, "", "4.5")
TYPED = Passage("p4", NARRATIVE, "ar", "نص من صورة", 1, is_transcribed=True)


@pytest.fixture
def letter(desk: Desk) -> LetterAtWork:
    for each in (JUSTICE, REFUGE, SOURCE):
        save_stakeholders(desk, each)
    return LetterAtWork(
        "letter-1", "كتاب.eml", JUSTICE.id, passages=(SAID, CHOSEN, COUNTED)
    )


def entries(desk: Desk) -> dict[str, object]:
    return {
        each.question: each.entry and each.entry["value"]
        for each in desk.workspace.contributions(desk.review.id)
    }


def test_each_passage_is_a_contribution_to_its_question(
    desk: Desk, letter: LetterAtWork
) -> None:
    told = take_letter(desk, letter, FILE)
    assert (told.taken, told.refused) == (3, 0)
    assert entries(desk) == {
        NARRATIVE: {"ar": SAID.value},
        QUESTION: "part",
        NUMBER: "4.5",
    }
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert (receipt.carrier, receipt.standing) == (Carrier.LETTER, Standing.WORKING)
    assert (receipt.transcribed_by, receipt.checked_by) == ("", "")
    assert desk.workspace.reply_content(receipt.id) == FILE


def test_a_log_that_cannot_be_emptied_is_told_and_refuses_nothing(
    desk: Desk, letter: LetterAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise AppError("disk.full", path="w")

    monkeypatch.setattr(desk.workspace._database, "empty_log", broken)
    told = take_letter(desk, letter, FILE)
    assert (told.taken, told.refusal) == (3, None)
    assert [each.code for each in told.flaws] == ["letter.in_the_log"]


def test_two_passages_on_one_question_follow_one_another(
    desk: Desk, letter: LetterAtWork
) -> None:
    more = replace(SAID, id="p9", value="وتضيف الوزارة.")
    take_letter(desk, replace(letter, passages=(SAID, more)), FILE)
    assert entries(desk) == {NARRATIVE: {"ar": f"{SAID.value}\n{more.value}"}}


def test_what_was_typed_from_a_picture_says_who_typed_and_who_checked(
    desk: Desk, letter: LetterAtWork
) -> None:
    typed = replace(letter, passages=(TYPED,), checked_by="سمير نصار")
    take_letter(desk, typed, FILE)
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert receipt.transcribed_by == desk.author.line
    assert receipt.checked_by == "سمير نصار"


def test_a_letter_answers_the_latest_request_that_asks_it(
    desk: Desk, letter: LetterAtWork
) -> None:
    asked(desk)
    latest = asked(desk)
    asked(desk, REFUGE)
    take_letter(desk, letter, FILE)
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert receipt.request == latest.id


def test_the_words_behind_a_choice_are_a_comment_on_it(
    desk: Desk, letter: LetterAtWork
) -> None:
    chosen = replace(CHOSEN, words="يعاقب القانون على بعض ذلك.")
    take_letter(desk, replace(letter, passages=(chosen,)), FILE)
    (given,) = desk.workspace.contributions(desk.review.id)
    assert [each.text for each in given.traces] == [chosen.words]


def test_work_that_is_put_down_is_there_again(desk: Desk, letter: LetterAtWork) -> None:
    work = replace(letter, passages=(SAID, replace(CHOSEN, value=("a", "b")), TYPED))
    keep_letter(desk, work, FILE)
    keep_letter(desk, replace(work, checked_by="سمير"))
    assert letters_at_work(desk) == (replace(work, checked_by="سمير"),)
    assert letter_content(desk, work) == FILE


def test_nothing_is_kept_before_it_is_said_whose_it_is(
    desk: Desk, letter: LetterAtWork
) -> None:
    keep_letter(desk, replace(letter, stakeholder=""), FILE)
    assert letters_at_work(desk) == ()
    with pytest.raises(AppError) as told:
        take_letter(desk, replace(letter, stakeholder=""), FILE)
    assert told.value.code == "letter.whose"


def test_a_letter_that_was_taken_comes_back_when_that_is_undone(
    desk: Desk, letter: LetterAtWork
) -> None:
    keep_letter(desk, letter, FILE)
    take_letter(desk, letter, FILE)
    assert letters_at_work(desk) == ()
    desk.undo()
    (again,) = letters_at_work(desk)
    assert again.passages == letter.passages
    assert letter_content(desk, again) == FILE
    assert entries(desk) == {}
    take_letter(desk, again, FILE)
    assert len(entries(desk)) == 3


def test_the_file_is_kept_once(desk: Desk, letter: LetterAtWork) -> None:
    keep_letter(desk, letter, FILE)
    take_letter(desk, letter, FILE)
    with pytest.raises(AppError) as told:
        desk.workspace.paper_content(letter.id)
    assert told.value.code == "reply.no_file"


def test_of_an_anonymous_contributor_neither_file_nor_name_is_kept(
    desk: Desk, letter: LetterAtWork
) -> None:
    work = replace(letter, stakeholder=SOURCE.id, signatory="فاطمة", outgoing="7")
    keep_letter(desk, work, FILE)
    take_letter(desk, work, FILE)
    (paper,) = desk.workspace.papers(desk.review.id, PaperKind.LETTER)
    (receipt,) = desk.workspace.receipts(desk.review.id)
    for kept in (str(paper), str(receipt)):
        assert "فاطمة" not in kept
        assert letter.name not in kept
    with pytest.raises(AppError):
        desk.workspace.reply_content(receipt.id)


def test_a_passage_of_an_anonymous_letter_is_kept_without_its_signatory(
    desk: Desk, letter: LetterAtWork
) -> None:
    signed = Passage("p9", NARRATIVE, "ar", "شهادتي. التوقيع: فاطمة  الكاتبة",
                     words="كتبته فاطمة الكاتبة")  # fmt: skip
    work = replace(letter, stakeholder=SOURCE.id, signatory="فاطمة الكاتبة")
    keep_letter(desk, replace(work, passages=(signed,)))
    (paper,) = desk.workspace.papers(desk.review.id, PaperKind.LETTER)
    assert "شهادتي" in str(paper)
    assert "الكاتبة" not in str(paper)


def test_an_official_letter_has_a_number_and_a_signatory(
    desk: Desk, letter: LetterAtWork
) -> None:
    official = replace(letter, standing=Standing.OFFICIAL, outgoing="44", signatory="")
    with pytest.raises(AppError) as told:
        take_letter(desk, official, FILE)
    assert told.value.code == "letter.official_unnamed"
    take_letter(desk, replace(official, signatory="هدى"), FILE)
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert receipt.standing is Standing.OFFICIAL


def test_a_letter_without_passages_is_nothing(desk: Desk, letter: LetterAtWork) -> None:
    with pytest.raises(AppError) as told:
        take_letter(desk, replace(letter, passages=()), FILE)
    assert told.value.code == "letter.nothing_assigned"


def test_work_can_be_put_away(desk: Desk, letter: LetterAtWork) -> None:
    keep_letter(desk, letter, FILE)
    drop_letter(desk, letter)
    assert letters_at_work(desk) == ()


def test_an_email_opens_with_its_text_and_a_scan_with_its_picture() -> None:
    from tests.pdf.scans.test_letter_pages import pdf, png

    mail = opened_letter("l.eml", FILE, "ar")
    assert (mail.pages, mail.text(0), mail.picture(0)) == (1, "text", None)
    scan = opened_letter("s.png", png(), "ar")
    assert (scan.pages, scan.text(0), scan.picture(0) is None) == (1, "", False)
    both = opened_letter("l.pdf", pdf("Law 5"), "ar")
    assert (both.text(0).strip(), both.picture(0) is None) == ("Law 5", False)
