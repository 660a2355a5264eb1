"""The letters of a round: request, two reminders, a minister's letter, withdrawal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from focalpoint_app.domain.consultation import Request
from focalpoint_app.domain.reminder import Step as Step
from focalpoint_app.domain.stakeholder import Addressee, Route
from focalpoint_app.exchange.frame import catalogue_of
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.punctuation import punctuation
from focalpoint_app.language.stakeholder_words import ROUTES


@dataclass(frozen=True, slots=True)
class Occasion:
    """``reminded`` are the dates of the reminders so far, ``until`` the new date
    that a late answer is asked for by, or the one that is cancelled; ISO 8601, empty
    where there is none.
    ``institution`` is what the addressee's office belongs to; ``copies`` are named
    under the letter."""

    addressee: Addressee
    signatory: str = ""
    reminded: tuple[str, ...] = ()
    until: str = ""
    institution: str = ""
    route: Route = Route.DIRECT
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """Plain text in one language, ready for a mail, a page or a form."""

    language: str
    subject: str
    salutation: str
    paragraphs: tuple[str, ...]
    closing: str
    signatory: str = ""
    copies: str = ""

    @property
    def text(self) -> str:
        """All but the subject, paragraphs parted by empty lines."""
        ending = (self.closing, self.signatory, self.copies)
        parts = (self.salutation, *self.paragraphs, *ending)
        return "\n\n".join(filter(None, parts))


def letter_of(step: Step, request: Request, occasion: Occasion) -> Letter:
    """In the request's language; the focal point may change every word of it."""
    tr = catalogue_of(request.language)
    writing = _Writing(tr, request, occasion)
    return Letter(
        language=request.language,
        subject=writing.subject(step),
        salutation=writing.salutation(),
        paragraphs=tuple(writing.paragraphs(step)),
        closing=writing.closing(step),
        signatory=occasion.signatory,
        copies=writing.copies(),
    )


@dataclass(frozen=True, slots=True)
class _Writing:
    tr: Catalogue
    request: Request
    occasion: Occasion

    def salutation(self) -> str:
        """The title and its holder, the office, and through whom it goes."""
        addressee, route = self.occasion.addressee, self.occasion.route
        named = self._addressed(addressee)
        through = "" if route is Route.DIRECT else self.tr(ROUTES[route])
        return "\n".join(filter(None, (named, addressee.office, through)))

    def _addressed(self, addressee: Addressee) -> str:
        """A Chinese title follows its holder."""
        parts = (addressee.protocol_title, addressee.holder)
        if self.tr.language == "zh":
            return "".join(reversed(parts))
        return " ".join(filter(None, parts))

    def copies(self) -> str:
        if not self.occasion.copies:
            return ""
        comma = punctuation(self.tr.language).comma
        return self.tr("Copies to: {list}", list=comma.join(self.occasion.copies))

    def subject(self, step: Step) -> str:
        match step:
            case Step.REQUEST:
                return self.tr("Review of the Convention: request for contributions")
            case Step.REMINDER:
                return self.tr("Review of the Convention: reminder")
            case Step.SECOND_REMINDER:
                return self.tr("Review of the Convention: second reminder")
            case Step.WITHDRAWAL:
                return self.tr("Review of the Convention: request withdrawn")
        return self.tr("Review of the Convention: outstanding contribution")

    def paragraphs(self, step: Step) -> Iterator[str]:
        match step:
            case Step.REQUEST:
                yield from self._request()
            case Step.REMINDER:
                yield from self._reminder()
            case Step.SECOND_REMINDER:
                yield from self._second_reminder()
            case Step.ESCALATION:
                yield from self._escalation()
            case Step.WITHDRAWAL:
                yield from self._withdrawal()

    def closing(self, step: Step) -> str:
        if step is Step.ESCALATION:
            return self.tr("Accept, Excellency, the assurances of my consideration.")
        return self.tr("Accept the assurances of our consideration.")

    def _request(self) -> Iterator[str]:
        if self.request.letter:
            yield from filter(None, self.request.letter.split("\n"))
        else:
            yield self.tr.counted(
                "For the review of the implementation of the United Nations Convention"
                " against Transnational Organized Crime we ask you to answer the {n}"
                " question in the attached file.",
                "For the review of the implementation of the United Nations Convention"
                " against Transnational Organized Crime we ask you to answer the {n}"
                " questions in the attached file.",
                len(self.request.questions),
            )
        if self.request.due:
            due = self._date(self.request.due)
            yield self.tr("Please send the file back by {date}.", date=due)

    def _reminder(self) -> Iterator[str]:
        yield self._reference()
        if self.request.due:
            due = self._date(self.request.due)
            yield self.tr("Your answers are due on {date}.", date=due)
        if self.occasion.until:
            yield self._until()
        yield self.tr(
            "If they are already on their way, please take this letter as our thanks."
        )

    def _second_reminder(self) -> Iterator[str]:
        yield self._reference()
        yield self.tr("Your answers have not reached us.")
        yield self._until()
        yield self.tr(
            "If a question cannot be answered, please say so and name the institution"
            " that can answer it."
        )

    def _escalation(self) -> Iterator[str]:
        yield self._reference()
        if self.occasion.reminded:
            reminded = [self._date(each) for each in self.occasion.reminded]
            yield self.tr(
                "We wrote again on {dates}, so far without an answer.",
                dates=self._and(reminded),
            )
        yield self.tr(
            "The State has to submit its answers on time. Without the contribution of"
            " the institution concerned ({institution}) they remain incomplete.",
            institution=self.occasion.institution or self.request.recipient,
        )
        yield self.tr("I should be grateful for your personal attention to the matter.")
        yield self._until()

    def _withdrawal(self) -> Iterator[str]:
        yield self._reference()
        yield self.tr(
            "That request was sent in error and is withdrawn. You need not answer it."
        )
        if self.occasion.until:
            date = self._date(self.occasion.until)
            yield self.tr(
                "The date of {date} no longer applies. The attached calendar file takes"
                " it out of your calendar.",
                date=date,
            )
        yield self.tr("We apologize for the inconvenience.")

    def _until(self) -> str:
        if self.occasion.until:
            date = self._date(self.occasion.until)
            return self.tr("Please let us have the answers by {date}.", date=date)
        return self.tr("Please let us have the answers within seven days.")

    def _reference(self) -> str:
        register = self.request.register
        if register.outgoing and register.date:
            return self.tr(
                "We refer to our letter No. {number} of {date}, in which we asked for"
                " your answers for the review of the Convention.",
                number=register.outgoing,
                date=self._date(register.date),
            )
        return self.tr(
            "We refer to our letter in which we asked for your answers for the review"
            " of the Convention."
        )

    def _date(self, text: str) -> str:
        return written_date(text, self.tr.language)

    def _and(self, dates: list[str]) -> str:
        """The last one joined by *and*; two reminders are the rule."""
        if len(dates) < 2:
            return "".join(dates)
        comma = punctuation(self.tr.language).comma
        return self.tr(
            "{first} and {last}", first=comma.join(dates[:-1]), last=dates[-1]
        )
