"""Five institutions, five ways of answering, one signed submission.

The guide walks the same road in words: docs/user-guide/consultation.md.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Carrier, Register, Standing
from focalpoint_app.domain.contribution import Contribution, UseKind
from focalpoint_app.domain.leaks import as_read
from focalpoint_app.domain.selection import Selection
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.verifying.embedding import extract
from focalpoint_app.pdf.verifying.told import everything_told
from focalpoint_app.pdf.verifying.verdict import verify
from focalpoint_app.workflow.consultation.asking import Ask, new_round
from focalpoint_app.workflow.consultation.attributing import attribution
from focalpoint_app.workflow.consultation.consolidating import (
    insert,
    merge_in,
    note_unused,
)
from focalpoint_app.workflow.consultation.consulted import (
    consulted,
    progress,
    write_record,
)
from focalpoint_app.workflow.consultation.letter_files import opened_letter
from focalpoint_app.workflow.consultation.meetings import (
    WOMAN,
    Attendee,
    Meeting,
    Spoken,
    take_meeting,
)
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.reply_files import answer_packet, read_replies
from focalpoint_app.workflow.consultation.request_files import PacketLock, send_request
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.consultation.written_letters import (
    LetterAtWork,
    Passage,
    take_letter,
)
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.demonstrating import demonstration_identity
from focalpoint_app.workflow.submitting.publishing import publish_edition
from focalpoint_app.workflow.submitting.submission import ExportOptions, export
from tests.exchange.word.filling import Filling
from tests.workflow.conftest import LAW, Clock, made

pytestmark = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice stands for Word"
)
QUESTION, NUMBER, SOM = "untoc.5.1.a.i", "untoc.5.years", "som.6.1.a"
TEXT = "untoc.5.1.a.i.explanation"
DRAFT = "تعاقب المادة 3 من القانون على المشاركة. والعقوبة خمس سنوات."
FINANCED = "وتشمل الجريمة تمويل الجماعة وإدارة أموالها."
UNHEARD = "لا يُطبَّق هذا النص في المحافظات الحدودية إطلاقاً."
PASSPHRASE = "كلمة سر الوحدة المالية"
JUSTICE = Stakeholder("s-1", "وزارة العدل", Category.GOVERNMENT)
CUSTOMS = Stakeholder("s-2", "المديرية العامة للجمارك", Category.GOVERNMENT)
FINANCE = Stakeholder("s-3", "وحدة المعلومات المالية", Category.GOVERNMENT)
REFUGE = Stakeholder("s-4", "جمعية المأوى", Category.CIVIL_SOCIETY)
HARBOUR = Stakeholder("s-5", "محافظة المرفأ", Category.REGIONAL)
ALL = (JUSTICE, CUSTOMS, FINANCE, REFUGE, HARBOUR)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("consultation")


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[Desk]:
    """The whole road walked once; each test looks at one stretch of it."""
    with closing(made(folder / "review.focalpoint")) as desk:
        desk.clock = Clock()
        desk.save_source(LAW)
        desk.choose(QUESTION, "part")
        desk.write(TEXT, "ar", DRAFT)
        desk.seal()
        ask_all(desk, folder)
        answer_by_word(folder)
        answer_by_excel(folder)
        answer_by_packet(folder)
        files = [folder / name for name in ("word.docx", "sheet.xlsx", "r.freply")]
        told = receive(desk, read_replies(desk, files))
        assert [(each.refusal, each.flaws) for each in told] == [(None, ())] * 3
        answer_by_letter(desk)
        answer_in_a_meeting(desk)
        consolidate(desk)
        yield desk


def ask_all(desk: Desk, folder: Path) -> None:
    save_stakeholders(desk, *ALL)
    register = Register(outgoing="ت/118", date="2026-11-22")
    made_round = new_round(
        desk, "الجولة الأولى", letter="نرجو الرد.", due="2026-12-20", register=register
    )
    sent = (
        (JUSTICE, Carrier.WORD, "sent.docx", PacketLock(plain=True)),
        (CUSTOMS, Carrier.EXCEL, "sent.xlsx", PacketLock(plain=True)),
        (FINANCE, Carrier.PACKET, "p.fpacket", PacketLock(PASSPHRASE)),
    )
    for institution, carrier, name, lock in sent:
        ask = Ask(institution, made_round, Selection(("*",)), carrier, with_draft=True)
        send_request(desk, ask, folder / name, lock)


def answer_by_word(folder: Path) -> None:
    """A tracked change and a comment, saved by another program than ours."""
    form = Filling((folder / "sent.docx").read_bytes())
    form.track(TEXT, "خمس", "سبع", "سارة العلي")
    form.comment(TEXT, "عُدّلت العقوبة عام 2019.", "محمد")
    form.write("reply#name", "سارة العلي")
    (folder / "word.docx").write_bytes(form.saved())
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to"]
    command += ["docx:MS Word 2007 XML", "--outdir", str(folder / "saved"), "word.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    shutil.copy(folder / "saved" / "word.docx", folder / "word.docx")


def answer_by_excel(folder: Path) -> None:
    book = load_workbook(BytesIO((folder / "sent.xlsx").read_bytes()))
    sheet = book.worksheets[0]
    for question, value in ((NUMBER, "٤"), (SOM, "نعم")):
        row = next(cell.row for cell in sheet["A"] if cell.value == question)
        sheet.cell(row, 4).value = value
    book.save(folder / "sheet.xlsx")


def answer_by_packet(folder: Path) -> None:
    answers = {
        SOM: {"value": "yes", "cites": [{"source": "law-9", "provision": "المادة 5"}]},
        TEXT: {"value": {"ar": f"{DRAFT} {FINANCED}"}},
    }
    title = {"ar": "قانون مكافحة تهريب المهاجرين"}
    sources = [{"id": "law-9", "kind": "law", "number": "9", "title": title}]
    document = {"answers": answers, "sources": sources}
    (folder / "a.json").write_text(json.dumps(document), encoding="utf-8")
    paths = folder / "p.fpacket", folder / "a.json", folder / "r.freply"
    answer_packet(*paths, PASSPHRASE)


def answer_by_letter(desk: Desk) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "office@refuge.example", "رد الجمعية"
    mail.set_content(f"تحية طيبة،\n\n{UNHEARD}\n")
    letter = opened_letter("رد.eml", bytes(mail), "ar")
    assert UNHEARD in letter.text(0)
    passage = Passage("p-1", TEXT, "ar", UNHEARD)
    work = LetterAtWork("l-1", letter.name, REFUGE.id, passages=(passage,))
    assert take_letter(desk, work, letter.content).taken == 1


def answer_in_a_meeting(desk: Desk) -> None:
    meeting = Meeting(
        "m-1",
        "اجتماع المحافظات",
        "2026-12-01",
        attendees=(Attendee("a", HARBOUR.id, "ليلى البحري", "", WOMAN),),
        spoken=(Spoken(QUESTION, HARBOUR.id, "في الغالب", "no"),),
    )
    take_meeting(desk, meeting, Catalogue("ar"))


def said(desk: Desk, by: Stakeholder, question: str) -> Contribution:
    given = desk.workspace.contributions(desk.review.id, question)
    return next(each for each in given if each.stakeholder == by.id)


def consolidate(desk: Desk) -> None:
    merge_in(desk, said(desk, JUSTICE, TEXT))
    merge_in(desk, said(desk, FINANCE, TEXT))
    note_unused(desk, said(desk, REFUGE, TEXT), "لا سند له في الإحصاءات.")
    insert(desk, said(desk, CUSTOMS, NUMBER))
    insert(desk, said(desk, FINANCE, SOM))
    for question in (QUESTION, TEXT, SOM):
        desk.set_confidentiality(question, Confidentiality.PUBLIC)
    desk.cite(QUESTION, LAW.id, "المادة 3")


def test_every_channel_brings_its_institution(desk: Desk) -> None:
    receipts = desk.workspace.receipts(desk.review.id)
    came = {each.stakeholder: (each.carrier, each.standing) for each in receipts}

    assert came == {
        JUSTICE.id: (Carrier.WORD, Standing.WORKING),
        CUSTOMS.id: (Carrier.EXCEL, Standing.WORKING),
        FINANCE.id: (Carrier.PACKET, Standing.WORKING),
        REFUGE.id: (Carrier.LETTER, Standing.WORKING),
        HARBOUR.id: (Carrier.MEETING, Standing.ORAL),
    }


def test_changes_and_comments_keep_their_authors(desk: Desk) -> None:
    traces = said(desk, JUSTICE, TEXT).traces
    assert {(each.kind, each.author) for each in traces} == {
        ("deleted", "سارة العلي"),
        ("inserted", "سارة العلي"),
        ("comment", "محمد"),
    }


def test_the_answer_has_what_was_said_and_knows_by_whom(desk: Desk) -> None:
    first, second, third = attribution(desk, TEXT, "ar")

    assert "".join(each.text for each in (first, second, third)) == (
        f"{DRAFT.replace('خمس', 'سبع')} {FINANCED}"
    )
    assert first.origin.contribution == ""
    assert second.origin.contribution == said(desk, JUSTICE, TEXT).id
    assert third.origin.contribution == said(desk, FINANCE, TEXT).id


def test_cited_law_came_with_its_answer(desk: Desk) -> None:
    (cite,) = desk.answer(SOM).cites
    assert desk.sources[cite.source].number == "9"


def test_conflicting_choices_stand_beside_each_other(desk: Desk) -> None:
    entry = said(desk, HARBOUR, QUESTION).entry or {}
    assert (desk.answer(QUESTION).choices, entry["value"]) == (("part",), "no")


def test_readiness_names_what_rests_on_working_level(desk: Desk) -> None:
    state = desk.readiness()
    working = {p.question for p in state.problems if p.code == "working_input_only"}

    assert state.ready
    assert working == {TEXT, NUMBER, SOM}


def test_the_record_says_who_was_asked_and_what_was_used(
    desk: Desk, tmp_path: Path
) -> None:
    record = tmp_path / "record.pdf"
    write_record(desk, record, "ar")
    told = " ".join(as_read(each) for each in everything_told(record.read_bytes()))
    lines = {each.name: each for each in consulted(desk).institutions}

    assert set(lines) >= {each.name for each in ALL}
    assert (lines[JUSTICE.name].used, lines[REFUGE.name].used) == (1, 0)
    assert all(as_read(each.name) in told for each in ALL)
    today = desk.clock().date()
    by_institution = progress(desk, today)["stakeholder"]
    assert by_institution[CUSTOMS.id].answered == by_institution[CUSTOMS.id].used + 1
    uses = desk.workspace.uses(desk.review.id)
    assert [e.kind for e in uses].count(UseKind.NOTED) == 1


def test_it_ends_in_a_signed_submission_and_a_public_edition(
    desk: Desk, tmp_path: Path
) -> None:
    signed, public = tmp_path / "signed.pdf", tmp_path / "public.pdf"
    identity = demonstration_identity("د. سلمى المنصوري")
    options = ExportOptions(signed, identity=identity)
    export(desk.questionnaire, clear(desk), options)
    publish_edition(desk, public, "ar")

    assert verify(signed).intact
    judged = subprocess.run(
        ["pdfsig", "-nocert", str(signed)], capture_output=True, check=True, text=True
    )
    assert "Signature is Valid." in judged.stdout
    assert set(json.loads(extract(signed))["answers"]) >= {QUESTION, TEXT, NUMBER, SOM}
    assert set(json.loads(extract(public))["answers"]) == {QUESTION, TEXT, SOM}
    for edition in (signed, public):
        told = " ".join(map(as_read, everything_told(edition.read_bytes())))
        assert "سبع سنوات" in told
        assert as_read(UNHEARD)[:20] not in told
        assert "سارة" not in told


def test_nothing_of_it_left_the_sealed_past(desk: Desk) -> None:
    assert desk.workspace.verify_chain(desk.review.id) == ()
