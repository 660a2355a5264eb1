"""Whoever must not be named is named in no byte of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.consultation import Carrier, Given, Reply, Respondent, Trace
from focalpoint_app.domain.selection import Selection
from focalpoint_app.exchange.excel.writing import write_excel
from focalpoint_app.exchange.packets.keys import new_signing_key
from focalpoint_app.exchange.packets.replies import write_reply
from focalpoint_app.exchange.packets.requests import open_packet
from focalpoint_app.exchange.word.writing import write_word
from focalpoint_app.workflow.consultation.anonymity import (
    LEFT_OUT,
    unnamed_reply,
    unnamed_text,
)
from focalpoint_app.workflow.consultation.asking import Ask, new_round
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.consultation.receiving import Received, receive
from focalpoint_app.workflow.consultation.reply_files import read_replies
from focalpoint_app.workflow.consultation.request_files import send_request
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.exchange.word.filling import Filling, w
from tests.workflow.consulting import NARRATIVE, SOURCE, asked

NAME = "فاطمة الكاتبة"
LATIN = "Fatima Alkatiba"
SAID = f"رأيت ذلك بنفسي في الميناء. التوقيع: {NAME}"


def send(desk: Desk, carrier: Carrier, target: Path) -> None:
    """To the person by name, as whoever fills the window in has it in hand."""
    save_stakeholders(desk, SOURCE)
    made = new_round(desk, "الجولة الأولى")
    ask = Ask(SOURCE, made, Selection((NARRATIVE,)), carrier)
    send_request(desk, ask, target)


def receive_from(desk: Desk, path: Path) -> Received:
    (told,) = receive(desk, read_replies(desk, [path]))
    return told


def bytes_of(folder: Path) -> Iterator[bytes]:
    return (each.read_bytes() for each in folder.rglob("*") if each.is_file())


def names_in(folder: Path) -> list[str]:
    """Of whatever lies beside the workspace too: its log, its lock."""
    contents = list(bytes_of(folder))
    return [
        name
        for name in (*NAME.split(), *LATIN.split())
        for form in ("utf-8", "utf-16-le", "utf-16-be")
        for content in contents
        if name.encode(form) in content
    ]


def word_reply(form: bytes) -> bytes:
    filled = Filling(form)
    filled.write(NARRATIVE, SAID)
    filled.write("reply#name", NAME)
    filled.comment(NARRATIVE, f"{NAME}: أرجو عدم النشر", LATIN)
    filled.after(NARRATIVE, f"كتبته {NAME} في بيتها.")
    creator = f"<dc:creator>{LATIN}</dc:creator></cp:core"
    filled.change("docProps/core.xml", lambda x: x.replace("</cp:core", creator))
    return filled.saved()


def test_a_word_reply_names_nobody(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-sent"
    outside.mkdir()
    form = outside / f"{NAME}.docx"
    send(desk, Carrier.WORD, form)
    form.write_bytes(word_reply(form.read_bytes()))

    told = receive_from(desk, form)
    (contribution,) = desk.workspace.contributions(desk.review.id)
    insert(desk, contribution, attributed=True)

    assert told.taken == 1
    assert "في الميناء" in str(contribution.entry)
    assert names_in(tmp_path) == []
    desk.close()
    assert names_in(tmp_path) == []


def test_a_packet_reply_names_nobody(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-sent"
    outside.mkdir()
    packet, back = outside / "p.fpacket", outside / f"{LATIN}.freply"
    send(desk, Carrier.PACKET, packet)
    reply = Reply(
        "0b0a7e5e-6a1c-4a8e-9a53-00000000000a",
        "",
        Carrier.PACKET,
        (Given(NARRATIVE, {"value": {"ar": SAID}}),),
        respondent=Respondent(NAME, "كاتبة", 1, 0),
    )
    opened = open_packet(packet.read_bytes())
    signer = new_signing_key()
    back.write_bytes(write_reply(opened, reply, signer))

    assert receive_from(desk, back).taken == 1
    (receipt,) = desk.workspace.receipts(desk.review.id)

    assert receipt.respondent == Respondent(women=1, men=0)
    assert names_in(tmp_path) == []
    assert not [c for c in bytes_of(tmp_path) if signer.public.encode() in c]


def test_a_picture_that_may_show_who_it_is_is_refused_whole(
    desk: Desk, tmp_path: Path
) -> None:
    form = tmp_path / "form.docx"
    send(desk, Carrier.WORD, form)
    filled = Filling(form.read_bytes())
    filled.write(NARRATIVE, SAID)
    content = filled.control(NARRATIVE).find(w("sdtContent"))
    content[0].append(content.makeelement(w("drawing")))
    form.write_bytes(filled.saved())

    told = receive_from(desk, form)

    assert told.refusal is not None
    assert told.refusal.code == "reply.anonymous_picture"
    assert desk.workspace.receipts(desk.review.id) == ()


@pytest.mark.parametrize("write", [write_word, write_excel])
def test_what_is_sent_out_names_nobody(desk: Desk, write: object) -> None:
    assert callable(write)
    content = write(asked(desk, SOURCE))
    assert NAME.encode() not in content
    (sent,) = desk.workspace.requests(desk.review.id)
    assert NAME not in str(sent)


WORDS = st.text(st.characters(categories=["Ll", "Lo"]), min_size=3, max_size=9)


@given(WORDS, WORDS, st.lists(st.text(max_size=9), max_size=4))
def test_no_text_keeps_a_name_that_the_reply_gives(
    first: str, last: str, around: list[str]
) -> None:
    name = f"{first} {last}"
    text = f"  {first}\n {last} ".join(["", *around, ""])
    trace = Trace("comment", text, name)
    reply = Reply(
        "r", "q", Carrier.WORD,
        (Given("a", {"value": [{"id": "1", "note": text}]}, (trace,)),),
        (text,), respondent=Respondent(name, name),
    )  # fmt: skip
    found = unnamed_reply(reply)

    assert name not in " ".join(str(found).split())


def test_what_names_nobody_is_kept_word_for_word() -> None:
    reply = Reply(
        "r", "q", Carrier.WORD, (Given("a", {"value": {"ar": "  نص.  "}}),), ("هامش",)
    )
    assert unnamed_reply(reply) == reply


@pytest.mark.parametrize("author", ["Author", "user", "Автор", "作者"])
def test_what_a_program_calls_somebody_without_a_name_is_a_word_of_any_answer(
    author: str,
) -> None:
    """Word writes *Author* where whoever saves a file had their name removed."""
    words = f"{author}ities and the beneficial {author}, if any."
    trace = Trace("inserted", words, author)
    reply = Reply("r", "q", Carrier.WORD, (Given("a", {"value": words}, (trace,)),))
    (given,) = unnamed_reply(reply).given
    assert given.entry == {"value": words}
    assert given.traces == (Trace("inserted", words, ""),)


def test_the_place_of_a_name_is_marked() -> None:
    respondent = Respondent("هدى الزهراء")
    reply = Reply("r", "q", Carrier.WORD, (), ("قالت هدى  الزهراء",),
                  respondent=respondent)  # fmt: skip
    assert unnamed_reply(reply).unassigned == (f"قالت {LEFT_OUT}",)


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("قال علي إن القانون كافٍ.", "علي", "قال […] إن القانون كافٍ."),
        ("وعلي يرى، ولعلي رأي آخر", "علي", "و[…] يرى، ول[…] رأي آخر"),
        ("Ali_Omar's note, and ALI's", "Ali", "[…]_Omar's note, and […]'s"),
        ("сказано Ивановым", "Иванов", "сказано […]ым"),
        ("会上张三说", "张三", "会上[…]说"),
        ("由Ali说明", "Ali", "由[…]说明"),
    ],
)  # fmt: skip
def test_a_name_is_left_out_of_what_was_typed(text: str, name: str, left: str) -> None:
    assert unnamed_text(text, name) == left


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("على المجني عليها أن تحضر، وللجهة العليا أن تقرر", "علي"),
        ("The quality of national law", "Ali"),
        ("An illegal act", "Legal"),
        ("Анализ закона", "Ана"),
        ("王国法律", "王"),
    ],
)
def test_a_name_takes_nothing_out_of_longer_words(text: str, name: str) -> None:
    assert unnamed_text(text, name) == text
