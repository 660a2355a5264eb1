"""A form that shows marked drafts is marked as high as the highest of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from pypdf import PdfReader

from focalpoint_app.domain.consultation import Carrier, Register
from focalpoint_app.domain.selection import Selection
from focalpoint_app.exchange.word.writing import write_word
from focalpoint_app.workflow.consultation.asking import (
    Ask,
    new_round,
    prepared_request,
)
from focalpoint_app.workflow.consultation.markings import set_answer_marking
from focalpoint_app.workflow.consultation.round_files import (
    dispatch_of,
    made_files,
    put_files,
)
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.exchange.word.filling import parts_of
from tests.workflow.consultation.sending import sent_round
from tests.workflow.consulting import JUSTICE, NARRATIVE, NUMBER, QUESTION

TRUSTED = replace(JUSTICE, marking="secret")


def marking(
    desk: Desk, pattern: str, register: Register | None = None, *, draft: bool = True
) -> str:
    save_stakeholders(desk, TRUSTED)
    made = new_round(desk, "الجولة الأولى")
    ask = Ask(TRUSTED, made, Selection((pattern,)), Carrier.WORD, draft, None, register)
    return prepared_request(desk, ask).request.register.marking


def drafted(desk: Desk) -> None:
    """A parent that is marked, with a companion; a question that is not."""
    desk.choose(QUESTION, "no")
    desk.write(NARRATIVE, "ar", "مسودة.")
    desk.set_number(NUMBER, Decimal(4))
    set_answer_marking(desk, QUESTION, "restricted")


def test_a_shown_draft_marks_the_form_in_its_readers_language(desk: Desk) -> None:
    drafted(desk)
    assert marking(desk, QUESTION) == "محدود"
    assert marking(desk, NARRATIVE) == "محدود"


def test_what_is_not_shown_marks_nothing(desk: Desk) -> None:
    drafted(desk)
    assert marking(desk, NUMBER) == ""
    assert marking(desk, QUESTION, draft=False) == ""


def test_the_letters_own_marking_and_the_states_count_too(desk: Desk) -> None:
    drafted(desk)
    assert marking(desk, QUESTION, Register(marking="confidential")) == "سري"
    desk.workspace.save_marking("سري للغاية")
    assert marking(desk, NUMBER) == "سري للغاية"


def test_it_stands_on_every_page_of_the_word_form(desk: Desk) -> None:
    drafted(desk)
    save_stakeholders(desk, TRUSTED)
    made = new_round(desk, "الجولة الأولى")
    ask = Ask(TRUSTED, made, Selection((QUESTION,)), Carrier.WORD, with_draft=True)
    content = write_word(prepared_request(desk, ask).request)
    assert "محدود".encode() in parts_of(content)["word/header1.xml"]


def test_the_letter_that_goes_with_it_bears_the_same_marking(
    desk: Desk, tmp_path: Path
) -> None:
    drafted(desk)
    save_stakeholders(desk, TRUSTED)
    plan = sent_round(desk, (TRUSTED,), with_draft=True)
    paths = put_files(made_files(dispatch_of(desk, plan, on_paper=True)), tmp_path)
    (page,) = [each for each in paths if each.suffix == ".pdf"]
    said = PdfReader(page).pages[0].extract_text()
    assert said.count("محدود") == 3  # Head, foot, and what the register notes.
