"""A letter of the consultation on the office's paper."""

from __future__ import annotations

from focalpoint_app.document.letter import LetterText, letter_page
from focalpoint_app.document.look import Paper
from focalpoint_app.domain.consultation import Register
from focalpoint_app.exchange.frame import catalogue_of
from focalpoint_app.exchange.letters import Letter
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.workflow.consultation.markings import national_markings

REGISTER_WORDS = {
    "outgoing": N_("Outgoing number"),
    "incoming": N_("Incoming number"),
    "date": N_("Date"),
    "file": N_("File number"),
    "urgency": N_("Urgency"),
    "marking": N_("Marking"),
    "annexes": N_("Annexes"),
    "copies": N_("Copies to"),
}
"""By the fields of ``domain.consultation.Register``."""
_ON_THE_PAGE = ("outgoing", "date", "file", "urgency", "marking", "annexes")


def letter_pdf(letter: Letter, register: Register, state: str, paper: Paper) -> bytes:
    """Ready for a signature in ink; AppError ``task.cancelled`` never comes of it."""
    tr = catalogue_of(letter.language)
    text = LetterText(
        subject=letter.subject,
        addressee=letter.salutation,
        body="\n".join((*letter.paragraphs, letter.closing)),
        signatory=letter.signatory,
        copies=letter.copies,
        facts=tuple(register_facts(register, tr)),
    )
    content, _ = pdf_content(letter_page(text, state, tr, paper))
    return content


def register_facts(register: Register, tr: Catalogue) -> list[tuple[str, str]]:
    """What is noted of the letter, each with its name; the copies stand below it."""
    found = {name: str(getattr(register, name)) for name in _ON_THE_PAGE}
    found["marking"] = national_markings().printed(register.marking, tr.language)
    if found["date"]:
        found["date"] = written_date(found["date"], tr.language, tr.digits)
    return [(tr(REGISTER_WORDS[name]), text) for name, text in found.items() if text]
