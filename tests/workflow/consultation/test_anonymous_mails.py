"""Whoever wrote an e-mail and is not to be named is named in no byte that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focalpoint_app.domain.reminder import Step
from focalpoint_app.domain.text import clean_text
from focalpoint_app.workflow.consultation.anonymity import LEFT_OUT, unsigned_text
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.consultation.following import (
    Reminding,
    Requests,
    reminder_files,
    reminder_letter,
    reminder_paper,
)
from focalpoint_app.workflow.consultation.letter_files import opened_letter
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.consultation.written_letters import (
    LetterAtWork,
    Passage,
    keep_letter,
    take_letter,
)
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consultation.sending import sent_round
from tests.workflow.consulting import JUSTICE, NARRATIVE, QUESTION, SOURCE

NAME, LATIN, ADDRESS = "هدى الزهراء", "Huda Alzahraa", "huda.alzahraa@home.example"
BODY = f"""رأيت ذلك بنفسي في الميناء. وقد أخبرني {NAME} بذلك.

مع التحية،
د. هدى
{LATIN}
{ADDRESS}"""


def mail() -> bytes:
    found = EmailMessage(policy=SMTP)
    found["From"] = f"{NAME} <{ADDRESS}>"
    found["Reply-To"] = f'"Alzahraa, Huda" <{ADDRESS}>'
    found["Subject"] = f"شهادة {NAME}"
    found["Date"] = "Sun, 22 Nov 2026 10:15:00 +0300"
    found.set_content(BODY)
    return found.as_bytes()


def told(folder: Path) -> list[str]:
    """The names and what they are made of, in whatever lies in the folder."""
    contents = [each.read_bytes() for each in folder.rglob("*") if each.is_file()]
    for each in (*folder.rglob("*.eml"),):
        contents.extend(unpacked(each.read_bytes()))
    sought = (*NAME.split(), *LATIN.split(), LATIN.lower(), ADDRESS, "huda.alzahraa")
    return [
        name
        for name in sought
        for form in ("utf-8", "utf-16-le")
        for content in contents
        if name.encode(form) in content
    ]


def unpacked(content: bytes) -> Iterator[bytes]:
    message = message_from_bytes(content, policy=default)
    yield str(list(message.items())).encode()
    for part in message.walk():
        body = part.get_payload(decode=True)
        if isinstance(body, bytes):
            yield body


@pytest.mark.parametrize("first", ["", JUSTICE.id])
def test_an_anonymous_e_mail_names_nobody_though_no_name_was_typed(
    desk: Desk, tmp_path: Path, first: str
) -> None:
    """Nor where it was another institution's by mistake first."""
    for each in (JUSTICE, SOURCE):
        save_stakeholders(desk, each)
    sent_round(desk, (SOURCE,))
    content = mail()
    opened = opened_letter(f"{NAME}.eml", content, "ar")
    words = Passage("p2", QUESTION, "", "yes", words=opened.text(0))
    letter = LetterAtWork(
        "letter-1", opened.name, first, date=opened.date, named=opened.named,
        passages=(Passage("p1", NARRATIVE, "ar", opened.text(0)), words),
    )  # fmt: skip
    keep_letter(desk, letter, content)
    letter = replace(letter, stakeholder=SOURCE.id)
    keep_letter(desk, letter, content)
    assert take_letter(desk, letter, content).taken == 2
    (given,) = desk.workspace.contributions(desk.review.id, NARRATIVE)
    insert(desk, given, attributed=True)
    desk.seal()
    (followed,) = Requests(desk).followed(date(2027, 1, 1))
    reminder = reminder_letter(followed, Step.REMINDER, until="2027-01-09")
    reminding = Reminding(followed, Step.REMINDER, reminder, "2027-01-09")
    for made in reminder_files(reminding, reminder_paper(desk, reminding)):
        (tmp_path / made.name).write_bytes(made.content)

    assert "في الميناء" in str(given.entry)
    assert desk.workspace.verify_chain(desk.review.id) == ()
    assert told(tmp_path) == []
    desk.close()
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"قالت {NAME} ذلك", f"قالت {LEFT_OUT} ذلك"),
        ("نص.\nد. هدى\n", f"نص.\n{LEFT_OUT}\n"),
        ("كان ذلك في حي الزهراء", "كان ذلك في حي الزهراء"),
        (f"mailto:{ADDRESS}", f"mailto:{LEFT_OUT}"),
    ],
)
def test_a_part_of_a_name_is_left_out_where_somebody_signs(
    text: str, left: str
) -> None:
    assert unsigned_text(text, (NAME, ADDRESS)) == left


WORD = st.text(st.characters(categories=["Ll", "Lo"]), min_size=4, max_size=9)


@settings(max_examples=25)
@given(WORD, WORD, st.lists(st.sampled_from(["نص.", "words", " ", "\n"]), max_size=6))
def test_no_passage_keeps_what_the_header_calls_its_writer(
    first: str, last: str, around: list[str]
) -> None:
    message = EmailMessage(policy=SMTP)
    message["From"] = f'"{first} {last}" <{first}@example.org>'
    message["Subject"] = "x"
    opened = opened_letter("a.eml", message.as_bytes() + b"\r\nwords", "ar")
    text = f" {first} {last}. ".join(["", *around, ""]) + f"\n{first}"
    found = unsigned_text(text, opened.named)
    assert found.count(clean_text(f"{first} {last}")) == 0
    assert not found.endswith(clean_text(f"\n{first}"))
