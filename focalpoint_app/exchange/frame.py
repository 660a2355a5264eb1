"""The words around the questions of a form, in the request's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from focalpoint_app.domain.consultation import Asked, Register, Request
from focalpoint_app.exchange.xml_parts import legal
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import (
    LEFT_TO_RIGHT_MARK,
    has_rtl,
    without_isolates,
)
from focalpoint_app.language.markers import N_
from focalpoint_app.language.punctuation import punctuation

RESPONDENT: Mapping[str, str] = {
    "name": N_("Name of the person who answers"),
    "role": N_("Position"),
    "women": N_("Number of women who contributed"),
    "men": N_("Number of men who contributed"),
    "outgoing": N_("Outgoing number of your letter"),
    "date": N_("Date of your letter"),
}
"""What a reply says of itself, in the order in which a form asks for it."""

REGISTER: Mapping[str, str] = {
    "outgoing": N_("Outgoing number"),
    "date": N_("Date"),
    "file": N_("File number"),
    "urgency": N_("Urgency"),
    "marking": N_("Marking"),
    "annexes": N_("Annexes"),
    "copies": N_("Copies to"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything a form says besides its questions; no isolates, which Word 2010
    draws as boxes.

    ``facts`` and ``respondent`` pair a label with a text or a name of RESPONDENT.
    """

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    letter: tuple[str, ...]
    advice: tuple[str, ...]
    about: str
    respondent: tuple[tuple[str, str], ...]
    reference: str
    hints: Mapping[str, str]

    @property
    def texts(self) -> Iterator[str]:
        """Each paragraph that is ours, as it stands in the form."""
        yield from (self.title, self.about, self.reference, *self.letter, *self.advice)
        yield from (self.fact(*each) for each in self.facts)
        yield from (label for label, _ in self.respondent)
        yield from self.hints.values()

    def fact(self, label: str, text: str) -> str:
        return f"{label}{punctuation(self.language).colon}{text}"


@cache
def catalogue_of(language: str) -> Catalogue:
    """Read once: two hundred replies in one language need it two hundred times."""
    return Catalogue(language)


def frame_of(request: Request) -> Frame:
    tr = catalogue_of(request.language)
    return Frame(
        language=request.language,
        title=shown(
            tr("Questions for {recipient}", recipient=_own(request.recipient, tr))
        ),
        facts=tuple(_facts(request, tr)),
        letter=_paragraphs(request.letter),
        advice=tuple(map(shown, _advice(request, tr))),
        about=tr("About this reply"),
        respondent=tuple((tr(label), name) for name, label in RESPONDENT.items()),
        reference=shown(tr("Reference: {reference}", reference=request.id)),
        hints={
            "text": tr("Write the answer here"),
            "choice": tr("Choose an answer"),
            "date": tr("Choose a date"),
            "number": tr("Write a number"),
        },
    )


def shown(text: str) -> str:
    """As programs show it that know no isolates and refuse control characters."""
    return legal(without_isolates(text))


def question_texts(asked: Asked) -> Iterator[str]:
    """What a form prints of a question besides the places for its answer."""
    yield shown(asked.provision)
    yield shown(asked.text)
    yield from _paragraphs(asked.guidance)
    labels = asked.choices if asked.kind == "choices" else asked.columns
    yield from (shown(each.text) for each in labels)


def guidance_of(asked: Asked) -> tuple[str, ...]:
    return _paragraphs(asked.guidance)


def _facts(request: Request, tr: Catalogue) -> Iterator[tuple[str, str]]:
    for name, label in REGISTER.items():
        text = _register_text(request.register, name, tr)
        if text:
            yield tr(label), shown(text)
    if request.due:
        yield tr("Answers due"), shown(written_date(request.due, tr.language))


def _register_text(register: Register, name: str, tr: Catalogue) -> str:
    if name == "copies":
        named = (_own(each, tr) for each in register.copies)
        return punctuation(tr.language).semicolon.join(named)
    text: str = getattr(register, name)
    return written_date(text, tr.language) if name == "date" else _own(text, tr)


def _own(text: str, tr: Catalogue) -> str:
    """*A. B.* with its last stop in place, by marks that show nothing anywhere."""
    is_other = tr.is_rtl and text and not has_rtl(text)
    return f"{LEFT_TO_RIGHT_MARK}{text}{LEFT_TO_RIGHT_MARK}" if is_other else text


def _advice(request: Request, tr: Catalogue) -> Iterator[str]:
    yield tr(
        "Write only in the marked fields; the text of the questions cannot be changed."
    )
    yield tr(
        "Tracked changes and comments are read with your name. Pictures are not read."
    )
    if any(each.draft for each in request.questions):
        yield tr("The draft answer stands in its field; change it where it is wrong.")


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(shown(each) for each in text.split("\n") if each.strip())
