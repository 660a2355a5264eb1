"""Rounds: seen before they leave, written as files, followed until answered."""

from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from pypdf import PdfReader

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Carrier, Register
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.numbering import Numbering
from focalpoint_app.domain.stakeholder import Liaison, Route, Stakeholder
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.registering import register_of
from focalpoint_app.workflow.consultation.request_files import PacketLock
from focalpoint_app.workflow.consultation.round_files import (
    dispatch_of,
    file_stems,
    made_files,
    put_files,
    safe_name,
)
from focalpoint_app.workflow.consultation.rounds import outlooks, planned
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consultation.sending import MINISTRY, mails, sent_round, wish
from tests.workflow.consulting import JUSTICE, NARRATIVE, QUESTION, REFUGE


def test_nothing_is_kept_by_looking_ahead(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    found = outlooks(desk, wish(people))
    assert [each.questions for each in found] == [(QUESTION, NARRATIVE)] * 2
    planned(desk, wish(people))
    assert desk.workspace.rounds(desk.review.id) == ()


def test_a_draft_above_the_recipient_is_named_and_left_out(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    desk.choose(QUESTION, "yes")
    desk.set_confidentiality(QUESTION, Confidentiality.REVIEWING)
    found = outlooks(desk, wish(people, with_draft=True))
    assert {each.stakeholder.id: each.withheld for each in found} == {
        REFUGE.id: (QUESTION,),
        JUSTICE.id: (),
    }
    sent = {e.request.stakeholder: e for e in planned(
        desk, wish(people, with_draft=True)).sent}  # fmt: skip
    assert sent[REFUGE.id].withheld == (QUESTION,)
    assert sent[REFUGE.id].request.questions[0].draft is None
    assert sent[JUSTICE.id].request.questions[0].draft is not None


def test_a_letter_marked_above_its_reader_is_named(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    marked = wish(people, register=Register(marking="restricted"))
    assert all(each.is_above for each in outlooks(desk, marked))
    assert not any(each.is_above for each in outlooks(desk, wish(people)))


def test_each_letter_bears_its_own_number_in_the_register(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    customs = replace(REFUGE, id="s-customs", name="مصلحة الجمارك")
    save_stakeholders(desk, customs)
    sent_round(
        desk,
        (customs, *people),
        only_own=True,  # The first is asked nothing, and takes no number.
        register=Register(outgoing="118/2026"),
        numbering=Numbering.RUN,
    )

    book = register_of(desk, Catalogue("en"))
    assert sorted(each.number for each in book.outgoing) == ["118/2026", "119/2026"]


def test_letters_bear_the_numbers_that_were_written_for_them(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    """Whoever was given none bears the letter's own."""
    sent_round(
        desk,
        people,
        register=Register(outgoing="118/2026"),
        numbering=Numbering.OWN,
        own_numbers={people[0].id: " 7/ع/2026 ", "s-gone": "1"},
    )

    book = register_of(desk, Catalogue("en"))
    assert {each.party: each.number for each in book.outgoing} == {
        people[0].name: "7/ع/2026",
        people[1].name: "118/2026",
    }


def test_each_is_asked_only_what_suits_it(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    customs = replace(REFUGE, id="s-customs", name="مصلحة الجمارك")
    save_stakeholders(desk, customs)
    found = outlooks(desk, wish((*people, customs), only_own=True))
    by_name = {each.stakeholder.name: each.questions for each in found}
    assert by_name["مصلحة الجمارك"] == ()  # article 5 is nothing for it
    assert by_name["وزارة العدل"] == (QUESTION, NARRATIVE)
    sent = planned(desk, wish((*people, customs), only_own=True)).sent
    assert "s-customs" not in {each.request.stakeholder for each in sent}


def test_a_form_a_mail_and_a_date_are_made_for_each(
    desk: Desk, people: tuple[Stakeholder, ...], tmp_path: Path
) -> None:
    plan = sent_round(desk, people, register=Register(copies=("الأرشيف", "a@b.org")))
    files = made_files(dispatch_of(desk, plan, signatory="سمير"))
    names = sorted(each.name for each in files)
    assert names == [
        "الجولة.ics",
        "جمعية المأوى.docx",
        "جمعية المأوى.eml",
        "وزارة العدل.docx",
        "وزارة العدل.eml",
    ]
    to_ministry = next(each for each in mails(files) if each["To"])
    assert "huda@example.org" in str(to_ministry["To"])
    assert str(to_ministry["Cc"]) == "a@b.org"
    body = to_ministry.get_body(("plain",))
    assert body is not None
    assert "الأرشيف" in body.get_content()
    attached = [part.get_filename() for part in to_ministry.iter_attachments()]
    assert attached == ["وزارة العدل.docx", "وزارة العدل.ics"]
    written = put_files(files, tmp_path)
    again = put_files(files[:1], tmp_path)
    assert again[0].name not in {each.name for each in written}
    assert all(each.read_bytes() for each in (*written, *again))


def test_a_letter_through_a_ministry_names_it_and_no_address(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    routed = replace(MINISTRY, route=Route.FOREIGN_MINISTRY)
    save_stakeholders(desk, routed)
    plan = sent_round(desk, desk.workspace.stakeholders())
    files = made_files(dispatch_of(desk, plan))
    (mail,) = [each for each in mails(files) if "وزارة العدل" in _names(each)]
    assert mail["To"] is None
    body = mail.get_body(("plain",))
    assert body is not None
    assert "وزارة الخارجية" in body.get_content()


def _names(mail: EmailMessage) -> str:
    return " ".join(str(part.get_filename()) for part in mail.iter_attachments())


def test_a_wrong_address_leaves_the_mail_without_one(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    save_stakeholders(desk, replace(MINISTRY, liaison=Liaison("هدى", "", "no address")))
    plan = sent_round(desk, desk.workspace.stakeholders())
    assert all(
        each["To"] is None for each in mails(made_files(dispatch_of(desk, plan)))
    )


def test_letters_on_paper_bear_register_and_signatory(
    desk: Desk, people: tuple[Stakeholder, ...], tmp_path: Path
) -> None:
    register = Register(outgoing="77/ص", date="2026-11-22", marking="restricted")
    plan = sent_round(desk, people[:1], register=register)
    dispatch = dispatch_of(desk, plan, signatory="SIGNED HERE", on_paper=True)
    paths = put_files(made_files(dispatch), tmp_path)
    (page,) = [each for each in paths if each.suffix == ".pdf"]
    said = PdfReader(page).pages[0].extract_text()
    assert "SIGNED HERE" in said
    assert "77" in said
    assert "محدود" in said


def test_packets_need_a_lock_and_are_written_with_one(
    desk: Desk, people: tuple[Stakeholder, ...]
) -> None:
    plan = planned(desk, wish(people, carrier=Carrier.PACKET))
    for lock, code in (
        (PacketLock(), "request.no_passphrase"),
        (PacketLock("\u200f\u200e"), "passphrase.empty"),
    ):
        with pytest.raises(AppError) as refused:
            dispatch_of(desk, plan, lock)
        assert refused.value.code == code
    plain = made_files(dispatch_of(desk, plan, PacketLock(plain=True)))
    assert any(each.content.startswith(b"PK") for each in plain)


def test_cancelling_leaves_nothing(desk: Desk, people: tuple[Stakeholder, ...]) -> None:
    dispatch = dispatch_of(desk, planned(desk, wish(people)))
    with pytest.raises(AppError) as refused:
        made_files(dispatch, cancelled=lambda: True)
    assert refused.value.code == "task.cancelled"


def test_names_of_files_are_safe_and_never_alike() -> None:
    assert safe_name("وزارة\u200f/ العدل: <مكتب>") == "وزارة العدل مكتب"
    assert safe_name("...") == "request"
    assert file_stems(["أ", "أ", "ا"]) == ["أ", "أ (2)", "ا"]
    assert len(safe_name("x" * 500)) == 80
