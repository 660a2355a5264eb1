"""Whoever an e-mail says it is from is known in every spelling that it gives."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.exchange.incoming.reading import read_written
from focalpoint_app.exchange.incoming.senders import names_of, quoted_senders
from tests.effort import done_within
from tests.exchange.incoming.outlook_samples import (
    attached,
    compound,
    message,
    sub,
    wide,
)

NAME, ADDRESS = "هدى الزهراء", "huda.alzahraa@home.example"


@pytest.mark.parametrize(
    ("header", "spelled"),
    [
        (f"{NAME} <{ADDRESS}>", {NAME, ADDRESS, "huda alzahraa"}),
        ('"Alzahraa, Huda" <h@x>', {"Alzahraa, Huda", "Huda Alzahraa", "h@x"}),
        ("Dr. Huda M. Alzahraa <h@x>", {"Huda M. Alzahraa", "Huda Alzahraa"}),
        ("h@x (Huda Alzahraa)", {"Huda Alzahraa", "h@x"}),
        ("A B <a@x>, C D <c@x>", {"A B", "C D", "a@x", "c@x"}),
        ("<h@x>", {"h@x"}),
    ],
)
def test_a_header_names_people_in_more_than_one_spelling(
    header: str, spelled: set[str]
) -> None:
    assert spelled <= set(names_of([header]))


def mail(header: str) -> EmailMessage:
    found = EmailMessage(policy=SMTP)
    found["From"] = "office@example.org"
    found[header] = f"{NAME} <{ADDRESS}>"
    found["To"] = "Focal Point <focal@example.org>"
    found.set_content("نص.")
    return found


@pytest.mark.parametrize("header", ["Sender", "Reply-To", "Resent-From"])
def test_a_mail_names_all_that_it_came_from_and_nobody_it_went_to(header: str) -> None:
    named = read_written(mail(header).as_bytes(), "ar").named
    assert {NAME, ADDRESS, "office@example.org"} <= set(named)
    assert "Focal Point" not in named


def test_a_mail_in_a_mail_is_by_somebody_too() -> None:
    outer = mail("Sender")
    inner = EmailMessage(policy=SMTP)
    inner["From"] = "Amal <amal@home.example>"
    inner.set_content("words")
    outer.add_attachment(inner)
    assert "amal@home.example" in read_written(outer.as_bytes(), "ar").named


def test_a_header_that_was_never_encoded_is_read() -> None:
    raw = f"From: {NAME} <{ADDRESS}>\nSubject: شهادة\n\nwords".encode()
    found = read_written(raw, "ar")
    assert NAME in found.named
    assert found.sender == f"{NAME} <{ADDRESS}>"
    assert found.subject == "شهادة"


@pytest.mark.parametrize(
    "quoted",
    [
        f"From: {NAME} <{ADDRESS}>\nSent: Monday\n\nwords",
        f"> De : {NAME}\n> Envoyé : lundi\n\nmots",
        f"من: {NAME}\nتاريخ: الاثنين\n\nنص",
    ],
)
def test_a_mail_that_was_forwarded_in_the_text_names_its_sender(quoted: str) -> None:
    raw = (
        b"From: office@example.org\nMIME-Version: 1.0\n"
        + ("Content-Type: text/plain; charset=utf-8\n\nFor you.\n\n" + quoted).encode()
    )
    assert NAME in read_written(raw, "ar").named


def test_a_sentence_that_begins_as_a_header_names_nobody() -> None:
    raw = b"From: a@b\nSubject: x\n\nFrom: January\nto March nothing came."
    assert "January" not in read_written(raw, "en").named


@pytest.mark.parametrize("said", ["2018", "January 2018", "يناير ٢٠١٨"])
def test_a_period_of_time_is_nobodys_name(said: str) -> None:
    assert names_of(quoted_senders(f"From: {said}\nTo: 2022\n")) == ()


def test_empty_lines_are_passed_over_in_one_go() -> None:
    assert done_within(5, lambda: list(quoted_senders("\n" * 60_000))) == []


def test_a_file_of_senders_alone_is_not_read_to_its_end() -> None:
    senders = iter([f"P{n} Q{n} <p{n}@x.example>" for n in range(3_000)])
    assert len(names_of(senders)) == 400
    assert len(list(senders)) > 2_000  # What was never asked for.


def test_outlooks_mails_name_senders_in_all_their_places() -> None:
    headers = f"Received: x\r\nReply-To: {NAME} <{ADDRESS}>\r\n"
    inner = message((sub("0C1A001F"), wide("Amal Haddad")), head=24)
    tree = message(
        (sub("0C1A001F"), wide("Office")),
        (sub("0042001F"), wide("Samir Nassar")),
        (sub("007D001F"), wide(headers)),
        (sub("1000001F"), wide("نص")),
        attached(0, (sub("3701000D"), inner)),
    )
    named = set(read_written(compound(tree), "ar").named)
    assert {"Office", "Samir Nassar", NAME, ADDRESS, "Amal Haddad"} <= named


@given(st.lists(st.text(max_size=60), max_size=4))
def test_whatever_a_header_says_gives_words_to_look_for(values: list[str]) -> None:
    for each in names_of(values):
        assert each == each.strip()
        assert each
